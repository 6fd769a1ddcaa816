internal import CellChecking

/// Writes values of cells with what they lead to, as the graph that they form.
///
/// What is shared stays shared, cycles stay cycles, and nothing recurs: a list may have a million nodes.
/// A value is a tag, and its parts follow it in their order. References (instances and boxes) are counted
/// when they are begun, objects behind values when they are complete; a later use is that number.
final class GraphWriter {
  var writer: KeptWriter
  let environment: Environment
  /// The numbers of the cells' texts that were asked for.
  var sources: [ObjectIdentifier: Int] = [:]
  let hosts: HostTable
  /// Whether something was written that a run copies: an instance, a box, a closure that holds some.
  private(set) var hasReferences = false

  var types: [Type: Int] = [:]
  var typeObjects: [ObjectIdentifier: Int] = [:]
  var nominals: [ObjectIdentifier: Int] = [:]
  var functions: [ObjectIdentifier: Int] = [:]
  private var objects: [ObjectIdentifier: Int] = [:]
  private var objectCount = 0
  private var texts: [TextPlace: Int] = [:]
  private var work: [Work] = []

  private enum Work {
    case write(Datum)
    case complete(ObjectIdentifier)
  }

  /// Where the bytes of a long text are, which parts of one text share.
  private struct TextPlace: Hashable {
    let address: UInt
    let count: Int
  }

  init(
    _ environment: Environment, blobs: any KeptBlobs, hosts: HostTable
  ) {
    writer = KeptWriter(blobs: blobs)
    self.environment = environment
    self.hosts = hosts
  }

  /// Writes a value; `false`, and nothing that can be used, where it leads to references and `plainOnly`.
  func put(_ datum: Datum, plainOnly: Bool) throws -> Bool {
    work = [.write(datum)]
    while let next = work.popLast() {
      switch next {
      case .write(let datum): try begin(datum)
      case .complete(let object): count(object)
      }
      if plainOnly, hasReferences { return false }
    }
    return true
  }

  private func begin(_ datum: Datum) throws {
    switch datum {
    case .void: tag(.void)
    case .none: tag(.none)
    case .bool(let value): tag(value ? .true : .false)
    case .int(let value):
      tag(.int)
      writer.put(integer: value)
    case .double(let value):
      tag(.double)
      writer.put(word: value.bitPattern)
    case .string(let value):
      tag(.string)
      try writer.write(value)
    case .character(let value):
      tag(.character)
      try writer.write(String(value))
    case .ints(let values):
      tag(.ints)
      try writer.write(values)
    case .doubles(let values):
      tag(.doubles)
      try writer.write(values)
    case .bools(let values):
      tag(.bools)
      try writer.write(values.map { $0 ? UInt8(1) : 0 })
    case .values(let values):
      tag(.values)
      put(values)
    case .stringIndex(let index):
      tag(.stringIndex)
      writer.put(word: index.bits)
    case .substring(let object, let span): try put(object, span)
    case .metatype(let object):
      tag(.metatype)
      try put(object)
    case .host(let box):
      tag(.host)
      try hosts.put(box, in: &writer)
    default: try beginObject(datum)
    }
  }

  private func beginObject(_ datum: Datum) throws {
    switch datum {
    case .dictionary(let table):
      guard isNew(table, .dictionary) else { return }
      put(table)
    case .set(let table):
      guard isNew(table, .set) else { return }
      put(table)
    case .tuple(let object):
      guard isNew(object, .tuple) else { return }
      put(object.elements)
    case .structure(let object):
      guard isNew(object, .structure) else { return }
      try put(object.type)
      put(object.fields)
    case .enumeration(let object):
      guard isNew(object, .enumeration) else { return }
      try put(object.type)
      writer.put(count: object.index)
      put(object.payload)
    case .some(let object):
      guard isNew(object, .some) else { return }
      follow([object.value])
    case .erased(let object):
      guard isNew(object, .erased) else { return }
      try put(object.type)
      follow([object.value])
    case .closure(let object):
      guard isNew(object, .closure) else { return }
      hasReferences = hasReferences || !object.captures.isEmpty
      try put(object.function)
      put(object.captures)
    case .instance(let object): try put(object)
    case .box(let box):
      guard isNewReference(box, .box) else { return }
      follow([box.value])
    case .weak(let object):
      hasReferences = true
      tag(.weak)
      writer.put(byte: object.instance == nil ? 0 : 1)
      if let instance = object.instance { follow([.instance(instance)]) }
    default: preconditionFailure("every other value is written by `begin`")
    }
  }

