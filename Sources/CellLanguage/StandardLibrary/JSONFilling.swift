internal import CellChecking
internal import CellSyntax
internal import Text

/// Makes values of cells from JSON, as Foundation's `JSONDecoder` does.
struct JSONFilling {
  /// Why JSON is not the value that was asked for.
  struct Mismatch: Error {
    enum Kind: Int { case keyNotFound, typeMismatch, valueNotFound, dataCorrupted }

    let kind: Kind
    var key = ""
    /// What was expected.
    var type = Type.any
    var path: [JSONKey] = []
    let text: String

    static let invalid = Mismatch(
      kind: .dataCorrupted, text: "The given data was not valid JSON.")
  }

  private let call: NativeCall
  private let isSnakeCase: Bool
  private var path: [JSONKey] = []

  init(_ call: NativeCall, isSnakeCase: Bool) {
    self.call = call
    self.isSnakeCase = isSnakeCase
  }

  mutating func value(of type: Type, from text: String) throws -> Datum {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      let next = text.utf8.dropFirst(error.offset).first
      if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") {
        throw call.fault("cells read no JSON with a comma behind the last value; take it away")
      }
      throw Mismatch.invalid
    }
    return try value(of: type, from: json)
  }

  private mutating func value(of type: Type, from json: JSONValue) throws -> Datum {
    if let wrapped = type.optionalWrapped {
      if case .null = json { return .none }
      return try value(of: wrapped, from: json).wrapped(ifOptional: wrapped)
    }
    if let element = type.arrayElement {
      return .array(try list(json, type, of: element), of: element)
    }
    if let element = type.setElement {
      let table = DictionaryObject()
      for item in try list(json, type, of: element) {
        _ = try call.machine.store(.void, for: item, in: table)
      }
      return .set(table)
    }
    if let types = type.dictionaryTypes { return try table(json, type, types.key, types.value) }
    guard let nominal = type.nominal else { throw unknown(type) }
    if let width = nominal.integerWidth { return try integer(json, type, width) }
    switch (nominal, json) {
    case (.double, .integer(let value)), (.float, .integer(let value)):
      return .double(nominal === Nominal.float ? Double(Float(value)) : Double(value))
    case (.double, .number(let value)): return .double(value)
    case (.float, .number(let value)): return .double(Double(Float(value)))
    case (.bool, .bool(let value)): return .bool(value)
    case (.string, .string(let value)): return .string(value)
    case (.double, _), (.float, _), (.bool, _), (.string, _): throw mismatch(type, json)
    default: return try declared(type, nominal, json)
    }
  }

  private func unknown(_ type: Type) -> Fault {
    call.fault("cells do not make '\(type)' from JSON")
  }

  private func mismatch(_ type: Type, _ json: JSONValue) -> Mismatch {
    if case .null = json {
      let wanted =
        type == .jsonObject
        ? "keyed decoding container"
        : type.arrayElement != nil ? "unkeyed decoding container" : "value of type \(type)"
      return Mismatch(
        kind: .valueNotFound, type: type, path: path,
        text: "Cannot get \(wanted) -- found null value instead")
    }
    let found =
      switch json {
      case .null: "null"
      case .bool: "bool"
      case .integer, .number: "number"
      case .string: "a string"
      case .array: "an array"
      case .object: "a dictionary"
      }
    return Mismatch(
      kind: .typeMismatch, type: type, path: path,
      text: "Expected to decode \(type.jsonName) but found \(found) instead.")
  }

  private func integer(_ json: JSONValue, _ type: Type, _ width: IntegerWidth) throws -> Datum {
    let number: Int
    switch json {
    case .integer(let value): number = value
    case .number(let value):
      guard value.magnitude < 0x1p63 else {
        if !width.isSigned, width.bits == 64, value > 0, value <= 0x1p64 {
          throw call.fault("cells read no whole numbers beyond 'Int.max' from JSON")
        }
        throw Mismatch.invalid
      }
      guard let exact = Int(exactly: value) else { throw Mismatch.invalid }
      number = exact
    default: throw mismatch(type, json)
    }
    let isRoom =
      width.isSigned
      ? width.bits == 64 || (-(1 << (width.bits - 1))..<(1 << (width.bits - 1))).contains(number)
      : number >= 0 && (width.bits == 64 || number < 1 << width.bits)
    guard isRoom else { throw Mismatch.invalid }
    return .int(number)
  }

  // MARK: - What holds others

  private mutating func list(_ json: JSONValue, _ type: Type, of element: Type) throws -> [Datum] {
    guard case .array(let items) = json else { throw mismatch(.nominal(.array, [.any]), json) }
    var result: [Datum] = []
    for (index, item) in items.enumerated() {
      if index & 0xFFF == 0 { try call.machine.stopIfWished(call.site) }
      result.append(try inside(.index(index), element, item))
    }
    return result
  }

  private mutating func table(
    _ json: JSONValue, _ type: Type, _ key: Type, _ element: Type
  ) throws -> Datum {
    guard key.nominal === Nominal.string else {
      throw call.fault("cells read dictionaries from JSON whose keys are 'String' alone")
    }
    guard case .object(let members) = json else { throw mismatch(.jsonObject, json) }
    let table = DictionaryObject()
    for member in members.reversed() {
      let value = try inside(.name(member.key), element, member.value)
      _ = try call.machine.store(value, for: .string(member.key), in: table)
    }
    return .dictionary(table)
  }

  private mutating func inside(_ key: JSONKey, _ type: Type, _ json: JSONValue) throws -> Datum {
    path.append(key)
    defer { path.removeLast() }
    return try value(of: type, from: json)
  }

  // MARK: - What a program declares

  private mutating func declared(
    _ type: Type, _ nominal: Nominal, _ json: JSONValue
  ) throws -> Datum {
    guard nominal.context?.source.isLibrary == false else {
      guard nominal.name == "Date" else { throw unknown(type) }
      let seconds = try value(of: .double, from: json)
      return .structure(StructObject(call.machine.typeObject(type), [seconds]))
    }
    let object = call.machine.typeObject(type)
    switch nominal.kind {
    case .enumeration: return try enumeration(object, nominal, json)
    case .structure: return .structure(StructObject(object, try fields(object, nominal, json)))
    case .class:
      guard object.superclass == nil else { throw unknown(type) }
      let fields = try fields(object, nominal, json)
      return .instance(InstanceObject(object, fields, call.machine.graveyard(for: object)))
    default: throw unknown(type)
    }
  }

  private mutating func fields(
    _ object: TypeObject, _ nominal: Nominal, _ json: JSONValue
  ) throws -> [Datum] {
    guard case .object(let members) = json else { throw mismatch(.jsonObject, json) }
    let shape = JSONShape(nominal, call.machine)
    let fixed = fixedProperties(of: nominal)
    var result: [Datum] = []
    for (name, type) in zip(object.fieldNames, object.fieldTypes) {
      guard let key = shape.key(of: name), !fixed.contains(name) else {
        guard type.isOptional, !fixed.contains(name) else {
          throw call.fault(
            "property '\(name)' of '\(object.type)' is not read from JSON, and cells do not set it otherwise"
          )
        }
        result.append(.none)
        continue
      }
      result.append(try member(key, type, members, "CodingKeys"))
    }
    return result
  }

  /// The constants that their declarations give a value.
  private func fixedProperties(of nominal: Nominal) -> Set<String> {
    var result: Set<String> = []
    for case .variable(let node) in nominal.declaration?.members ?? [] where node.isLet {
      for binding in node.bindings where binding.initializer != nil {
        result.formUnion(binding.pattern.boundNames)
      }
    }
    return result
  }

  private mutating func member(
    _ key: String, _ type: Type, _ members: [JSONValue.Member], _ keys: String
  ) throws -> Datum {
    // Of keys that are there twice, the first counts.
    let found = members.first { (isSnakeCase ? $0.key.camelCase : $0.key) == key }
    guard let found else {
      if type.isOptional { return .none }
      throw Mismatch(
        kind: .keyNotFound, key: key, path: path,
        text:
          "No value associated with key \(keys)(stringValue: \"\(key)\", intValue: nil) (\"\(key)\")."
      )
    }
    return try inside(.name(key), type, found.value)
  }

  private mutating func enumeration(
    _ object: TypeObject, _ nominal: Nominal, _ json: JSONValue
  ) throws -> Datum {
    if let raw = JSONShape.rawValues(of: nominal) {
      let type = Type.nominal(Nominal.standard[raw.type] ?? .int, [])
      let value = try value(of: type, from: json)
      guard let index = raw.values.firstIndex(where: { $0.equals(value) }) else {
        throw Mismatch(
          kind: .dataCorrupted, path: path,
          text:
            "Cannot initialize \(nominal.name) from invalid \(raw.type) value \(value.text ?? "\(value.integer ?? 0)")"
        )
      }
      return .enumeration(EnumObject(object, index, []))
    }
    guard case .object(let members) = json else { throw mismatch(.jsonObject, json) }
    let known = members.filter { member in object.cases.contains { $0.name == member.key } }
    guard known.count == 1, let member = known.first,
      let index = object.cases.firstIndex(where: { $0.name == member.key })
    else {
      throw Mismatch(
        kind: .typeMismatch, type: object.type, path: path,
        text: "Invalid number of keys found, expected one.")
    }
    path.append(.name(member.key))
    defer { path.removeLast() }
    guard case .object(let parts) = member.value else { throw mismatch(.jsonObject, member.value) }
    let layout = object.cases[index]
    var payload: [Datum] = []
    for (position, type) in layout.types.enumerated() {
      let keys = layout.name.prefix(1).uppercased() + layout.name.dropFirst() + "CodingKeys"
      payload.append(
        try self.member(layout.labels[position] ?? "_\(position)", type, parts, keys))
    }
    return .enumeration(EnumObject(object, index, payload))
  }
}

extension Type {
  /// `[String: Any]`, of which Foundation speaks where it expects an object.
  fileprivate static let jsonObject = Type.nominal(.dictionary, [.string, .any])

  fileprivate var jsonName: String {
    if self == .jsonObject { return "Dictionary<String, Any>" }
    return arrayElement == .any ? "Array<Any>" : "\(self)"
  }
}
