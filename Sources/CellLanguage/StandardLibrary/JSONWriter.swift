internal import CellChecking
internal import CellSyntax

/// Writes values of cells as JSON, as Foundation's `JSONEncoder` does.
struct JSONWriter {
  struct Options: OptionSet {
    let rawValue: Int
    static let prettyPrinted = Options(rawValue: 1)
    static let sortedKeys = Options(rawValue: 2)
    static let withoutEscapingSlashes = Options(rawValue: 8)
    static let snakeCase = Options(rawValue: 1 << 16)
  }

  /// Why a value cannot be written: a number that JSON has not.
  struct Unwritable: Error {
    let text: String
    let path: [JSONKey]
    let value: Double
  }

  private let call: NativeCall
  private let options: Options
  private(set) var text = ""
  private var indent = 0
  private var path: [JSONKey] = []

  init(_ call: NativeCall, _ options: Options) {
    self.call = call
    self.options = options
  }

  mutating func write(_ value: Datum, _ type: Type) throws {
    try call.machine.checkStack(at: call.site)
    if let wrapped = type.optionalWrapped {
      guard let inner = value.unwrapped else {
        text += "null"
        return
      }
      return try write(inner, wrapped)
    }
    if let element = type.arrayElement ?? type.setElement { return try writeList(value, element) }
    if let types = type.dictionaryTypes { return try writeTable(value, types.key, types.value) }
    switch value {
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value):
      let isUnsigned = type.nominal?.integerWidth.map { !$0.isSigned && $0.bits == 64 } ?? false
      text += isUnsigned ? "\(UInt(bitPattern: value))" : "\(value)"
    case .double(let value): try writeNumber(value, isFloat: type.nominal === Nominal.float)
    case .string(let value): writeText(value)
    case .structure(let object):
      try writeFields(object.fields, object.type, call)
    case .instance(let object):
      guard object.type.superclass == nil else { throw unknown(object.type.type) }
      try writeFields(object.fields, object.type, call)
    case .enumeration(let object): try writeCase(object)
    default: throw unknown(type)
    }
  }

  private func unknown(_ type: Type) -> Fault {
    call.fault("cells do not write '\(type)' as JSON")
  }

  private mutating func writeNumber(_ value: Double, isFloat: Bool) throws {
    guard value.isFinite else {
      let name = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
      let kind = isFloat ? "Float" : "Double"
      throw Unwritable(
        text: "Unable to encode \(kind).\(name) directly in JSON.", path: path, value: value)
    }
    let digits = isFloat ? "\(Float(value))" : "\(value)"
    text += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  private mutating func writeText(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "/": text += options.contains(.withoutEscapingSlashes) ? "/" : "\\/"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  // MARK: - What holds others

  private mutating func writeList(_ value: Datum, _ element: Type) throws {
    var elements = value.arrayElements ?? []
    if case .set(let table) = value { elements = table.pairs.map(\.key) }
    try writeParts(of: elements, "[", "]") { writer, index, item in
      writer.path.append(.index(index))
      try writer.write(item, element)
    }
  }

  /// Writes parts between brackets, each on a line of its own where that is wished.
  private mutating func writeParts<Part>(
    of parts: [Part], _ open: String, _ close: String,
    _ write: (_ writer: inout JSONWriter, _ index: Int, Part) throws -> Void
  ) throws {
    text += open
    indent += 1
    for (index, part) in parts.enumerated() {
      if index & 0xFFF == 0 { try call.machine.stopIfWished(call.site) }
      if index > 0 { text += "," }
      breakLine()
      try write(&self, index, part)
      path.removeLast()
    }
    indent -= 1
    if parts.isEmpty, options.contains(.prettyPrinted) { text += "\n" }
    breakLine()
    text += close
  }

  private mutating func writeTable(_ value: Datum, _ key: Type, _ element: Type) throws {
    guard case .dictionary(let table) = value, key.nominal === Nominal.string || key == .int else {
      throw call.fault("cells write dictionaries as JSON whose keys are 'String' or 'Int' alone")
    }
    try writeObject(
      table.pairs.map { ($0.key.text ?? "\($0.key.integer ?? 0)", $0.value, element) },
      isRenamed: false)
  }

  private mutating func writeFields(
    _ fields: [Datum], _ type: TypeObject, _ call: NativeCall
  ) throws {
    guard let nominal = type.type.nominal else { throw unknown(type.type) }
    guard nominal.context?.source.isLibrary == false else {
      if nominal.name == "Date", let seconds = fields.first { return try write(seconds, .double) }
      throw unknown(type.type)
    }
    let shape = JSONShape(nominal, call.machine)
    var members: [(String, Datum, Type)] = []
    for (name, (value, type)) in zip(type.fieldNames, zip(fields, type.fieldTypes)) {
      guard let key = shape.key(of: name) else { continue }
      if type.isOptional, value.unwrapped == nil { continue }
      members.append((key, value, type))
    }
    try writeObject(members)
  }

  private mutating func writeCase(_ object: EnumObject) throws {
    guard let nominal = object.type.type.nominal, nominal.context?.source.isLibrary == false else {
      throw unknown(object.type.type)
    }
    if let raw = JSONShape.rawValues(of: nominal) {
      return try write(raw.values[object.index], raw.type == "String" ? .string : .int)
    }
    let layout = object.type.cases[object.index]
    var members: [(String, Datum, Type)] = []
    for (index, value) in object.payload.enumerated() {
      if layout.types[index].isOptional, value.unwrapped == nil { continue }
      members.append((layout.labels[index] ?? "_\(index)", value, layout.types[index]))
    }
    text += "{"
    indent += 1
    breakLine()
    writeKey(layout.name)
    try writeObject(members)
    indent -= 1
    breakLine()
    text += "}"
  }

  private mutating func writeObject(
    _ members: [(key: String, value: Datum, type: Type)], isRenamed: Bool = true
  ) throws {
    var members = members
    if isRenamed, options.contains(.snakeCase) {
      members = members.map { ($0.key.snakeCase, $0.value, $0.type) }
    }
    if options.contains(.sortedKeys) { members.sort { $0.key < $1.key } }
    try writeParts(of: members, "{", "}") { writer, _, member in
      writer.writeKey(member.key)
      writer.path.append(.name(member.key))
      try writer.write(member.value, member.type)
    }
  }

  private mutating func writeKey(_ key: String) {
    writeText(key)
    text += options.contains(.prettyPrinted) ? " : " : ":"
  }

  private mutating func breakLine() {
    guard options.contains(.prettyPrinted) else { return }
    text += "\n" + String(repeating: "  ", count: indent)
  }
}

/// One step on the way to a value in JSON.
enum JSONKey {
  case name(String)
  case index(Int)

  /// Its text and number as cells are told them: the number is −1 where there is none.
  var datum: Datum {
    switch self {
    case .name(let name): .tuple(.string(name), .int(-1))
    case .index(let index): .tuple(.string("Index \(index)"), .int(index))
    }
  }
}