  private func put(_ object: InstanceObject) throws {
    guard isNewReference(object, .instance) else { return }
    try put(object.type)
    writer.put(count: object.identity)
    put(object.fields)
  }

  private func put(_ table: DictionaryObject) {
    writer.put(count: table.slotCount)
    writer.put(count: table.entries.count)
    for entry in table.entries { writer.put(byte: entry.isLive ? 1 : 0) }
    var parts: [Datum] = []
    for entry in table.entries where entry.isLive { parts += [entry.key, entry.value] }
    follow(parts)
  }

  private func put(_ object: SubstringObject, _ span: TextSpan) throws {
    tag(.substring)
    var (text, part) = object.whole
    // The text once, however many parts of it there are: they share its bytes.
    let place = text.withUTF8 { bytes in
      TextPlace(address: UInt(bitPattern: bytes.baseAddress), count: bytes.count)
    }
    let isLong = place.count > 15
    if isLong, let known = texts[place] {
      writer.put(count: known + 1)
    } else {
      writer.put(count: 0)
      try writer.write(text)
      if isLong { texts[place] = texts.count }
    }
    if let part {
      writer.put(byte: 0)
      writer.put(word: part.lowerBound.bits)
      writer.put(word: part.upperBound.bits)
    } else {
      writer.put(byte: 1)
      writer.put(integer: Int(span.start))
      writer.put(integer: Int(span.end))
    }
  }

  /// Parts of which only the value knows how many there are.
  private func put(_ parts: [Datum]) {
    writer.put(count: parts.count)
    follow(parts)
  }

  private func follow(_ parts: [Datum]) {
    for part in parts.reversed() { work.append(.write(part)) }
  }

  private func tag(_ tag: DatumTag) { writer.put(byte: tag.rawValue) }

  /// Whether an object behind a value is to be written; else its number is.
  private func isNew(_ object: AnyObject, _ kind: DatumTag) -> Bool {
    guard !isKnown(object, else: kind) else { return false }
    work.append(.complete(ObjectIdentifier(object)))
    return true
  }

  private func isNewReference(_ object: AnyObject, _ kind: DatumTag) -> Bool {
    hasReferences = true
    guard !isKnown(object, else: kind) else { return false }
    count(ObjectIdentifier(object))
    return true
  }

  /// Writes an object's number, if it has one by now; else its tag.
  private func isKnown(_ object: AnyObject, else kind: DatumTag) -> Bool {
    guard let known = objects[ObjectIdentifier(object)] else {
      tag(kind)
      return false
    }
    tag(.known)
    writer.put(count: known)
    return true
  }

  private func count(_ object: ObjectIdentifier) {
    objects[object] = objectCount
    objectCount += 1
  }
}

/// What a written value is.
enum DatumTag: UInt8 {
  case void, none, `false`, `true`, int, double, string, character, ints, doubles, bools, values
  case dictionary, set, tuple, structure, enumeration, instance, closure, host, some, erased
  case metatype, box, stringIndex, substring, weak, known
}

extension String.Index {
  /// All that an index knows.
  var bits: UInt64 { unsafe unsafeBitCast(self, to: UInt64.self) }

  /// The index that knew that.
  init(bits: UInt64) { self = unsafe unsafeBitCast(bits, to: String.Index.self) }
}
