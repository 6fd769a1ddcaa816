/// `ArraySlice`: part of an array, with the indices of the whole.
enum ArraySliceChunk {
  static let text = #"""
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
      static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool {
        lhs._elements() == rhs._elements()
      }
    }
    extension ArraySlice: Equatable where Element: Equatable {}
    extension ArraySlice: Hashable where Element: Hashable {}
    """#
}
