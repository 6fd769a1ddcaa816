/// `Array`: what is changed in place or must be fast is native, the rest comes with `Sequence`.
enum ArrayChunk {
  static let all: [LibraryChunk] = [
    .with("array", text, addNatives), LibraryChunk("array parts", parts),
    LibraryChunk("array queries", ArrayQueryChunk.text("Array")),
    LibraryChunk("slice queries", ArrayQueryChunk.text("ArraySlice")),
    .with("array order", order, addOrder),
  ]

  private static let text = #"""
    extension Array: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
      CustomStringConvertible, CustomDebugStringConvertible
    {
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
      typealias Iterator = ArrayIterator<Element>
      init() { self = [] }
      init(arrayLiteral elements: Element...) { self = elements }
      init(repeating value: Element, count: Int)
      init<S: Sequence>(_ elements: S) where S.Element == Element { self = elements._elements() }
      var description: String { get }
      var debugDescription: String { get }
      var count: Int { get }
      var capacity: Int { get }
      var isEmpty: Bool { count == 0 }
      var startIndex: Int { 0 }
      var endIndex: Int { count }
      var indices: Range<Int> { 0..<count }
      var first: Element? { get }
      var last: Element? { get }
      func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: self) }
      func _elements() -> [Element] { self }
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
        try _filtered(isIncluded)
      }
      func _copy(_ start: Int, _ end: Int) -> [Element]
      mutating func append(_ element: Element)
      mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {
        self += elements._elements()
      }
      mutating func insert(_ element: Element, at index: Int)
      @discardableResult mutating func remove(at index: Int) -> Element
      @discardableResult mutating func removeLast() -> Element
      @discardableResult mutating func removeFirst() -> Element
      mutating func popLast() -> Element?
      mutating func removeAll(keepingCapacity: Bool = false)
      mutating func reserveCapacity(_ count: Int)
      mutating func swapAt(_ i: Int, _ j: Int)
      mutating func _replace(_ start: Int, _ end: Int, _ elements: [Element])
    }
    extension Array: Equatable where Element: Equatable {}
    extension Array: Hashable where Element: Hashable {}
    typealias ContiguousArray<Element> = Array<Element>
    """#

  private static let parts = #"""
    extension Array {
      func _slice(_ start: Int, _ end: Int) -> ArraySlice<Element> {
        if start < 0 || end > count { _stop("Fatal error", "Array index is out of range") }
        if start > end { _stop("Fatal error", "Range requires lowerBound <= upperBound") }
        return ArraySlice(_base: self, startIndex: start, endIndex: end)
      }
    }
    func _min(_ a: Int, _ b: Int) -> Int { b < a ? b : a }
    func _max(_ a: Int, _ b: Int) -> Int { b > a ? b : a }
    """#

  private static let order = #"""
    extension Array {
      func _sorted() -> [Element]
      func _sorted(_ precedes: (Element, Element) throws -> Bool) rethrows -> [Element]
      func _reversed() -> [Element]
      mutating func _setElements(_ elements: [Element]) { self = elements }
    }
    """#
}
