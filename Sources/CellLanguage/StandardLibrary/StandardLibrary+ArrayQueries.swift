/// What arrays and their slices have alike: parts, and searches from either end.
enum ArrayQueryChunk {
  /// The members for one of the two types, in terms of its `_slice`, `_replace` and bounds. They are indented:
  /// only what stands at the beginning of a line counts as a declaration of the top level.
  static func text(_ type: String) -> String {
    "extension " + type + " {\n" + parts + "\n" + queries + "\n}\n"
  }

  private static let parts = #"""
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
      func prefix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _stop("Fatal error", "Can't take a prefix of negative length from a collection") }
        return _slice(startIndex, startIndex + _min(count, self.count))
      }
      func prefix(upTo end: Int) -> ArraySlice<Element> { _slice(startIndex, end) }
      func prefix(through end: Int) -> ArraySlice<Element> { _slice(startIndex, end + 1) }
      func suffix(_ count: Int) -> ArraySlice<Element> {
        if count < 0 { _stop("Fatal error", "Can't take a suffix of negative length from a collection") }
        return _slice(endIndex - _min(count, self.count), endIndex)
      }
      func suffix(from start: Int) -> ArraySlice<Element> { _slice(start, endIndex) }
      func dropFirst(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _stop("Fatal error", "Can't drop a negative number of elements from a collection") }
        return _slice(startIndex + _min(count, self.count), endIndex)
      }
      func dropLast(_ count: Int = 1) -> ArraySlice<Element> {
        if count < 0 { _stop("Fatal error", "Can't drop a negative number of elements from a collection") }
        return _slice(startIndex, endIndex - _min(count, self.count))
      }
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> ArraySlice<Element> {
        var end = startIndex
        while end < endIndex {
          if !(try predicate(self[end])) { break }
          end += 1
        }
        return _slice(startIndex, end)
      }
      func drop(while predicate: (Element) throws -> Bool) rethrows -> ArraySlice<Element> {
        var start = startIndex
        while start < endIndex {
          if !(try predicate(self[start])) { break }
          start += 1
        }
        return _slice(start, endIndex)
      }
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [ArraySlice<Element>] {
        var result: [ArraySlice<Element>] = []
        var start = startIndex
        for index in startIndex..<endIndex {
          if result.count >= maxSplits { break }
          if try isSeparator(self[index]) {
            if index > start || !omittingEmptySubsequences { result.append(_slice(start, index)) }
            start = index + 1
          }
        }
        if start < endIndex || !omittingEmptySubsequences { result.append(_slice(start, endIndex)) }
        return result
      }
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [ArraySlice<Element>] where Element: Equatable {
        split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }
      }

    """#

  private static let queries = #"""
      func firstIndex(of element: Element) -> Int? where Element: Equatable {
        for index in startIndex..<endIndex { if self[index] == element { return index } }
        return nil
      }
      func lastIndex(of element: Element) -> Int? where Element: Equatable {
        var index = endIndex - 1
        while index >= startIndex {
          if self[index] == element { return index }
          index -= 1
        }
        return nil
      }
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        for index in startIndex..<endIndex { if try predicate(self[index]) { return index } }
        return nil
      }
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        var index = endIndex - 1
        while index >= startIndex {
          if try predicate(self[index]) { return index }
          index -= 1
        }
        return nil
      }
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        guard let index = try lastIndex(where: predicate) else { return nil }
        return self[index]
      }
      func randomElement() -> Element? { isEmpty ? nil : self[Int.random(in: startIndex..<endIndex)] }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func index(_ i: Int, offsetBy distance: Int, limitedBy limit: Int) -> Int? {
        if distance >= 0 { return limit >= i && i + distance > limit ? nil : i + distance }
        return limit <= i && i + distance < limit ? nil : i + distance
      }
      func distance(from start: Int, to end: Int) -> Int { end - start }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      func formIndex(after i: inout Int) { i += 1 }
      func formIndex(before i: inout Int) { i -= 1 }
      mutating func sort(by precedes: (Element, Element) throws -> Bool) rethrows {
        self._setElements(try _elements()._sorted(precedes))
      }
      mutating func sort() where Element: Comparable { self._setElements(_elements()._sorted()) }
      mutating func reverse() { self._setElements(_elements()._reversed()) }
      mutating func removeSubrange(_ range: Range<Int>) { _replace(range.lowerBound, range.upperBound, []) }
      mutating func removeSubrange(_ range: ClosedRange<Int>) {
        _replace(range.lowerBound, range.upperBound + 1, [])
      }
      mutating func removeSubrange(_ range: PartialRangeFrom<Int>) { _replace(range.lowerBound, endIndex, []) }
      mutating func removeSubrange(_ range: PartialRangeUpTo<Int>) {
        _replace(startIndex, range.upperBound, [])
      }
      mutating func removeSubrange(_ range: PartialRangeThrough<Int>) {
        _replace(startIndex, range.upperBound + 1, [])
      }
      mutating func replaceSubrange<S: Sequence>(_ range: Range<Int>, with elements: S) where S.Element == Element {
        _replace(range.lowerBound, range.upperBound, elements._elements())
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: ClosedRange<Int>, with elements: S
      ) where S.Element == Element {
        _replace(range.lowerBound, range.upperBound + 1, elements._elements())
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: PartialRangeFrom<Int>, with elements: S
      ) where S.Element == Element {
        _replace(range.lowerBound, endIndex, elements._elements())
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: PartialRangeUpTo<Int>, with elements: S
      ) where S.Element == Element {
        _replace(startIndex, range.upperBound, elements._elements())
      }
      mutating func removeFirst(_ count: Int) {
        if count < 0 { _stop("Fatal error", "Number of elements to remove should be non-negative") }
        if count > self.count {
          _stop("Fatal error", "Can't remove more items from a collection than it contains")
        }
        _replace(startIndex, startIndex + count, [])
      }
      mutating func removeLast(_ count: Int) {
        if count < 0 { _stop("Fatal error", "Number of elements to remove should be non-negative") }
        if count > self.count {
          _stop("Fatal error", "Can't remove more items from a collection than it contains")
        }
        _replace(endIndex - count, endIndex, [])
      }
      mutating func removeAll(where shouldRemove: (Element) throws -> Bool) rethrows {
        var result: [Element] = []
        for element in _elements() { if !(try shouldRemove(element)) { result.append(element) } }
        _replace(startIndex, endIndex, result)
      }
      mutating func insert<S: Sequence>(contentsOf elements: S, at index: Int) where S.Element == Element {
        _replace(index, index, elements._elements())
      }
      mutating func shuffle() {
        var generator = _NotebookGenerator()
        self.shuffle(using: &generator)
      }
      mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {
        var amount = count
        var current = startIndex
        while amount > 1 {
          let random = Int.random(in: 0..<amount, using: &generator)
          amount -= 1
          self.swapAt(current, current + random)
          current += 1
        }
      }
      mutating func partition(by belongsInSecond: (Element) throws -> Bool) rethrows -> Int {
        var low = startIndex
        var high = endIndex
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

    """#
}
