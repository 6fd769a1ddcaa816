internal import CellChecking

/// Reads the values that a ``GraphWriter`` wrote, against sources that were compiled again.
final class GraphReader {
  var reader: KeptReader
  let program: Program
  let compiler: Compiler
  let declared: DeclaredThings
  private let hosts: HostBoxes
  /// Tables whose keys are still to be hashed, those inside keys first.
  private(set) var tables: [DictionaryObject] = []

  var types: [Type] = []
  var nominals: [Nominal] = []
  var functions: [CompiledFunction] = []
  private var objects: [Datum] = []
  private var texts: [String] = []
  /// How deep names are nested in each other.
  var depth = 0

  init(_ reader: KeptReader, _ declared: DeclaredThings, hosts: HostBoxes) {
    self.reader = reader
    self.declared = declared
    self.hosts = hosts
    program = declared.program
    compiler = declared.compiler
  }

  /// Something whose parts are being read.
  private struct Pending {
    let tag: DatumTag
    var left: Int
    var parts: [Datum] = []
    var type: TypeObject?
    var index = 0
    /// The instance or box itself.
    var reference: Datum?
    var table: (slotCount: Int, isLive: [Bool]) = (0, [])
    var function: CompiledFunction?
  }

  /// The next value.
  func datum() throws -> Datum {
    var stack: [Pending] = []
    while true {
      var value: Datum
      switch try begin() {
      case .whole(let datum): value = datum
      case .pending(let pending):
        guard pending.left == 0 else {
          stack.append(pending)
          continue
        }
        value = try finish(pending)
      }
      while true {
        guard let top = stack.indices.last else { return value }
        stack[top].parts.append(value)
        stack[top].left -= 1
        guard stack[top].left == 0 else { break }
        value = try finish(stack.removeLast())
      }
    }
  }

  private enum Begun {
    case whole(Datum)
    case pending(Pending)
  }

  private func begin() throws -> Begun {
    guard let tag = DatumTag(rawValue: try reader.byte()) else { throw KeptError.damaged }
    switch tag {
    case .void: return .whole(.void)
    case .none: return .whole(.none)
    case .false: return .whole(.bool(false))
    case .true: return .whole(.bool(true))
    case .int: return .whole(.int(try reader.integer()))
    case .double: return .whole(.double(try reader.read()))
    case .string: return .whole(.string(try reader.read()))
    case .character:
      let text: String = try reader.read()
      guard text.count == 1, let character = text.first else { throw KeptError.damaged }
      return .whole(.character(character))
    case .ints: return .whole(.ints(try reader.read()))
    case .doubles: return .whole(.doubles(try reader.read()))
    case .bools: return .whole(.bools(try reader.read([UInt8].self).map { $0 != 0 }))
    case .stringIndex: return .whole(.stringIndex(String.Index(bits: try reader.word())))
    case .substring: return .whole(try substring())
    case .metatype: return .whole(.metatype(try typeObject()))
    case .host: return .whole(.host(try hosts.read(&reader)))
    case .known:
      let number = try reader.count()
      guard objects.indices.contains(number) else { throw KeptError.damaged }
      return .whole(objects[number])
    case .weak:
      if try reader.read(Bool.self) { return .pending(Pending(tag: .weak, left: 1)) }
      return .whole(.weak(WeakObject(nil)))
    case .values, .dictionary, .set, .tuple, .structure, .enumeration, .instance, .closure, .some,
      .erased, .box:
      return .pending(try pending(tag))
    }
  }

  private func pending(_ tag: DatumTag) throws -> Pending {
    var pending = Pending(tag: tag, left: 1)
    switch tag {
    case .values, .tuple: pending.left = try reader.length()
    case .structure:
      pending.type = try typeObject()
      pending.left = try reader.length()
      // Those that the language itself knows name no fields.
      guard let names = pending.type?.fieldNames, names.isEmpty || names.count == pending.left
      else {
        throw KeptError.damaged
      }
    case .enumeration:
      pending.type = try typeObject()
      pending.index = try reader.count()
      pending.left = try reader.length()
      guard let cases = pending.type?.cases, cases.indices.contains(pending.index) else {
        throw KeptError.damaged
      }
    case .erased: pending.type = try typeObject()
    case .closure:
      pending.function = try function()
      pending.left = try reader.length()
    case .instance:
      let type = try typeObject()
      let instance = InstanceObject(type, identity: try reader.count())
      pending.left = try reader.length()
      guard pending.left == type.fieldNames.count else { throw KeptError.damaged }
      pending.reference = .instance(instance)
      objects.append(.instance(instance))
    case .box:
      let box = Datum.box(Box(.void))
      pending.reference = box
      objects.append(box)
    case .dictionary, .set:
      pending.table = try tableLayout()
      pending.left = 2 * pending.table.isLive.count { $0 }
    default: break
    }
    return pending
  }

