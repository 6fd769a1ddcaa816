/// `Set`, which keeps the order of insertion.
enum SetChunk {
  static let all: [LibraryChunk] = [.with("set", text, addNatives)]

  private static let text = #"""
    protocol SetAlgebra: Equatable {}
    extension Set: Collection, SetAlgebra, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Index = Int
      typealias Iterator = ArrayIterator<Element>
      init() { self = [] }
      init<S: Sequence>(_ elements: S) where S.Element == Element { self = Set._made(elements._elements()) }
      static func _made(_ elements: [Element]) -> Set<Element>
      var description: String { get }
      var debugDescription: String { get }
      var count: Int { get }
      var isEmpty: Bool { count == 0 }
      var first: Element? { _elements().first }
      var startIndex: Int { 0 }
      var endIndex: Int { count }
      func _elements() -> [Element]
      func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: _elements()) }
      func contains(_ element: Element) -> Bool
      @discardableResult
      mutating func insert(_ element: Element) -> (inserted: Bool, memberAfterInsert: Element)
      @discardableResult mutating func update(with element: Element) -> Element?
      @discardableResult mutating func remove(_ element: Element) -> Element?
      @discardableResult mutating func removeFirst() -> Element {
        guard let element = first else {
          _stop("Fatal error", "Can't remove first element from an empty collection")
        }
        remove(element)
        return element
      }
      mutating func popFirst() -> Element? {
        guard let element = first else { return nil }
        remove(element)
        return element
      }
      mutating func removeAll(keepingCapacity: Bool = false) { self = [] }
      mutating func reserveCapacity(_ count: Int) {}
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
        var result: Set<Element> = []
        for element in _elements() { if try isIncluded(element) { result.insert(element) } }
        return result
      }
      func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        _union(other._elements())
      }
      func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        _select(Set._made(other._elements()), true)
      }
      func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        _select(Set._made(other._elements()), false)
      }
      func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        let second = Set._made(other._elements())
        return _select(second, false)._union(second._select(self, false)._elements())
      }
      func _union(_ elements: [Element]) -> Set<Element>
      func _select(_ other: Set<Element>, _ isIn: Bool) -> Set<Element>
      mutating func formUnion<S: Sequence>(_ other: S) { self = union(other) }
      mutating func formIntersection<S: Sequence>(_ other: S) { self = intersection(other) }
      mutating func formSymmetricDifference<S: Sequence>(_ other: S) { self = symmetricDifference(other) }
      mutating func subtract<S: Sequence>(_ other: S) { self = subtracting(other) }
      func isSubset<S: Sequence>(of other: S) -> Bool where S.Element == Element {
        _select(Set._made(other._elements()), true).count == count
      }
      func isSuperset<S: Sequence>(of other: S) -> Bool where S.Element == Element {
        for element in other { if !contains(element) { return false } }
        return true
      }
      func isStrictSubset(of other: Set<Element>) -> Bool { count < other.count && isSubset(of: other) }
      func isStrictSuperset(of other: Set<Element>) -> Bool { count > other.count && isSuperset(of: other) }
      func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element {
        for element in other { if contains(element) { return false } }
        return true
      }
    }
    """#

  private static func made(_ elements: [Datum]) -> DictionaryObject {
    let table = DictionaryObject()
    for element in elements where !table.contains(element) { table.set(element, to: .void) }
    return table
  }

  private static func addNatives(_ natives: inout NativeTable) {
    let type = "Set."
    natives.add([type + "description", type + "debugDescription"]) { call in
      .string(try call.describe(0))
    }
    natives.add(type + "_made(_:)") { call in .set(made(call.array(0))) }
    natives.add(type + "count") { call in .int(call.table(0).count) }
    natives.add(type + "_elements()") { call in call.arrayResult(call.table(0).pairs.map(\.key)) }
    natives.add(type + "contains(_:)") { call in .bool(call.table(0).contains(call[1])) }
    natives.add(type + "insert(_:)") { call in
      let element = call[1]
      if call.table(0).contains(element) { return .tuple(.bool(false), element) }
      call.changeTable { table in _ = table.set(element, to: .void) }
      return .tuple(.bool(true), element)
    }
    natives.add(type + "update(with:)") { call in
      let element = call[1]
      let isNew = call.changeTable { $0.set(element, to: .void) }
      return isNew ? .none : call.optional(element)
    }
    natives.add(type + "remove(_:)") { call in
      let element = call[1]
      guard call.table(0).contains(element) else { return .none }
      call.changeTable { table in _ = table.removeKey(element) }
      return call.optional(element)
    }
    natives.add(type + "_union(_:)") { call in
      let table = DictionaryObject(copying: call.table(0))
      for element in call.array(1) where !table.contains(element) { table.set(element, to: .void) }
      return .set(table)
    }
    natives.add(type + "_select(_:_:)") { call in
      let other = call.table(1)
      let isIn = call.bool(2)
      return .set(made(call.table(0).pairs.map(\.key).filter { other.contains($0) == isIn }))
    }
  }
}
