/// A hash table that keeps the order of insertion, for `Dictionary` and `Set`.
///
/// Swift's own tables come out in another order in each process; a notebook must show the same thing
/// each time, so this one is ordered, as CPython's: `entries` in order with holes where something was
/// removed, and `slots`, open addressing with linear probing, pointing into it.
final class DictionaryObject {
  struct Entry {
    var hash: Int
    var key: Datum
    var value: Datum
    var isLive: Bool
  }

  // Not checked for accesses that overlap, as what other objects hold.
  @exclusivity(unchecked) private var content: [Entry] = []
  private(set) var entries: [Entry] {
    @inline(__always) _read { yield unsafe content }
    @inline(__always) _modify { yield unsafe &content }
  }
  /// Index into `entries`, or -1 for a slot never used. Slots of removed entries stay, so that probing
  /// goes on past them.
  @exclusivity(unchecked) private var places: [Int32] = []
  private var slots: [Int32] {
    @inline(__always) _read { yield unsafe places }
    @inline(__always) _modify { yield unsafe &places }
  }
  private(set) var count = 0

  init() {}

  init(copying other: DictionaryObject) {
    entries = other.entries
    slots = other.slots
    count = other.count
  }

  /// A table that was kept: the same entries and holes, and as many slots.
  init(entries: [Entry], slotCount: Int) {
    self.entries = entries
    slots = Array(repeating: -1, count: slotCount)
    count = entries.count(where: \.isLive)
  }

  /// How many slots there are.
  var slotCount: Int { slots.count }

  /// Puts the entries under the hashes that their keys have in this process.
  func rehash(_ hash: (Datum) throws -> Int) rethrows {
    guard !slots.isEmpty else { return }
    let mask = slots.count - 1
    for index in entries.indices where entries[index].isLive {
      entries[index].hash = try hash(entries[index].key)
      var slot = entries[index].hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// The live pairs in order.
  var pairs: [(key: Datum, value: Datum)] {
    entries.lazy.filter(\.isLive).map { ($0.key, $0.value) }
  }

  /// The position of a key among the entries.
  func find(_ key: Datum, hash: Int) -> Int? {
    switch key {
    case .int(let number):
      find(key, hash: hash) { other, _ in
        if case .int(number) = other { true } else { other.equals(key) }
      }
    default: find(key, hash: hash) { $0.equals($1) }
    }
  }

  /// At the value for a key; one that is not there gets a value first.
  func cursor(for key: Datum, orPut standard: Datum) -> Cursor {
    let hash = key.tableHash
    var index = find(key, hash: hash)
    if index == nil {
      insertNew(key, standard, hash: hash)
      index = entries.count - 1
    }
    return cursor(at: index ?? 0)
  }

  /// At the value for a key; `nil` when there is none.
  @inline(__always)
  func cursor(for key: Cursor) -> Cursor? {
    let index =
      if let number = key.integer() { find(number) } else {
        find(key.datum, hash: key.datum.tableHash)
      }
    return index.map { cursor(at: $0) }
  }

  /// The position of an integer among the entries.
  @inline(__always)
  private func find(_ number: Int) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Datum.hash(of: number) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return nil }
      if case .int(number) = entries[index].key { return index }
      slot = (slot + 1) & mask
    }
  }

  private func cursor(at place: Int) -> Cursor {
    unsafe entries.withUnsafeMutableBufferPointer {
      unsafe withUnsafeMutablePointer(to: &$0[place].value) { unsafe Cursor($0) }
    }
  }

  /// The position of a key among the entries; two keys of one hash are the same when `isSame` says so.
  @inline(__always)
  func find(
    _ key: Datum, hash: Int, isSame: (Datum, Datum) throws -> Bool
  ) rethrows -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = hash & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return nil }
      if entries[index].isLive, entries[index].hash == hash, try isSame(entries[index].key, key) {
        return index
      }
      slot = (slot + 1) & mask
    }
  }

  /// The value for a key.
  func value(_ key: Datum) -> Datum? {
    find(key, hash: key.tableHash).map { entries[$0].value }
  }

  /// Stores a value, replacing the one that the key had; answers whether the key is new.
  @discardableResult
  func set(_ key: Datum, to value: Datum) -> Bool {
    let hash = key.tableHash
    if let index = find(key, hash: hash) {
      entries[index].value = value
      return false
    }
    insertNew(key, value, hash: hash)
    return true
  }

  /// A table with other keys and values in the same places.
  func mapped(_ transform: (Datum) -> Datum) -> DictionaryObject {
    let result = DictionaryObject(copying: self)
    for index in result.entries.indices {
      result.entries[index].key = transform(entries[index].key)
      result.entries[index].value = transform(entries[index].value)
    }
    return result
  }

  /// Adds a key that is known to be absent.
  func insertNew(_ key: Datum, _ value: Datum, hash: Int) {
    if (entries.count + 1) * 3 > slots.count * 2 { rebuild() }
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(entries.count)
    entries.append(Entry(hash: hash, key: key, value: value, isLive: true))
    count += 1
  }

  /// Removes an entry by its position and answers its value.
  func remove(at index: Int) -> Datum {
    let value = entries[index].value
    entries[index] = Entry(hash: 0, key: .void, value: .void, isLive: false)
    count -= 1
    return value
  }

  /// Moves the value of an entry out, leaving a hole to be filled by `put`.
  func take(at index: Int) -> Datum {
    let value = entries[index].value
    entries[index].value = .void
    return value
  }

  /// Puts another key, equal to the one before, into an entry.
  func replaceKey(at index: Int, with key: Datum) { entries[index].key = key }

  /// Fills the value of an entry.
  func put(_ value: Datum, at index: Int) { entries[index].value = value }

  /// Room for so many more, and no holes.
  func reserve(_ capacity: Int) {
    guard capacity * 3 > slots.count * 2 else { return }
    rebuild(capacity: capacity)
  }

  private func rebuild(capacity: Int = 0) {
    if count < entries.count { entries.removeAll { !$0.isLive } }
    var size = 8
    while size * 2 < (max(count + 1, capacity)) * 3 * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    let mask = size - 1
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