  private func tableLayout() throws -> (slotCount: Int, isLive: [Bool]) {
    let slotCount = try reader.count()
    let isLive = try (0..<(try reader.length())).map { _ in try reader.read(Bool.self) }
    // A power of two with room for the entries, as tables are; or nothing at all.
    guard slotCount & (slotCount - 1) == 0, slotCount >= 0,
      slotCount <= max(64, 64 * isLive.count) || slotCount < 1 << 24,
      isLive.isEmpty || isLive.count * 3 <= slotCount * 2
    else { throw KeptError.damaged }
    return (slotCount, isLive)
  }

  private func finish(_ pending: Pending) throws -> Datum {
    let parts = pending.parts
    let value: Datum
    switch (pending.tag, pending.type) {
    case (.values, _): return .values(parts)
    case (.weak, _):
      guard case .instance(let instance)? = parts.first else { throw KeptError.damaged }
      return .weak(WeakObject(instance))
    case (.instance, _), (.box, _):
      switch pending.reference {
      case .instance(let instance)?: instance.fields = parts
      case .box(let box)?: box.value = parts[0]
      default: throw KeptError.damaged
      }
      return pending.reference ?? .void
    case (.tuple, _): value = .tuple(TupleObject(parts))
    case (.structure, let type?): value = .structure(StructObject(type, parts))
    case (.enumeration, let type?):
      value = .enumeration(EnumObject(type, pending.index, parts))
    case (.some, _): value = .some(SomeObject(parts[0]))
    case (.erased, let type?): value = .erased(ErasedObject(type, parts[0]))
    case (.closure, _):
      guard let function = pending.function else { throw KeptError.damaged }
      value = .closure(ClosureObject(function, parts))
    case (.dictionary, _): value = .dictionary(table(pending))
    case (.set, _): value = .set(table(pending))
    default: throw KeptError.damaged
    }
    objects.append(value)
    return value
  }

  private func table(_ pending: Pending) -> DictionaryObject {
    var parts = pending.parts[...]
    let entries = pending.table.isLive.map { isLive in
      guard isLive, let key = parts.popFirst(), let value = parts.popFirst() else {
        return DictionaryObject.Entry(hash: 0, key: .void, value: .void, isLive: false)
      }
      return DictionaryObject.Entry(hash: 0, key: key, value: value, isLive: true)
    }
    let table = DictionaryObject(entries: entries, slotCount: pending.table.slotCount)
    tables.append(table)
    return table
  }

  private func substring() throws -> Datum {
    let known = try reader.count()
    let text: String
    if known == 0 {
      text = try reader.read()
      if text.utf8.count > 15 { texts.append(text) }
    } else {
      guard texts.indices.contains(known - 1) else { throw KeptError.damaged }
      text = texts[known - 1]
    }
    let count = text.utf8.count
    if try reader.byte() == 0 {
      let (lower, upper) = (try reader.word(), try reader.word())
      // The place of an index is in its upper 48 bits.
      guard lower >> 16 <= upper >> 16, upper >> 16 <= count else { throw KeptError.damaged }
      let part = text[String.Index(bits: lower)..<String.Index(bits: upper)]
      return .substring(SubstringObject(part), .whole)
    }
    guard let start = Int32(exactly: try reader.integer()),
      let end = Int32(exactly: try reader.integer()), start >= 0, start <= end, Int(end) <= count
    else { throw KeptError.damaged }
    return .substring(SubstringObject(simple: text), TextSpan(start: start, end: end))
  }

  /// A type at run time.
  func typeObject() throws -> TypeObject { try declared.typeObject(try type()) }
}
