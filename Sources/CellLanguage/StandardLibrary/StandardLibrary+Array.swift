/// `Array`: what is changed in place or must be fast is native, the rest comes with `Sequence`.
enum ArrayChunk {
  static let all: [LibraryChunk] = [
    .with("array", text, addNatives), LibraryChunk("array parts", parts),
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
      init(repeating value: Element, count: Int)
      init<S: Sequence>(_ elements: S) where S.Element == Element { self = elements._elements() }
      var description: String { get }
      var debugDescription: String { get }
      var count: Int { get }
      var capacity: Int { count }
      var isEmpty: Bool { count == 0 }
      var startIndex: Int { 0 }
      var endIndex: Int { count }
      var indices: Range<Int> { 0..<count }
      var first: Element? { get }
      var last: Element? { get }
      func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: self) }
      func _elements() -> [Element] { self }
      func _copy(_ start: Int, _ end: Int) -> [Element]
      mutating func append(_ element: Element)
      mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {
        self += elements._elements()
      }
      mutating func insert(_ element: Element, at index: Int)
      mutating func insert<S: Sequence>(contentsOf elements: S, at index: Int) where S.Element == Element {
        _replace(index, index, elements._elements())
      }
      @discardableResult mutating func remove(at index: Int) -> Element
      @discardableResult mutating func removeLast() -> Element
      @discardableResult mutating func removeFirst() -> Element
      mutating func popLast() -> Element?
      mutating func removeLast(_ count: Int) { _replace(self.count - count, self.count, []) }
      mutating func removeFirst(_ count: Int) {
        if count > self.count {
          _stop("Fatal error", "Can't remove more items from a collection than it contains")
        }
        _replace(0, count, [])
      }
      mutating func removeAll(keepingCapacity: Bool = false) { self = [] }
      mutating func removeAll(where shouldRemove: (Element) throws -> Bool) rethrows {
        var result: [Element] = []
        for element in self { if !(try shouldRemove(element)) { result.append(element) } }
        self = result
      }
      mutating func reserveCapacity(_ count: Int) {}
      mutating func swapAt(_ i: Int, _ j: Int)
      mutating func _replace(_ start: Int, _ end: Int, _ elements: [Element])
      mutating func removeSubrange(_ range: Range<Int>) { _replace(range.lowerBound, range.upperBound, []) }
      mutating func removeSubrange(_ range: ClosedRange<Int>) {
        _replace(range.lowerBound, range.upperBound + 1, [])
      }
      mutating func removeSubrange(_ range: PartialRangeFrom<Int>) { _replace(range.lowerBound, count, []) }
      mutating func removeSubrange(_ range: PartialRangeUpTo<Int>) { _replace(0, range.upperBound, []) }
      mutating func replaceSubrange<S: Sequence>(_ range: Range<Int>, with elements: S) {
        _replace(range.lowerBound, range.upperBound, elements._elements())
      }
      mutating func replaceSubrange<S: Sequence>(_ range: ClosedRange<Int>, with elements: S) {
        _replace(range.lowerBound, range.upperBound + 1, elements._elements())
      }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func distance(from start: Int, to end: Int) -> Int { end - start }
    }
    extension Array: Equatable where Element: Equatable {}
    extension Array: Hashable where Element: Hashable {}
    typealias ContiguousArray<Element> = Array<Element>
    """#

  private static let parts = #"""
    extension Array {
      subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        get { _slice(bounds.lowerBound, bounds.upperBound) }
        set { _replace(bounds.lowerBound, bounds.upperBound, newValue._elements()) }
      }
      subscript(bounds: ClosedRange<Int>) -> ArraySlice<Element> {
        get { _slice(bounds.lowerBound, bounds.upperBound + 1) }
        set { _replace(bounds.lowerBound, bounds.upperBound + 1, newValue._elements()) }
      }
      subscript(bounds: PartialRangeFrom<Int>) -> ArraySlice<Element> {
        get { _slice(bounds.lowerBound, count) }
        set { _replace(bounds.lowerBound, count, newValue._elements()) }
      }
      subscript(bounds: PartialRangeUpTo<Int>) -> ArraySlice<Element> {
        get { _slice(0, bounds.upperBound) }
        set { _replace(0, bounds.upperBound, newValue._elements()) }
      }
      subscript(bounds: PartialRangeThrough<Int>) -> ArraySlice<Element> {
        get { _slice(0, bounds.upperBound + 1) }
        set { _replace(0, bounds.upperBound + 1, newValue._elements()) }
      }
      func _slice(_ start: Int, _ end: Int) -> ArraySlice<Element> {
        if start < 0 || end > count { _stop("Fatal error", "Array index is out of range") }
        if start > end { _stop("Fatal error", "Range requires lowerBound <= upperBound") }
        return ArraySlice(_base: self, startIndex: start, endIndex: end)
      }
      func prefix(_ count: Int) -> ArraySlice<Element> { _slice(0, _min(count, self.count)) }
      func prefix(upTo end: Int) -> ArraySlice<Element> { _slice(0, end) }
      func prefix(through end: Int) -> ArraySlice<Element> { _slice(0, end + 1) }
      func suffix(_ count: Int) -> ArraySlice<Element> { _slice(_max(self.count - count, 0), self.count) }
      func suffix(from start: Int) -> ArraySlice<Element> { _slice(start, count) }
      func dropFirst(_ count: Int = 1) -> ArraySlice<Element> {
        _slice(_min(count, self.count), self.count)
      }
      func dropLast(_ count: Int = 1) -> ArraySlice<Element> { _slice(0, _max(self.count - count, 0)) }
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> ArraySlice<Element> {
        var end = 0
        while end < count {
          if !(try predicate(self[end])) { break }
          end += 1
        }
        return _slice(0, end)
      }
      func drop(while predicate: (Element) throws -> Bool) rethrows -> ArraySlice<Element> {
        var start = 0
        while start < count {
          if !(try predicate(self[start])) { break }
          start += 1
        }
        return _slice(start, count)
      }
      func enumerated() -> [(offset: Int, element: Element)] {
        var result: [(offset: Int, element: Element)] = []
        for index in 0..<count { result.append((offset: index, element: self[index])) }
        return result
      }
      func firstIndex(of element: Element) -> Int? where Element: Equatable {
        for index in 0..<count { if self[index] == element { return index } }
        return nil
      }
      func lastIndex(of element: Element) -> Int? where Element: Equatable {
        var index = count - 1
        while index >= 0 {
          if self[index] == element { return index }
          index -= 1
        }
        return nil
      }
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        for index in 0..<count { if try predicate(self[index]) { return index } }
        return nil
      }
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        var index = count - 1
        while index >= 0 {
          if try predicate(self[index]) { return index }
          index -= 1
        }
        return nil
      }
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        guard let index = try lastIndex(where: predicate) else { return nil }
        return self[index]
      }
      func randomElement() -> Element? { isEmpty ? nil : self[Int.random(in: 0..<count)] }
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [ArraySlice<Element>] {
        var result: [ArraySlice<Element>] = []
        var start = 0
        for index in 0..<count {
          if result.count >= maxSplits { break }
          if try isSeparator(self[index]) {
            if index > start || !omittingEmptySubsequences { result.append(_slice(start, index)) }
            start = index + 1
          }
        }
        if start < count || !omittingEmptySubsequences { result.append(_slice(start, count)) }
        return result
      }
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [ArraySlice<Element>] where Element: Equatable {
        split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }
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
      mutating func sort() where Element: Comparable { self = self._sorted() }
      mutating func sort(by precedes: (Element, Element) throws -> Bool) rethrows {
        self = try self._sorted(precedes)
      }
      mutating func reverse() { self = self._reversed() }
      mutating func shuffle() {
        var index = count - 1
        while index > 0 {
          self.swapAt(index, Int.random(in: 0...index))
          index -= 1
        }
      }
      mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {
        var amount = count
        var current = 0
        while amount > 1 {
          let random = Int.random(in: 0..<amount, using: &generator)
          amount -= 1
          self.swapAt(current, current + random)
          current += 1
        }
      }
      mutating func partition(by belongsInSecond: (Element) throws -> Bool) rethrows -> Int {
        var low = 0
        var high = count
        while true {
          while low < high {
            if try belongsInSecond(self[low]) { break }
            low += 1
          }
          if low >= high { return low }
          high -= 1
          while low < high {
            if !(try belongsInSecond(self[high])) { break }
            high -= 1
          }
          if low >= high { return low }
          self.swapAt(low, high)
          low += 1
        }
      }
    }
    """#
}
