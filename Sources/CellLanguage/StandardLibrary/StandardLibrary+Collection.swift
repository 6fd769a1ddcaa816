internal import CellChecking

/// What every collection can do by its indices: those of programs say no more than where they begin, end
/// and go on, and what stands at a place.
enum CollectionChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("collection protocols", protocols), LibraryChunk("collection", basics),
    LibraryChunk("collection parts", parts),
    LibraryChunk(
      "collection both ways", bidirectional,
      intrinsics: ["BidirectionalCollection.reversed()": .reversed]),
    LibraryChunk("random access", randomAccess), LibraryChunk("mutable collection", mutable),
  ]

  private static let protocols = #"""
    protocol Collection: Sequence {
      associatedtype Element
      associatedtype Index
      associatedtype Iterator = IndexingIterator<Self>
      associatedtype SubSequence = Slice<Self>
      associatedtype Indices = DefaultIndices<Self>
      var startIndex: Index { get }
      var endIndex: Index { get }
      subscript(position: Index) -> Element { get }
    }
    protocol BidirectionalCollection: Collection {}
    protocol RandomAccessCollection: BidirectionalCollection {}
    protocol MutableCollection: Collection { subscript(position: Index) -> Element { get set } }
    """#

  private static let basics = #"""
    extension Collection {
      func makeIterator() -> IndexingIterator<Self> {
        IndexingIterator(_elements: self, _position: startIndex)
      }
      subscript(bounds: Range<Index>) -> Slice<Self> { Slice(base: self, bounds: bounds) }
      subscript<R: RangeExpression>(bounds: R) -> SubSequence where R.Bound == Index {
        self[bounds.relative(to: self)]
      }
      var isEmpty: Bool { startIndex == endIndex }
      var first: Element? {
        let start = startIndex
        return start == endIndex ? nil : self[start]
      }
      var count: Int { distance(from: startIndex, to: endIndex) }
      var underestimatedCount: Int { count }
      var indices: DefaultIndices<Self> {
        DefaultIndices(_elements: self, _startIndex: startIndex, _endIndex: endIndex)
      }
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        if distance < 0 {
          _stop("Fatal error", "Only BidirectionalCollections can be advanced by a negative amount")
        }
        var result = i
        for _ in 0..<distance { result = self.index(after: result) }
        return result
      }
      func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        var result = i
        for _ in 0..<distance {
          if result == limit { return nil }
          result = self.index(after: result)
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
      func formIndex(_ i: inout Index, offsetBy distance: Int) { i = index(i, offsetBy: distance) }
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
      func index(of element: Element) -> Index? where Element: Equatable { firstIndex(of: element) }
      func randomElement() -> Element? { _elements().randomElement() }
      func randomElement<G: RandomNumberGenerator>(using generator: inout G) -> Element? {
        let all = _elements()
        return all.isEmpty ? nil : all[Int.random(in: 0..<all.count, using: &generator)]
      }
      func _between(_ start: Index, _ end: Index) -> [Element] {
        var result: [Element] = []
        var index = start
        while index != end {
          result.append(self[index])
          index = self.index(after: index)
        }
        return result
      }
    }
    """#

  private static let parts = #"""
    extension Collection {
      func prefix(_ count: Int) -> SubSequence {
        if count < 0 { _stop("Fatal error", "Can't take a prefix of negative length from a collection") }
        return self[startIndex..<(index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)]
      }
      func prefix(upTo end: Index) -> SubSequence { self[startIndex..<end] }
      func prefix(through end: Index) -> SubSequence { self[startIndex..<index(after: end)] }
      func suffix(_ count: Int) -> SubSequence {
        if count < 0 { _stop("Fatal error", "Can't take a suffix of negative length from a collection") }
        return self[index(startIndex, offsetBy: _max(0, self.count - count))..<endIndex]
      }
      func suffix(from start: Index) -> SubSequence { self[start..<endIndex] }
      func dropFirst(_ count: Int = 1) -> SubSequence {
        if count < 0 { _stop("Fatal error", "Can't drop a negative number of elements from a collection") }
        return self[(index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)..<endIndex]
      }
      func dropLast(_ count: Int = 1) -> SubSequence {
        if count < 0 { _stop("Fatal error", "Can't drop a negative number of elements from a collection") }
        return self[startIndex..<index(startIndex, offsetBy: _max(0, self.count - count))]
      }
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
        var end = startIndex
        while end != endIndex {
          if !(try predicate(self[end])) { break }
          end = index(after: end)
        }
        return self[startIndex..<end]
      }
      func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
        var start = startIndex
        while start != endIndex {
          if !(try predicate(self[start])) { break }
          start = index(after: start)
        }
        return self[start..<endIndex]
      }
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [SubSequence] {
        var result: [SubSequence] = []
        var start = startIndex
        var index = startIndex
        while index != endIndex && result.count < maxSplits {
          let end = index
          index = self.index(after: index)
          if try isSeparator(self[end]) {
            if end != start || !omittingEmptySubsequences { result.append(self[start..<end]) }
            start = index
          }
        }
        if start != endIndex || !omittingEmptySubsequences { result.append(self[start..<endIndex]) }
        return result
      }
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [SubSequence] where Element: Equatable {
        split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }
      }
    }
    """#

  private static let bidirectional = #"""
    extension BidirectionalCollection {
      var last: Element? { isEmpty ? nil : self[index(before: endIndex)] }
      func formIndex(before i: inout Index) { i = self.index(before: i) }
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        var result = i
        if distance >= 0 {
          for _ in 0..<distance { result = self.index(after: result) }
        } else {
          for _ in 0..<(0 - distance) { result = self.index(before: result) }
        }
        return result
      }
      func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        var result = i
        var rest = distance
        while rest != 0 {
          if result == limit { return nil }
          result = rest > 0 ? self.index(after: result) : self.index(before: result)
          rest += rest > 0 ? -1 : 1
        }
        return result
      }
      func distance(from start: Index, to end: Index) -> Int {
        var result = 0
        var index = start
        while index != end {
          if start < end {
            index = self.index(after: index)
            result += 1
          } else {
            index = self.index(before: index)
            result -= 1
          }
        }
        return result
      }
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
        var index = endIndex
        while index != startIndex {
          index = self.index(before: index)
          if try predicate(self[index]) { return index }
        }
        return nil
      }
      func lastIndex(of element: Element) -> Index? where Element: Equatable { lastIndex { $0 == element } }
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        guard let index = try lastIndex(where: predicate) else { return nil }
        return self[index]
      }
      func reversed() -> ReversedCollection<Self> { ReversedCollection(_base: self) }
    }
    """#

  private static let randomAccess = #"""
    extension RandomAccessCollection {
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
    }
    extension RandomAccessCollection where Index == Int {
      typealias Indices = Range<Int>
      var indices: Range<Int> { startIndex..<endIndex }
      func distance(from start: Int, to end: Int) -> Int { end - start }
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      func index(_ i: Int, offsetBy distance: Int, limitedBy limit: Int) -> Int? {
        if distance >= 0 { return limit >= i && i + distance > limit ? nil : i + distance }
        return limit <= i && i + distance < limit ? nil : i + distance
      }
    }
    """#

  private static let mutable = #"""
    extension MutableCollection {
      subscript(bounds: Range<Index>) -> Slice<Self> {
        get { Slice(base: self, bounds: bounds) }
        set {
          var index = bounds.lowerBound
          for element in newValue {
            if index == bounds.upperBound { break }
            self[index] = element
            index = self.index(after: index)
          }
        }
      }
      subscript<R: RangeExpression>(bounds: R) -> SubSequence where R.Bound == Index {
        get { self[bounds.relative(to: self)] }
        set { self[bounds.relative(to: self)] = newValue }
      }
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
      mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {
        _fill(_elements().shuffled(using: &generator))
      }
      mutating func partition(by belongsInSecond: (Element) throws -> Bool) rethrows -> Index {
        var all = _elements()
        let pivot = try all.partition(by: belongsInSecond)
        _fill(all)
        return index(startIndex, offsetBy: pivot)
      }
    }
    """#
}
