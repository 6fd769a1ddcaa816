/// Sequences that compute their elements when asked; over collections they are collections.
enum LazyChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("lazy", lazy), LibraryChunk("lazy map", map), LibraryChunk("lazy filter", filter),
    LibraryChunk("lazy ends", ends),
  ]

  private static let lazy = #"""
    protocol LazySequenceProtocol: Sequence {}
    protocol LazyCollectionProtocol: LazySequenceProtocol, Collection {}
    extension Sequence {
      var lazy: LazySequence<Self> { LazySequence(_base: self) }
    }
    extension LazySequenceProtocol {
      var lazy: Self { self }
      var elements: Self { self }
      func map<T>(_ transform: @escaping (Element) -> T) -> LazyMapSequence<Self, T> {
        LazyMapSequence(_base: self, _transform: transform)
      }
      func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Self> {
        LazyFilterSequence(_base: self, _predicate: isIncluded)
      }
      func compactMap<T>(
        _ transform: @escaping (Element) -> T?
      ) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Self, T?>>, T> {
        self.map(transform).filter { $0 != nil }.map { $0! }
      }
      func flatMap<S: Sequence>(
        _ transform: @escaping (Element) -> S
      ) -> LazySequence<FlattenSequence<LazyMapSequence<Self, S>>> {
        LazySequence(_base: FlattenSequence(_base: self.map(transform)))
      }
      func joined() -> LazySequence<FlattenSequence<Self>> where Element: Sequence {
        LazySequence(_base: FlattenSequence(_base: self))
      }
      func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Self> {
        LazyPrefixWhileSequence(_base: self, _predicate: predicate)
      }
      func drop(while predicate: @escaping (Element) -> Bool) -> LazyDropWhileSequence<Self> {
        LazyDropWhileSequence(_base: self, _predicate: predicate)
      }
    }
    struct LazySequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      typealias Iterator = Base.Iterator
      let _base: Base
      var elements: Base { _base }
      func makeIterator() -> Base.Iterator { _base.makeIterator() }
      func _elements() -> [Base.Element] { _base._elements() }
      func map<T>(_ transform: @escaping (Base.Element) -> T) -> LazyMapSequence<Base, T> {
        LazyMapSequence(_base: _base, _transform: transform)
      }
      func filter(_ isIncluded: @escaping (Base.Element) -> Bool) -> LazyFilterSequence<Base> {
        LazyFilterSequence(_base: _base, _predicate: isIncluded)
      }
      func compactMap<T>(
        _ transform: @escaping (Base.Element) -> T?
      ) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Base, T?>>, T> {
        self.map(transform).filter { $0 != nil }.map { $0! }
      }
      func flatMap<S: Sequence>(
        _ transform: @escaping (Base.Element) -> S
      ) -> LazySequence<FlattenSequence<LazyMapSequence<Base, S>>> {
        LazySequence<FlattenSequence<LazyMapSequence<Base, S>>>(
          _base: FlattenSequence(_base: self.map(transform)))
      }
      func joined() -> LazySequence<FlattenSequence<Base>> where Base.Element: Sequence {
        LazySequence<FlattenSequence<Base>>(_base: FlattenSequence(_base: _base))
      }
      func prefix(
        while predicate: @escaping (Base.Element) -> Bool
      ) -> LazyPrefixWhileSequence<Base> {
        LazyPrefixWhileSequence(_base: _base, _predicate: predicate)
      }
      func drop(while predicate: @escaping (Base.Element) -> Bool) -> LazyDropWhileSequence<Base> {
        LazyDropWhileSequence(_base: _base, _predicate: predicate)
      }
    }
    extension LazySequence: Collection where Base: Collection {
      typealias Index = Base.Index
      typealias SubSequence = Slice<LazySequence<Base>>
      var startIndex: Base.Index { _base.startIndex }
      var endIndex: Base.Index { _base.endIndex }
      var count: Int { _base.count }
      var first: Base.Element? { _base.first }
      func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
      func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { _base.index(i, offsetBy: distance) }
      subscript(position: Base.Index) -> Base.Element { _base[position] }
    }
    extension LazySequence: BidirectionalCollection where Base: BidirectionalCollection {}
    extension LazySequence: RandomAccessCollection where Base: RandomAccessCollection {}
    """#

  private static let map = #"""
    struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {
      typealias Iterator = LazyMapIterator<Base, Element>
      let _base: Base
      let _transform: (Base.Element) -> Element
      func makeIterator() -> LazyMapIterator<Base, Element> {
        LazyMapIterator(_iterator: _base.makeIterator(), _transform: _transform)
      }
      func map<T>(_ transform: @escaping (Element) -> T) -> LazyMapSequence<Base, T> {
        LazyMapSequence<Base, T>(_base: _base, _transform: { transform(self._transform($0)) })
      }
    }
    struct LazyMapIterator<Base: Sequence, Element>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _transform: (Base.Element) -> Element
      mutating func next() -> Element? {
        guard let element = _iterator.next() else { return nil }
        return _transform(element)
      }
    }
    extension LazyMapSequence: Collection where Base: Collection {
      typealias Index = Base.Index
      typealias SubSequence = LazyMapSequence<Base.SubSequence, Element>
      var startIndex: Base.Index { _base.startIndex }
      var endIndex: Base.Index { _base.endIndex }
      var count: Int { _base.count }
      var isEmpty: Bool { _base.isEmpty }
      func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
      func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { _base.index(i, offsetBy: distance) }
      func index(_ i: Base.Index, offsetBy distance: Int, limitedBy limit: Base.Index) -> Base.Index? {
        _base.index(i, offsetBy: distance, limitedBy: limit)
      }
      func distance(from start: Base.Index, to end: Base.Index) -> Int {
        _base.distance(from: start, to: end)
      }
      subscript(position: Base.Index) -> Element { _transform(_base[position]) }
      subscript(bounds: Range<Base.Index>) -> LazyMapSequence<Base.SubSequence, Element> {
        LazyMapSequence<Base.SubSequence, Element>(_base: _base[bounds], _transform: _transform)
      }
    }
    extension LazyMapSequence: BidirectionalCollection where Base: BidirectionalCollection {}
    extension LazyMapSequence: RandomAccessCollection where Base: RandomAccessCollection {}
    typealias LazyMapCollection<Base, Element> = LazyMapSequence<Base, Element>
    """#

  private static let filter = #"""
    struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      typealias Iterator = LazyFilterIterator<Base>
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      func makeIterator() -> LazyFilterIterator<Base> {
        LazyFilterIterator(_iterator: _base.makeIterator(), _predicate: _predicate)
      }
      func filter(_ isIncluded: @escaping (Base.Element) -> Bool) -> LazyFilterSequence<Base> {
        LazyFilterSequence<Base>(
          _base: _base, _predicate: { self._predicate($0) && isIncluded($0) })
      }
    }
    struct LazyFilterIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _predicate: (Base.Element) -> Bool
      mutating func next() -> Base.Element? {
        while let element = _iterator.next() { if _predicate(element) { return element } }
        return nil
      }
    }
    extension LazyFilterSequence: Collection where Base: Collection {
      typealias Index = Base.Index
      typealias SubSequence = LazyFilterSequence<Base.SubSequence>
      var startIndex: Base.Index { _from(_base.startIndex) }
      var endIndex: Base.Index { _base.endIndex }
      var isEmpty: Bool { startIndex == endIndex }
      func _from(_ i: Base.Index) -> Base.Index {
        var index = i
        while index != _base.endIndex {
          if _predicate(_base[index]) { return index }
          index = _base.index(after: index)
        }
        return index
      }
      func index(after i: Base.Index) -> Base.Index { _from(_base.index(after: i)) }
      func index(before i: Base.Index) -> Base.Index {
        var index = _base.index(before: i)
        while !_predicate(_base[index]) { index = _base.index(before: index) }
        return index
      }
      subscript(position: Base.Index) -> Base.Element { _base[position] }
      subscript(bounds: Range<Base.Index>) -> LazyFilterSequence<Base.SubSequence> {
        LazyFilterSequence<Base.SubSequence>(_base: _base[bounds], _predicate: _predicate)
      }
    }
    extension LazyFilterSequence: BidirectionalCollection where Base: BidirectionalCollection {}
    typealias LazyFilterCollection<Base> = LazyFilterSequence<Base>
    """#

  private static let ends = #"""
    struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      func makeIterator() -> LazyPrefixWhileIterator<Base> {
        LazyPrefixWhileIterator(_iterator: _base.makeIterator(), _predicate: _predicate)
      }
      var first: Base.Element? {
        var iterator = makeIterator()
        return iterator.next()
      }
      var isEmpty: Bool { first == nil }
      var count: Int { _elements().count }
    }
    struct LazyPrefixWhileIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _predicate: (Base.Element) -> Bool
      var _isDone = false
      mutating func next() -> Base.Element? {
        if _isDone { return nil }
        if let element = _iterator.next(), _predicate(element) { return element }
        _isDone = true
        return nil
      }
    }
    struct LazyDropWhileSequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      func makeIterator() -> LazyDropWhileIterator<Base> {
        LazyDropWhileIterator(_iterator: _base.makeIterator(), _predicate: _predicate)
      }
      var first: Base.Element? {
        var iterator = makeIterator()
        return iterator.next()
      }
      var isEmpty: Bool { first == nil }
      var count: Int { _elements().count }
    }
    struct LazyDropWhileIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _predicate: (Base.Element) -> Bool
      var _isDropping = true
      mutating func next() -> Base.Element? {
        while let element = _iterator.next() {
          if _isDropping && _predicate(element) { continue }
          _isDropping = false
          return element
        }
        return nil
      }
    }
    """#
}
