/// `Dictionary`, which keeps the order of insertion.
enum DictionaryChunk {
  static let all: [LibraryChunk] = [.with("dictionary", text, addNatives)]

  private static let text = #"""
    extension Dictionary: Collection, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Element = (key: Key, value: Value)
      typealias Index = _DictionaryIndex
      typealias Iterator = ArrayIterator<(key: Key, value: Value)>
      typealias Keys = [Key]
      typealias Values = [Value]
      init() { self = [:] }
      init(minimumCapacity: Int) { self = [:] }
      init<S: Sequence>(uniqueKeysWithValues pairs: S) where S.Element == (Key, Value) {
        var result: [Key: Value] = [:]
        for (key, value) in pairs {
          if result._has(key) {
            _stop("Fatal error", "Duplicate values for key: '\(key)'")
          }
          result[key] = value
        }
        self = result
      }
      init<S: Sequence>(
        _ pairs: S, uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows where S.Element == (Key, Value) {
        var result: [Key: Value] = [:]
        for (key, value) in pairs {
          if let old = result._value(key) {
            result[key] = try combine(old, value)
          } else {
            result[key] = value
          }
        }
        self = result
      }
      init<S: Sequence>(
        grouping elements: S, by keyForValue: (S.Element) throws -> Key
      ) rethrows where Value == [S.Element] {
        var result: [Key: Value] = [:]
        for element in elements { result[try keyForValue(element), default: []].append(element) }
        self = result
      }
      var description: String { get }
      var debugDescription: String { get }
      var count: Int { get }
      var capacity: Int { count }
      var isEmpty: Bool { count == 0 }
      var first: (key: Key, value: Value)? { _elements().first }
      var startIndex: _DictionaryIndex { _DictionaryIndex(_offset: 0) }
      var endIndex: _DictionaryIndex { _DictionaryIndex(_offset: count) }
      func index(after i: _DictionaryIndex) -> _DictionaryIndex {
        _DictionaryIndex(_offset: i._offset + 1)
      }
      func index(forKey key: Key) -> _DictionaryIndex? {
        let offset = _offset(key)
        return offset < 0 ? nil : _DictionaryIndex(_offset: offset)
      }
      func _offset(_ key: Key) -> Int
      func _between(_ start: _DictionaryIndex, _ end: _DictionaryIndex) -> [(key: Key, value: Value)] {
        _elements()._copy(start._offset, end._offset)
      }
      subscript(key: Key) -> Value? { _value(key) }
      subscript(position: Index) -> (key: Key, value: Value) {
        _elements()[position._offset]
      }
      @discardableResult mutating func remove(at index: _DictionaryIndex) -> (key: Key, value: Value) {
        let pair = self[index]
        removeValue(forKey: pair.key)
        return pair
      }
      var keys: [Key] { get }
      var values: [Value] { get }
      func _elements() -> [(key: Key, value: Value)]
      func _has(_ key: Key) -> Bool
      func _value(_ key: Key) -> Value?
      func makeIterator() -> ArrayIterator<(key: Key, value: Value)> {
        ArrayIterator(_elements: _elements())
      }
      @discardableResult mutating func updateValue(_ value: Value, forKey key: Key) -> Value?
      @discardableResult mutating func removeValue(forKey key: Key) -> Value?
      mutating func removeAll(keepingCapacity: Bool = false) { self = [:] }
      mutating func reserveCapacity(_ count: Int) {}
      mutating func popFirst() -> (key: Key, value: Value)? {
        guard let pair = first else { return nil }
        removeValue(forKey: pair.key)
        return pair
      }
      func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T] {
        var result: [Key: T] = [:]
        for (key, value) in _elements() { result.updateValue(try transform(value), forKey: key) }
        return result
      }
      func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T] {
        var result: [Key: T] = [:]
        for (key, value) in _elements() {
          if let new = try transform(value) { result.updateValue(new, forKey: key) }
        }
        return result
      }
      func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
        var result: [Key: Value] = [:]
        for pair in _elements() {
          if try isIncluded(pair) { result.updateValue(pair.value, forKey: pair.key) }
        }
        return result
      }
      mutating func merge<S: Sequence>(
        _ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows where S.Element == (Key, Value) {
        for (key, value) in other {
          if let old = self._value(key) {
            self.updateValue(try combine(old, value), forKey: key)
          } else {
            self.updateValue(value, forKey: key)
          }
        }
      }
      func merging<S: Sequence>(
        _ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows -> [Key: Value] where S.Element == (Key, Value) {
        var result = self
        try result.merge(other, uniquingKeysWith: combine)
        return result
      }
    }
    extension Dictionary: Equatable where Value: Equatable {}
    extension Dictionary: Hashable where Value: Hashable {}
    struct _DictionaryIndex: Hashable, Comparable {
      let _offset: Int
      static func < (a: _DictionaryIndex, b: _DictionaryIndex) -> Bool { a._offset < b._offset }
    }
    typealias DictionaryLiteral<Key, Value> = [(key: Key, value: Value)]
    """#

  private static func addNatives(_ natives: inout NativeTable) {
    let type = "Dictionary."
    natives.add([type + "description", type + "debugDescription"]) { call in
      .string(try call.describe(0))
    }
    natives.add(type + "count") { call in .int(call.table(0).count) }
    natives.add(type + "keys") { call in call.arrayResult(call.table(0).pairs.map(\.key)) }
    natives.add(type + "values") { call in call.arrayResult(call.table(0).pairs.map(\.value)) }
    natives.add(type + "_elements()") { call in
      .values(call.table(0).pairs.map { .tuple($0.key, $0.value) })
    }
    natives.add(type + "_has(_:)") { call in .bool(try call.contains(call[1], in: call.table(0))) }
    natives.add(type + "_offset(_:)") { call in
      let table = call.table(0)
      guard let index = try call.machine.position(of: call[1], in: table).index else {
        return .int(-1)
      }
      return .int(table.entries[..<index].count { $0.isLive })
    }
    natives.add(type + "_value(_:)") { call in
      call.optional(try call.machine.value(for: call[1], in: call.table(0)))
    }
    natives.add(type + "updateValue(_:forKey:)") { call in
      let value = call[1]
      let key = call[2]
      let machine = call.machine
      let old = try call.changeTable { table in
        let old = try machine.value(for: key, in: table)
        try machine.store(value, for: key, in: table)
        return old
      }
      return call.optional(old)
    }
    natives.add(type + "removeValue(forKey:)") { call in
      let key = call[1]
      guard let index = try call.machine.position(of: key, in: call.table(0)).index else {
        return .none
      }
      // Not within the call of `optional`, which holds the arguments, and so the table, a second time.
      let old = call.changeTable { $0.remove(at: index) }
      return call.optional(old)
    }
  }
}
