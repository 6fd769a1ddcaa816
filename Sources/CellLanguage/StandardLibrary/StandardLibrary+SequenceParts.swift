internal import CellChecking

/// Sequences made of others: parts of them, several in step, one after the other.
enum SequencePartsChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("sequence parts", parts), LibraryChunk("sequence ends", ends),
    LibraryChunk(
      "enumerated", enumerated,
      intrinsics: ["Sequence.enumerated()": .enumerated, "EnumeratedSequence._elements()": .pairs]),
    LibraryChunk(
      "zip", zip, intrinsics: ["zip(_:_:)": .zip, "Zip2Sequence._elements()": .pairs]),
    LibraryChunk("joined", joined), LibraryChunk("joined with separators", separated),
  ]

  private static let parts = #"""
    extension Sequence {
      func prefix(_ count: Int) -> PrefixSequence<Self> {
        if count < 0 { _stop("Fatal error", "Can't take a prefix of negative length from a sequence") }
        return PrefixSequence(_base: self, _maxLength: count)
      }
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in self {
          if !(try predicate(element)) { break }
          result.append(element)
        }
        return result
      }
      func suffix(_ count: Int) -> [Element] { Array(_elements().suffix(count)) }
      func dropFirst(_ count: Int = 1) -> DropFirstSequence<Self> {
        if count < 0 { _stop("Fatal error", "Can't drop a negative number of elements from a sequence") }
        return DropFirstSequence(_base: self, _limit: count)
      }
      func dropLast(_ count: Int = 1) -> [Element] { Array(_elements().dropLast(count)) }
      func drop(while predicate: (Element) throws -> Bool) rethrows -> DropWhileSequence<Self> {
        var iterator = makeIterator()
        var next = iterator.next()
        while let element = next {
          if !(try predicate(element)) { break }
          next = iterator.next()
        }
        return DropWhileSequence(_iterator: iterator, _nextElement: next)
      }
      func joined(separator: String) -> String where Element: StringProtocol {
        _joinStrings(_elements(), separator)
      }
      func joined() -> String where Element: StringProtocol { _joinStrings(_elements(), "") }
      func joined() -> FlattenSequence<Self> where Element: Sequence { FlattenSequence(_base: self) }
      func joined<S: Sequence>(
        separator: S
      ) -> JoinedSequence<Self> where Element: Sequence, S.Element == Element.Element {
        JoinedSequence(_base: self, _separator: separator._elements())
      }
    }
    """#

  private static let ends = #"""
    struct PrefixSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      let _base: Base
      let _maxLength: Int
      func makeIterator() -> PrefixIterator<Base> {
        PrefixIterator(_iterator: _base.makeIterator(), _rest: _maxLength)
      }
    }
    struct PrefixIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      var _rest: Int
      mutating func next() -> Base.Element? {
        if _rest <= 0 { return nil }
        _rest -= 1
        return _iterator.next()
      }
    }
    struct DropFirstSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      let _base: Base
      let _limit: Int
      func makeIterator() -> Base.Iterator {
        var iterator = _base.makeIterator()
        for _ in 0..<_limit { if iterator.next() == nil { break } }
        return iterator
      }
      func dropFirst(_ count: Int = 1) -> DropFirstSequence<Base> {
        DropFirstSequence(_base: _base, _limit: _limit + count)
      }
    }
    struct DropWhileSequence<Base: Sequence>: Sequence, IteratorProtocol {
      typealias Element = Base.Element
      var _iterator: Base.Iterator
      var _nextElement: Base.Element?
      mutating func next() -> Base.Element? {
        guard let element = _nextElement else { return nil }
        _nextElement = _iterator.next()
        return element
      }
    }
    """#

  private static let enumerated = #"""
    extension Sequence {
      func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(_base: self) }
    }
    struct EnumeratedSequence<Base: Sequence>: Sequence {
      typealias Element = (offset: Int, element: Base.Element)
      let _base: Base
      func makeIterator() -> EnumeratedIterator<Base> {
        EnumeratedIterator(_iterator: _base.makeIterator())
      }
      func _elements() -> [(offset: Int, element: Base.Element)] {
        var result: [(offset: Int, element: Base.Element)] = []
        var offset = 0
        for element in _base {
          result.append((offset: offset, element: element))
          offset += 1
        }
        return result
      }
    }
    struct EnumeratedIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      var _count = 0
      mutating func next() -> (offset: Int, element: Base.Element)? {
        guard let element = _iterator.next() else { return nil }
        _count += 1
        return (offset: _count - 1, element: element)
      }
    }
    struct EnumeratedIndex<Base: Collection>: Hashable, Comparable {
      let base: Base.Index
      let offset: Int
      static func < (a: EnumeratedIndex<Base>, b: EnumeratedIndex<Base>) -> Bool { a.base < b.base }
      static func == (a: EnumeratedIndex<Base>, b: EnumeratedIndex<Base>) -> Bool { a.base == b.base }
    }
    extension EnumeratedSequence: Collection where Base: Collection {
      typealias Index = EnumeratedIndex<Base>
      typealias SubSequence = Slice<EnumeratedSequence<Base>>
      var startIndex: EnumeratedIndex<Base> { EnumeratedIndex(base: _base.startIndex, offset: 0) }
      var endIndex: EnumeratedIndex<Base> { EnumeratedIndex(base: _base.endIndex, offset: _base.count) }
      var count: Int { _base.count }
      func index(after i: EnumeratedIndex<Base>) -> EnumeratedIndex<Base> {
        EnumeratedIndex(base: _base.index(after: i.base), offset: i.offset + 1)
      }
      func index(before i: EnumeratedIndex<Base>) -> EnumeratedIndex<Base> {
        EnumeratedIndex(base: _base.index(before: i.base), offset: i.offset - 1)
      }
      subscript(position: EnumeratedIndex<Base>) -> (offset: Int, element: Base.Element) {
        (offset: position.offset, element: _base[position.base])
      }
    }
    extension EnumeratedSequence: BidirectionalCollection where Base: BidirectionalCollection {}
    extension EnumeratedSequence: RandomAccessCollection where Base: RandomAccessCollection {}
    """#

  private static let zip = #"""
    func zip<A: Sequence, B: Sequence>(_ first: A, _ second: B) -> Zip2Sequence<A, B> {
      Zip2Sequence(_sequence1: first, _sequence2: second)
    }
    func _zipped<A, B>(_ first: [A], _ second: [B]) -> [(A, B)] {
      var result: [(A, B)] = []
      for index in 0..<_min(first.count, second.count) { result.append((first[index], second[index])) }
      return result
    }
    func _zipped<A: Sequence, B: Sequence>(_ first: A, _ second: B) -> [(A.Element, B.Element)] {
      var result: [(A.Element, B.Element)] = []
      var iterator = Zip2Iterator<A, B>(_first: first.makeIterator(), _second: second.makeIterator())
      while let pair = iterator.next() { result.append(pair) }
      return result
    }
    struct Zip2Sequence<A: Sequence, B: Sequence>: Sequence {
      typealias Iterator = Zip2Iterator<A, B>
      let _sequence1: A
      let _sequence2: B
      func _elements() -> [(A.Element, B.Element)] { _zipped(_sequence1, _sequence2) }
      func makeIterator() -> Zip2Iterator<A, B> {
        Zip2Iterator(_first: _sequence1.makeIterator(), _second: _sequence2.makeIterator())
      }
    }
    struct Zip2Iterator<A: Sequence, B: Sequence>: IteratorProtocol {
      var _first: A.Iterator
      var _second: B.Iterator
      mutating func next() -> (A.Element, B.Element)? {
        guard let a = _first.next() else { return nil }
        guard let b = _second.next() else { return nil }
        return (a, b)
      }
    }
    """#

  private static let joined = #"""
    struct FlattenSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element.Element
      let _base: Base
      func makeIterator() -> FlattenIterator<Base> { FlattenIterator(_base: _base.makeIterator()) }
      func _elements() -> [Base.Element.Element] {
        var result: [Base.Element.Element] = []
        for part in _base { result.append(contentsOf: part) }
        return result
      }
    }
    struct FlattenIndex<Base: Collection>: Hashable, Comparable {
      let _outer: Base.Index
      let _inner: Base.Element.Index?
      static func == (a: FlattenIndex<Base>, b: FlattenIndex<Base>) -> Bool {
        a._outer == b._outer && a._inner == b._inner
      }
      static func < (a: FlattenIndex<Base>, b: FlattenIndex<Base>) -> Bool {
        if a._outer != b._outer { return a._outer < b._outer }
        guard let x = a._inner, let y = b._inner else { return false }
        return x < y
      }
    }
    extension FlattenSequence: Collection where Base: Collection, Base.Element: Collection {
      typealias Index = FlattenIndex<Base>
      typealias SubSequence = Slice<FlattenSequence<Base>>
      func _from(_ outer: Base.Index) -> FlattenIndex<Base> {
        var outer = outer
        while outer != _base.endIndex {
          let part = _base[outer]
          if !part.isEmpty { return FlattenIndex<Base>(_outer: outer, _inner: part.startIndex) }
          outer = _base.index(after: outer)
        }
        return FlattenIndex<Base>(_outer: outer, _inner: nil)
      }
      var startIndex: FlattenIndex<Base> { _from(_base.startIndex) }
      var endIndex: FlattenIndex<Base> { FlattenIndex<Base>(_outer: _base.endIndex, _inner: nil) }
      func index(after i: FlattenIndex<Base>) -> FlattenIndex<Base> {
        let part = _base[i._outer]
        let next = part.index(after: i._inner!)
        if next != part.endIndex { return FlattenIndex<Base>(_outer: i._outer, _inner: next) }
        return _from(_base.index(after: i._outer))
      }
      func index(before i: FlattenIndex<Base>) -> FlattenIndex<Base> {
        var outer = i._outer
        if let inner = i._inner {
          let part = _base[outer]
          if inner != part.startIndex {
            return FlattenIndex<Base>(_outer: outer, _inner: part.index(before: inner))
          }
        }
        while true {
          outer = _base.index(before: outer)
          let part = _base[outer]
          if !part.isEmpty {
            return FlattenIndex<Base>(_outer: outer, _inner: part.index(before: part.endIndex))
          }
        }
      }
      subscript(position: FlattenIndex<Base>) -> Base.Element.Element {
        _base[position._outer][position._inner!]
      }
      var count: Int { _elements().count }
      var isEmpty: Bool { startIndex == endIndex }
    }
    extension FlattenSequence: BidirectionalCollection
    where Base: BidirectionalCollection, Base.Element: BidirectionalCollection {}
    struct FlattenIterator<Base: Sequence>: IteratorProtocol {
      var _base: Base.Iterator
      var _inner: Base.Element.Iterator?
      mutating func next() -> Base.Element.Element? {
        while true {
          if let element = _inner?.next() { return element }
          guard let part = _base.next() else { return nil }
          _inner = part.makeIterator()
        }
      }
    }
    """#

  private static let separated = #"""
    struct JoinedSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element.Element
      typealias Iterator = ArrayIterator<Base.Element.Element>
      let _base: Base
      let _separator: [Base.Element.Element]
      func makeIterator() -> ArrayIterator<Base.Element.Element> { ArrayIterator(_elements: _elements()) }
      func _elements() -> [Base.Element.Element] {
        var result: [Base.Element.Element] = []
        var isFirst = true
        for part in _base {
          if !isFirst { result += _separator }
          isFirst = false
          result.append(contentsOf: part)
        }
        return result
      }
    }
    """#
}
