/// `CollectionDifference`: what to take out of a collection, and what to put in, to make it another.
enum DifferenceChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("difference", text), LibraryChunk("difference search", search),
  ]

  private static let text = #"""
    struct CollectionDifference<ChangeElement>: Collection {
      enum Change {
        case insert(offset: Int, element: ChangeElement, associatedWith: Int?)
        case remove(offset: Int, element: ChangeElement, associatedWith: Int?)
        var _offset: Int {
          switch self {
          case .insert(let offset, _, _): return offset
          case .remove(let offset, _, _): return offset
          }
        }
        var _element: ChangeElement {
          switch self {
          case .insert(_, let element, _): return element
          case .remove(_, let element, _): return element
          }
        }
        var _isRemoval: Bool {
          if case .remove = self { return true }
          return false
        }
      }
      typealias Element = CollectionDifference<ChangeElement>.Change
      typealias Index = Int
      typealias Iterator = ArrayIterator<CollectionDifference<ChangeElement>.Change>
      let insertions: [CollectionDifference<ChangeElement>.Change]
      let removals: [CollectionDifference<ChangeElement>.Change]
      init(
        _insertions: [CollectionDifference<ChangeElement>.Change],
        _removals: [CollectionDifference<ChangeElement>.Change]
      ) {
        self.insertions = _insertions.sorted { $0._offset < $1._offset }
        self.removals = _removals.sorted { $0._offset < $1._offset }
      }
      init?<S: Sequence>(_ changes: S) where S.Element == CollectionDifference<ChangeElement>.Change {
        let all = changes._elements()
        self.init(_insertions: all.filter { !$0._isRemoval }, _removals: all.filter { $0._isRemoval })
      }
      func _elements() -> [CollectionDifference<ChangeElement>.Change] { removals._reversed() + insertions }
      func makeIterator() -> ArrayIterator<CollectionDifference<ChangeElement>.Change> {
        ArrayIterator(_elements: _elements())
      }
      var startIndex: Int { 0 }
      var endIndex: Int { removals.count + insertions.count }
      var count: Int { endIndex }
      func index(after i: Int) -> Int { i + 1 }
      subscript(position: Int) -> CollectionDifference<ChangeElement>.Change { _elements()[position] }
      func inverse() -> CollectionDifference<ChangeElement> {
        CollectionDifference<ChangeElement>(
          _insertions: removals.map {
            .insert(offset: $0._offset, element: $0._element, associatedWith: nil)
          },
          _removals: insertions.map {
            .remove(offset: $0._offset, element: $0._element, associatedWith: nil)
          })
      }
      func inferringMoves() -> CollectionDifference<ChangeElement> where ChangeElement: Hashable {
        func single(_ changes: [CollectionDifference<ChangeElement>.Change]) -> [ChangeElement: Int] {
          let groups = Dictionary(grouping: changes) { $0._element }
          return groups.filter { $0.value.count == 1 }.mapValues { $0[0]._offset }
        }
        let added = single(insertions)
        let taken = single(removals)
        return CollectionDifference<ChangeElement>(
          _insertions: insertions.map { change in
            .insert(
              offset: change._offset, element: change._element,
              associatedWith: added[change._element] == nil ? nil : taken[change._element])
          },
          _removals: removals.map { change in
            .remove(
              offset: change._offset, element: change._element,
              associatedWith: taken[change._element] == nil ? nil : added[change._element])
          })
      }
    }
    extension CollectionDifference: Equatable where ChangeElement: Equatable {}
    extension CollectionDifference: Hashable where ChangeElement: Hashable {}
    extension CollectionDifference.Change: Equatable where ChangeElement: Equatable {}
    extension CollectionDifference.Change: Hashable where ChangeElement: Hashable {}
    """#

  /// The greedy search of E. W. Myers, "An O(ND) difference algorithm and its variations" (1986), in the
  /// order of steps that Swift's library has: of several shortest scripts it finds the same.
  private static let search = #"""
    extension BidirectionalCollection {
      func difference<C: BidirectionalCollection>(
        from other: C, by areEquivalent: (C.Element, Element) -> Bool
      ) -> CollectionDifference<Element> where C.Element == Element {
        _difference(other._elements(), _elements(), areEquivalent)
      }
      func difference<C: BidirectionalCollection>(
        from other: C
      ) -> CollectionDifference<Element> where C.Element == Element, Element: Equatable {
        _difference(other._elements(), _elements(), { $0 == $1 })
      }
    }
    extension RangeReplaceableCollection {
      func applying(_ difference: CollectionDifference<Element>) -> Self? {
        var result = _elements()
        for change in difference {
          switch change {
          case .remove(let offset, _, _):
            if offset >= result.count { return nil }
            result.remove(at: offset)
          case .insert(let offset, let element, _):
            if offset > result.count { return nil }
            result.insert(element, at: offset)
          }
        }
        return Self(result)
      }
    }
    func _difference<T>(
      _ old: [T], _ new: [T], _ areEqual: (T, T) -> Bool
    ) -> CollectionDifference<T> {
      let trace = _descent(old, new, areEqual)
      var insertions: [CollectionDifference<T>.Change] = []
      var removals: [CollectionDifference<T>.Change] = []
      var x = old.count
      var y = new.count
      var d = trace.count - 1
      while d > 0 {
        let v = trace[d]
        let k = x - y
        let isDown = k == 0 - d || (k != d && v[k - 1 + d] < v[k + 1 + d])
        let before = isDown ? k + 1 : k - 1
        let startX = v[before + d]
        let startY = startX - before
        if isDown {
          insertions.append(.insert(offset: startY, element: new[startY], associatedWith: nil))
        } else {
          removals.append(.remove(offset: startX, element: old[startX], associatedWith: nil))
        }
        x = startX
        y = startY
        d -= 1
      }
      return CollectionDifference<T>(_insertions: insertions, _removals: removals)
    }
    func _descent<T>(_ a: [T], _ b: [T], _ areEqual: (T, T) -> Bool) -> [[Int]] {
      var result: [[Int]] = []
      var v = [0, 0, 0]
      for d in 0...(a.count + b.count) {
        let old = v
        result.append(old)
        v = [Int](repeating: 0, count: 2 * d + 3)
        var k = 0 - d
        while k <= d {
          var x = 0
          if k == 0 - d {
            x = old[k + 1 + d]
          } else if k == d {
            x = old[k - 1 + d] + 1
          } else {
            x = old[k - 1 + d] < old[k + 1 + d] ? old[k + 1 + d] : old[k - 1 + d] + 1
          }
          var y = x - k
          while x < a.count && y < b.count {
            if !areEqual(a[x], b[y]) { break }
            x += 1
            y += 1
          }
          v[k + d + 1] = x
          if x >= a.count && y >= b.count { return result }
          k += 2
        }
      }
      return result
    }
    """#
}
