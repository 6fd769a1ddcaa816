/// What every sequence can do, written in the cell language.
///
/// What looks at all elements goes over `_elements()`, an array that most types make natively; what may
/// stop early goes over the sequence itself, which may have no end.
enum SequenceChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("sequence protocols", protocols), LibraryChunk("sequence", basics),
    LibraryChunk("sequence queries", queries), LibraryChunk("sequence order", order),
  ]

  private static let protocols = #"""
    protocol IteratorProtocol {
      associatedtype Element
      mutating func next() -> Element?
    }
    extension IteratorProtocol {
      func makeIterator() -> Self { self }
    }
    protocol Sequence {
      associatedtype Element
      associatedtype Iterator
      func makeIterator() -> Iterator
    }
    struct ArrayIterator<Element>: IteratorProtocol, Sequence {
      let _elements: [Element]
      var _position = 0
      mutating func next() -> Element? {
        if _position >= _elements.count { return nil }
        _position += 1
        return _elements[_position - 1]
      }
    }
    """#

  private static let basics = #"""
    extension Sequence {
      func _elements() -> [Element] {
        var result: [Element] = []
        for element in self { result.append(element) }
        return result
      }
      func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {
        var result: [T] = []
        for element in _elements() { result.append(try transform(element)) }
        return result
      }
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
        try _filtered(isIncluded)
      }
      func _filtered(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in _elements() { if try isIncluded(element) { result.append(element) } }
        return result
      }
      func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T] {
        var result: [T] = []
        for element in _elements() { if let value = try transform(element) { result.append(value) } }
        return result
      }
      func flatMap<S: Sequence>(_ transform: (Element) throws -> S) rethrows -> [S.Element] {
        var result: [S.Element] = []
        for element in _elements() { for part in try transform(element) { result.append(part) } }
        return result
      }
      func reduce<R>(_ initial: R, _ next: (R, Element) throws -> R) rethrows -> R {
        var result = initial
        for element in _elements() { result = try next(result, element) }
        return result
      }
      func reduce<R>(into initial: R, _ update: (inout R, Element) throws -> Void) rethrows -> R {
        var result = initial
        for element in _elements() { try update(&result, element) }
        return result
      }
      func forEach(_ body: (Element) throws -> Void) rethrows {
        for element in self { try body(element) }
      }
    }
    """#

  private static let queries = #"""
    extension Sequence {
      var underestimatedCount: Int { 0 }
      func contains(_ element: Element) -> Bool where Element: Equatable {
        for other in self { if other == element { return true } }
        return false
      }
      func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self { if try predicate(element) { return true } }
        return false
      }
      func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self { if !(try predicate(element)) { return false } }
        return true
      }
      func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        for element in self { if try predicate(element) { return element } }
        return nil
      }
      func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
        var result = 0
        for element in self { if try predicate(element) { result += 1 } }
        return result
      }
      func elementsEqual<S: Sequence>(_ other: S) -> Bool where S.Element == Element {
        _elements() == other._elements()
      }
      func elementsEqual<S: Sequence>(
        _ other: S, by same: (Element, S.Element) throws -> Bool
      ) rethrows -> Bool {
        let first = _elements()
        let second = other._elements()
        if first.count != second.count { return false }
        for index in 0..<first.count { if !(try same(first[index], second[index])) { return false } }
        return true
      }
      func starts<S: Sequence>(with prefix: S) -> Bool where S.Element == Element {
        let start = prefix._elements()
        let own = self.prefix(start.count)._elements()
        return own == start
      }
      func lexicographicallyPrecedes<S: Sequence>(_ other: S) -> Bool where S.Element == Element {
        let first = _elements()
        let second = other._elements()
        for index in 0..<_min(first.count, second.count) {
          if first[index] < second[index] { return true }
          if second[index] < first[index] { return false }
        }
        return first.count < second.count
      }
    }
    """#

  private static let order = #"""
    extension Sequence {
      func sorted() -> [Element] where Element: Comparable { _elements()._sorted() }
      func sorted(by precedes: (Element, Element) throws -> Bool) rethrows -> [Element] {
        try _elements()._sorted(precedes)
      }
      func reversed() -> [Element] { _elements()._reversed() }
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [ArraySlice<Element>] {
        try _elements().split(
          maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences,
          whereSeparator: isSeparator)
      }
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [ArraySlice<Element>] where Element: Equatable {
        split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }
      }
      func shuffled() -> [Element] {
        var result = _elements()
        result.shuffle()
        return result
      }
      func shuffled<G: RandomNumberGenerator>(using generator: inout G) -> [Element] {
        var result = _elements()
        result.shuffle(using: &generator)
        return result
      }
      func min() -> Element? where Element: Comparable {
        let all = _elements()
        guard var best = all.first else { return nil }
        for element in all { if element < best { best = element } }
        return best
      }
      func max() -> Element? where Element: Comparable {
        let all = _elements()
        guard var best = all.first else { return nil }
        for element in all { if element > best { best = element } }
        return best
      }
      func min(by precedes: (Element, Element) throws -> Bool) rethrows -> Element? {
        let all = _elements()
        guard var best = all.first else { return nil }
        for element in all { if try precedes(element, best) { best = element } }
        return best
      }
      func max(by precedes: (Element, Element) throws -> Bool) rethrows -> Element? {
        let all = _elements()
        guard var best = all.first else { return nil }
        for element in all { if try precedes(best, element) { best = element } }
        return best
      }
    }
    """#
}
