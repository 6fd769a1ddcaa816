/// `Set`, which keeps the order of insertion.
enum SetChunk {
  static let all: [LibraryChunk] = [.with("set", text, addNatives)]

  private static let text = #"""
    protocol SetAlgebra: Equatable {}
    extension Set: Collection, SetAlgebra, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Index = Int
      typealias Iterator = ArrayIterator<Element>
      init() { self = [] }
      init(arrayLiteral elements: Element...) { self = Set._made(elements) }
      init(_ elements: [Element]) { self = Set._made(elements) }
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
      func index(after i: Int) -> Int { i + 1 }
      func _between(_ start: Int, _ end: Int) -> [Element] { _elements()._copy(start, end) }
      subscript(position: Int) -> Element {
        if position < 0 || position >= count {
          _stop("Fatal error", "Attempting to access Set elements using an invalid index")
        }
        return _elements()[position]
      }
      func firstIndex(of element: Element) -> Int? {
        contains(element) ? _elements().firstIndex { $0 == element } : nil
      }
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        try _elements().firstIndex(where: predicate)
      }
      @discardableResult mutating func remove(at index: Int) -> Element {
        let element = self[index]
        remove(element)
        return element
      }
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

  private static func made(_ elements: [Datum], _ call: NativeCall) throws -> DictionaryObject {
    let table = DictionaryObject()
    try call.visit(elements) { _ = try insert($0, in: table, call.machine) }
    return table
  }

  /// Adds an element unless an equal one is there, which then stays.
  @discardableResult
  private static func insert(
    _ element: Datum, in table: DictionaryObject, _ machine: Machine
  ) throws -> Bool {
    let (index, hash) = try machine.position(of: element, in: table)
    guard index == nil else { return false }
    table.insertNew(element, .void, hash: hash)
    return true
  }

  // A function of its own, so that the table is not held any more when it is changed.

  /// The member of the set that is equal to an element.
  @inline(never)
  private static func member(_ element: Datum, _ call: NativeCall) throws -> Datum? {
    let table = call.table(0)
    return try call.machine.position(of: element, in: table).index.map { table.entries[$0].key }
  }

  private static func addNatives(_ natives: inout NativeTable) {
    let type = "Set."
    natives.add([type + "description", type + "debugDescription"]) { call in
      .string(try call.describe(0))
    }
    natives.add(type + "_made(_:)") { call in .set(try made(call.array(0), call)) }
    natives.add(type + "count") { call in .int(call.table(0).count) }
    natives.add(type + "_elements()") { call in call.arrayResult(call.table(0).pairs.map(\.key)) }
    natives.add(type + "contains(_:)") { call in
      .bool(try call.contains(call[1], in: call.table(0)))
    }
    natives.add(type + "insert(_:)") { call in
      let element = call[1]
      if let known = try member(element, call) { return .tuple(.bool(false), known) }
      let machine = call.machine
      try call.changeTable { table in _ = try insert(element, in: table, machine) }
      return .tuple(.bool(true), element)
    }
    natives.add(type + "update(with:)") { call in
      let element = call[1]
      let machine = call.machine
      let old = try call.changeTable { table -> Datum? in
        guard let index = try machine.position(of: element, in: table).index else {
          try insert(element, in: table, machine)
          return nil
        }
        let old = table.entries[index].key
        table.replaceKey(at: index, with: element)
        return old
      }
      return call.optional(old)
    }
    natives.add(type + "remove(_:)") { call in
      let element = call[1]
      let machine = call.machine
      guard let old = try member(element, call) else { return .none }
      try call.changeTable { table in
        guard let index = try machine.position(of: element, in: table).index else { return }
        _ = table.remove(at: index)
      }
      return call.optional(old)
    }
    natives.add(type + "_union(_:)") { call in
      let table = DictionaryObject(copying: call.table(0))
      let native = call
      try native.visit(call.array(1)) { _ = try insert($0, in: table, native.machine) }
      return .set(table)
    }
    natives.add(type + "_select(_:_:)") { call in
      let other = call.table(1)
      let isIn = call.bool(2)
      let native = call
      var kept: [Datum] = []
      try native.visit(call.table(0).pairs.map { $0.key }) {
        if try native.contains($0, in: other) == isIn { kept.append($0) }
      }
      return .set(try made(kept, native))
    }
  }
}
