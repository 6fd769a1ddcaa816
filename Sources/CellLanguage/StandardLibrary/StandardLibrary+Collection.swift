/// Collections of the program's own, and slices.
enum CollectionChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("collection", text), LibraryChunk("array slice", slice),
    LibraryChunk("reversed collection", reversed),
  ]

  private static let text = #"""
    struct IndexingIterator<Base: Collection>: IteratorProtocol, Sequence {
      let _base: Base
      var _index: Base.Index
      mutating func next() -> Base.Element? {
        if _index == _base.endIndex { return nil }
        let element = _base[_index]
        _index = _base.index(after: _index)
        return element
      }
    }
    protocol Collection: Sequence {
      associatedtype Element
      associatedtype Index
      associatedtype Iterator = IndexingIterator<Self>
      var startIndex: Index { get }
      var endIndex: Index { get }
      subscript(position: Index) -> Element { get }
    }
    protocol BidirectionalCollection: Collection {}
    protocol RandomAccessCollection: BidirectionalCollection {}
    extension BidirectionalCollection {
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        for element in _elements()._reversed() { if try predicate(element) { return element } }
        return nil
      }
    }
    protocol MutableCollection: Collection { subscript(position: Index) -> Element { get set } }
    protocol RangeReplaceableCollection: Collection {}
    extension RangeReplaceableCollection {
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
    extension MutableCollection {
      mutating func swapAt(_ i: Index, _ j: Index) {
        if i == j { return }
        let first = self[i]
        self[i] = self[j]
        self[j] = first
      }
      mutating func _fill(_ elements: [Element]) {
        var index = startIndex
        for element in elements {
          self[index] = element
          index = self.index(after: index)
        }
      }
      mutating func sort(by precedes: (Element, Element) throws -> Bool) rethrows {
        _fill(try _elements().sorted(by: precedes))
      }
      mutating func sort() where Element: Comparable { _fill(_elements().sorted()) }
      mutating func reverse() { _fill(_elements()._reversed()) }
      mutating func shuffle() { _fill(_elements().shuffled()) }
    }
    extension RandomAccessCollection {
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
    }
    extension Collection {
      func makeIterator() -> IndexingIterator<Self> { IndexingIterator(_base: self, _index: startIndex) }
      var isEmpty: Bool { startIndex == endIndex }
      var first: Element? { startIndex == endIndex ? nil : self[startIndex] }
      var last: Element? { _elements().last }
      var count: Int {
        var result = 0
        var index = startIndex
        while index != endIndex {
          index = self.index(after: index)
          result += 1
        }
        return result
      }
      var indices: [Index] {
        var result: [Index] = []
        var index = startIndex
        while index != endIndex {
          result.append(index)
          index = self.index(after: index)
        }
        return result
      }
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        var result = i
        if distance >= 0 {
          for _ in 0..<distance { result = self.index(after: result) }
        } else {
          for _ in 0..<(0 - distance) { result = self.index(before: result) }
        }
        return result
      }
      func distance(from start: Index, to end: Index) -> Int {
        var result = 0
        var index = start
        while index != end {
          index = self.index(after: index)
          result += 1
        }
        return result
      }
      func formIndex(after i: inout Index) { i = self.index(after: i) }
      func prefix(_ count: Int) -> [Element] {
        if count < 0 {
          _stop("Fatal error", "Can't take a prefix of negative length from a collection")
        }
        var result: [Element] = []
        var index = startIndex
        while index != endIndex && result.count < count {
          result.append(self[index])
          index = self.index(after: index)
        }
        return result
      }
      func firstIndex(of element: Element) -> Index? where Element: Equatable {
        var index = startIndex
        while index != endIndex {
          if self[index] == element { return index }
          index = self.index(after: index)
        }
        return nil
      }
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
        var index = startIndex
        while index != endIndex {
          if try predicate(self[index]) { return index }
          index = self.index(after: index)
        }
        return nil
      }
      func randomElement() -> Element? { _elements().randomElement() }
      func randomElement<G: RandomNumberGenerator>(using generator: inout G) -> Element? {
        let all = _elements()
        return all.isEmpty ? nil : all[Int.random(in: 0..<all.count, using: &generator)]
      }
    }
    """#

  private static let reversed = #"""
    struct ReversedCollection<Base: Collection>: Sequence {
      typealias Element = Base.Element
      let _base: Base
      func _elements() -> [Base.Element] { _base._elements()._reversed() }
      func makeIterator() -> ArrayIterator<Base.Element> { ArrayIterator(_elements: _elements()) }
      var count: Int { _base.count }
      var isEmpty: Bool { _base.isEmpty }
      var first: Base.Element? { _base.last }
      var last: Base.Element? { _base.first }
    }
    """#

  private static let slice = #"""
    struct ArraySlice<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
      CustomStringConvertible, CustomDebugStringConvertible, ExpressibleByArrayLiteral
    {
      var _base: [Element]
      var startIndex: Int
      var endIndex: Int
      init(_base: [Element], startIndex: Int, endIndex: Int) {
        self._base = _base
        self.startIndex = startIndex
        self.endIndex = endIndex
      }
      init() {
        self._base = []
        self.startIndex = 0
        self.endIndex = 0
      }
      init<S: Sequence>(_ elements: S) where S.Element == Element {
        self._base = elements._elements()
        self.startIndex = 0
        self.endIndex = self._base.count
      }
      init(repeating value: Element, count: Int) {
        self._base = Array(repeating: value, count: count)
        self.startIndex = 0
        self.endIndex = count
      }
      init(arrayLiteral elements: Element...) {
        self._base = elements
        self.startIndex = 0
        self.endIndex = elements.count
      }
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
      var description: String { String(describing: _elements()) }
      var debugDescription: String { "ArraySlice(" + String(describing: _elements()) + ")" }
      typealias ArrayLiteralElement = Element
      var count: Int { endIndex - startIndex }
      var isEmpty: Bool { startIndex == endIndex }
      var first: Element? { isEmpty ? nil : _base[startIndex] }
      var last: Element? { isEmpty ? nil : _base[endIndex - 1] }
      var indices: Range<Int> { startIndex..<endIndex }
      func _elements() -> [Element] { _base._copy(startIndex, endIndex) }
      func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: _elements()) }
      func _check(_ index: Int) {
        if index < startIndex || index >= endIndex { _stop("Fatal error", "Index out of bounds") }
      }
      subscript(position: Int) -> Element {
        get {
          _check(position)
          return _base[position]
        }
        set {
          _check(position)
          _base[position] = newValue
        }
      }
      subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        get { _slice(bounds.lowerBound, bounds.upperBound) }
        set { _replace(bounds.lowerBound, bounds.upperBound, newValue._elements()) }
      }
      subscript(bounds: ClosedRange<Int>) -> ArraySlice<Element> {
        get { _slice(bounds.lowerBound, bounds.upperBound + 1) }
        set { _replace(bounds.lowerBound, bounds.upperBound + 1, newValue._elements()) }
      }
      subscript(bounds: PartialRangeFrom<Int>) -> ArraySlice<Element> {
        get { _slice(bounds.lowerBound, endIndex) }
        set { _replace(bounds.lowerBound, endIndex, newValue._elements()) }
      }
      subscript(bounds: PartialRangeUpTo<Int>) -> ArraySlice<Element> {
        get { _slice(startIndex, bounds.upperBound) }
        set { _replace(startIndex, bounds.upperBound, newValue._elements()) }
      }
      subscript(bounds: PartialRangeThrough<Int>) -> ArraySlice<Element> {
        get { _slice(startIndex, bounds.upperBound + 1) }
        set { _replace(startIndex, bounds.upperBound + 1, newValue._elements()) }
      }
      func _slice(_ start: Int, _ end: Int) -> ArraySlice<Element> {
        if start < startIndex || end > endIndex || start > end {
          _stop("Fatal error", "Array index is out of range")
        }
        return ArraySlice(_base: _base, startIndex: start, endIndex: end)
      }
      @discardableResult mutating func removeFirst() -> Element {
        if isEmpty { _stop("Fatal error", "Can't remove first element from an empty collection") }
        startIndex += 1
        return _base[startIndex - 1]
      }
      @discardableResult mutating func removeLast() -> Element {
        if isEmpty { _stop("Fatal error", "Can't remove last element from an empty collection") }
        endIndex -= 1
        return _base[endIndex]
      }
      mutating func popFirst() -> Element? { isEmpty ? nil : removeFirst() }
      mutating func popLast() -> Element? { isEmpty ? nil : removeLast() }
      mutating func append(_ element: Element) {
        _base = _base._copy(0, endIndex)
        _base.append(element)
        endIndex += 1
      }
      mutating func swapAt(_ i: Int, _ j: Int) {
        _check(i)
        _check(j)
        _base.swapAt(i, j)
      }
      mutating func _setElements(_ elements: [Element]) { _replace(startIndex, endIndex, elements) }
      mutating func _replace(_ start: Int, _ end: Int, _ elements: [Element]) {
        if start < startIndex || end > endIndex || start > end {
          _stop("Fatal error", "ArraySlice replace: subrange extends past the end")
        }
        _base._replace(start, end, elements)
        endIndex += elements.count - (end - start)
      }
      mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {
        _replace(endIndex, endIndex, elements._elements())
      }
      mutating func insert(_ element: Element, at index: Int) {
        if index < startIndex || index > endIndex { _stop("Fatal error", "Index out of bounds") }
        _replace(index, index, [element])
      }
      @discardableResult mutating func remove(at index: Int) -> Element {
        _check(index)
        let element = _base[index]
        _replace(index, index + 1, [])
        return element
      }
      mutating func removeAll(keepingCapacity: Bool = false) { self = ArraySlice<Element>() }
      mutating func reserveCapacity(_ count: Int) {}
      func enumerated() -> [(offset: Int, element: Element)] { _elements().enumerated() }
      static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool {
        lhs._elements() == rhs._elements()
      }
    }
    extension ArraySlice: Equatable where Element: Equatable {}
    extension ArraySlice: Hashable where Element: Hashable {}
    """#
}
