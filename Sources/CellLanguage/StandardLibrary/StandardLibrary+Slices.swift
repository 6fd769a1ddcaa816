/// What is a part of a collection, or another way to go through it: slices, indices, the way back.
enum SliceChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("indexing iterator", iterator),
    LibraryChunk("slice", slice), LibraryChunk("slice changes", changes),
    LibraryChunk("default indices", indices), LibraryChunk("reversed collection", reversed),
    LibraryChunk("array slice", ArraySliceChunk.text),
  ]

  private static let iterator = #"""
    struct IndexingIterator<Base: Collection>: IteratorProtocol, Sequence {
      let _elements: Base
      var _position: Base.Index
      mutating func next() -> Base.Element? {
        if _position == _elements.endIndex { return nil }
        let element = _elements[_position]
        _position = _elements.index(after: _position)
        return element
      }
    }
    """#

  private static let slice = #"""
    struct Slice<Base: Collection>: Collection {
      typealias Element = Base.Element
      typealias Index = Base.Index
      typealias SubSequence = Slice<Base>
      typealias Iterator = IndexingIterator<Slice<Base>>
      var _startIndex: Base.Index
      var _endIndex: Base.Index
      var _base: Base
      init(base: Base, bounds: Range<Base.Index>) {
        self._startIndex = bounds.lowerBound
        self._endIndex = bounds.upperBound
        self._base = base
      }
      var base: Base { _base }
      var startIndex: Base.Index { _startIndex }
      var endIndex: Base.Index { _endIndex }
      func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
      func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index {
        _base.index(i, offsetBy: distance)
      }
      func distance(from start: Base.Index, to end: Base.Index) -> Int {
        _base.distance(from: start, to: end)
      }
      func _elements() -> [Base.Element] { _base._between(_startIndex, _endIndex) }
      subscript(position: Base.Index) -> Base.Element {
        get { _base[position] }
        set { _base[position] = newValue }
      }
      subscript(bounds: Range<Base.Index>) -> Slice<Base> {
        get { Slice(base: _base, bounds: bounds) }
        set { for (index, element) in zip(bounds._places(in: _base), newValue) { _base[index] = element } }
      }
      mutating func popFirst() -> Base.Element? {
        if _startIndex == _endIndex { return nil }
        let element = _base[_startIndex]
        _startIndex = _base.index(after: _startIndex)
        return element
      }
      mutating func popLast() -> Base.Element? {
        if _startIndex == _endIndex { return nil }
        _endIndex = _base.index(before: _endIndex)
        return _base[_endIndex]
      }
      @discardableResult mutating func removeFirst() -> Base.Element {
        if _startIndex == _endIndex {
          _stop("Fatal error", "Can't remove first element from an empty collection")
        }
        return popFirst()!
      }
      @discardableResult mutating func removeLast() -> Base.Element {
        if _startIndex == _endIndex {
          _stop("Fatal error", "Can't remove last element from an empty collection")
        }
        return popLast()!
      }
    }
    extension Range {
      func _places<C: Collection>(in collection: C) -> [Bound] where C.Index == Bound {
        var result: [Bound] = []
        var index = lowerBound
        while index != upperBound {
          result.append(index)
          index = collection.index(after: index)
        }
        return result
      }
    }
    extension Slice: BidirectionalCollection where Base: BidirectionalCollection {}
    extension Slice: RandomAccessCollection where Base: RandomAccessCollection {}
    extension Slice: MutableCollection where Base: MutableCollection {}
    """#

  private static let indices = #"""
    struct DefaultIndices<Base: Collection>: Collection {
      typealias Element = Base.Index
      typealias Index = Base.Index
      typealias SubSequence = DefaultIndices<Base>
      typealias Iterator = IndexingIterator<DefaultIndices<Base>>
      let _elements: Base
      let _startIndex: Base.Index
      let _endIndex: Base.Index
      var startIndex: Base.Index { _startIndex }
      var endIndex: Base.Index { _endIndex }
      func index(after i: Base.Index) -> Base.Index { _elements.index(after: i) }
      func index(before i: Base.Index) -> Base.Index { _elements.index(before: i) }
      subscript(position: Base.Index) -> Base.Index { position }
      subscript(bounds: Range<Base.Index>) -> DefaultIndices<Base> {
        DefaultIndices(
          _elements: _elements, _startIndex: bounds.lowerBound, _endIndex: bounds.upperBound)
      }
    }
    extension DefaultIndices: BidirectionalCollection where Base: BidirectionalCollection {}
    extension DefaultIndices: RandomAccessCollection where Base: RandomAccessCollection {}
    """#

  private static let reversed = #"""
    struct ReversedIndex<Base: Collection>: Hashable, Comparable {
      let base: Base.Index
      init(_ base: Base.Index) { self.base = base }
      static func < (a: ReversedIndex<Base>, b: ReversedIndex<Base>) -> Bool { a.base > b.base }
      static func == (a: ReversedIndex<Base>, b: ReversedIndex<Base>) -> Bool { a.base == b.base }
    }
    struct ReversedCollection<Base: Collection>: BidirectionalCollection {
      typealias Element = Base.Element
      typealias Index = ReversedIndex<Base>
      typealias SubSequence = Slice<ReversedCollection<Base>>
      typealias Iterator = ArrayIterator<Base.Element>
      let _base: Base
      func _elements() -> [Base.Element] { _base._elements()._reversed() }
      func makeIterator() -> ArrayIterator<Base.Element> { ArrayIterator(_elements: _elements()) }
      func reversed() -> Base { _base }
      var count: Int { _base.count }
      var isEmpty: Bool { _base.isEmpty }
      var first: Base.Element? { _base.last }
      var last: Base.Element? { _base.first }
      var startIndex: ReversedIndex<Base> { ReversedIndex<Base>(_base.endIndex) }
      var endIndex: ReversedIndex<Base> { ReversedIndex<Base>(_base.startIndex) }
      func index(after i: ReversedIndex<Base>) -> ReversedIndex<Base> {
        ReversedIndex<Base>(_base.index(before: i.base))
      }
      func index(before i: ReversedIndex<Base>) -> ReversedIndex<Base> {
        ReversedIndex<Base>(_base.index(after: i.base))
      }
      func index(_ i: ReversedIndex<Base>, offsetBy distance: Int) -> ReversedIndex<Base> {
        ReversedIndex<Base>(_base.index(i.base, offsetBy: 0 - distance))
      }
      subscript(position: ReversedIndex<Base>) -> Base.Element { _base[_base.index(before: position.base)] }
      func _between(_ start: ReversedIndex<Base>, _ end: ReversedIndex<Base>) -> [Base.Element] {
        _base._between(end.base, start.base)._reversed()
      }
    }
    extension ReversedCollection: RandomAccessCollection where Base: RandomAccessCollection {}
    """#

  private static let changes = #"""
    protocol RangeReplaceableCollection: Collection {}
    extension RangeReplaceableCollection {
      init(repeating value: Element, count: Int) {
        self.init()
        for _ in 0..<count { append(value) }
      }
      init<S: Sequence>(_ elements: S) where S.Element == Element {
        self.init()
        append(contentsOf: elements)
      }
      mutating func append(_ element: Element) { insert(element, at: endIndex) }
      mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {
        for element in elements { append(element) }
      }
      mutating func insert(_ element: Element, at index: Index) {
        replaceSubrange(index..<index, with: [element])
      }
      mutating func insert<S: Sequence>(contentsOf elements: S, at index: Index) where S.Element == Element {
        replaceSubrange(index..<index, with: elements._elements())
      }
      @discardableResult mutating func remove(at index: Index) -> Element {
        let element = self[index]
        replaceSubrange(index..<self.index(after: index), with: [])
        return element
      }
      mutating func removeSubrange(_ bounds: Range<Index>) { replaceSubrange(bounds, with: []) }
      mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index {
        removeSubrange(bounds.relative(to: self))
      }
      mutating func replaceSubrange<R: RangeExpression, S: Sequence>(
        _ bounds: R, with elements: S
      ) where R.Bound == Index, S.Element == Element {
        replaceSubrange(bounds.relative(to: self), with: elements._elements())
      }
      @discardableResult mutating func removeFirst() -> Element {
        if isEmpty { _stop("Fatal error", "Can't remove first element from an empty collection") }
        return remove(at: startIndex)
      }
      mutating func removeFirst(_ count: Int) {
        if count < 0 { _stop("Fatal error", "Number of elements to remove should be non-negative") }
        if count > self.count {
          _stop("Fatal error", "Can't remove more items from a collection than it contains")
        }
        removeSubrange(startIndex..<index(startIndex, offsetBy: count))
      }
      @discardableResult mutating func removeLast() -> Element {
        if isEmpty { _stop("Fatal error", "Can't remove last element from an empty collection") }
        return remove(at: index(before: endIndex))
      }
      mutating func removeLast(_ count: Int) {
        if count < 0 { _stop("Fatal error", "Number of elements to remove should be non-negative") }
        if count > self.count {
          _stop("Fatal error", "Can't remove more items from a collection than it contains")
        }
        removeSubrange(index(endIndex, offsetBy: 0 - count)..<endIndex)
      }
      mutating func popLast() -> Element? { isEmpty ? nil : removeLast() }
      mutating func removeAll(keepingCapacity: Bool = false) { replaceSubrange(startIndex..<endIndex, with: []) }
      mutating func removeAll(where shouldRemove: (Element) throws -> Bool) rethrows {
        let rest = try _filtered { !(try shouldRemove($0)) }
        replaceSubrange(startIndex..<endIndex, with: rest)
      }
      mutating func reserveCapacity(_ count: Int) {}
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Self {
        Self(try _filtered(isIncluded))
      }
      static func + <C: RangeReplaceableCollection>(lhs: Self, rhs: C) -> Self
      where C.Element == Element {
        var result = lhs
        result.append(contentsOf: rhs)
        return result
      }
      static func + <S: Sequence>(lhs: Self, rhs: S) -> Self where S.Element == Element {
        var result = lhs
        result.append(contentsOf: rhs)
        return result
      }
      static func + <S: Sequence>(lhs: S, rhs: Self) -> Self where S.Element == Element {
        var result = rhs
        result.insert(contentsOf: lhs, at: result.startIndex)
        return result
      }
      static func += <S: Sequence>(lhs: inout Self, rhs: S) where S.Element == Element {
        lhs.append(contentsOf: rhs)
      }
    }
    """#
}
