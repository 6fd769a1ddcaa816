extension Machine {
  /// A value as `print` shows it.
  func describe(_ datum: Datum, _ type: Type, debug: Bool = false) throws -> String {
    if let own = try ownDescription(datum, type, debug: debug) { return own }
    switch datum {
    case .void: return "()"
    case .none: return "nil"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value):
      if let width = type.integerWidth, !width.isSigned { return String(UInt(bitPattern: value)) }
      return String(value)
    case .double(let value): return type == .float ? Float(value).description : value.description
    case .string(let value): return debug ? value.debugDescription : value
    case .character(let value): return debug ? String(value).debugDescription : String(value)
    case .substring(let object):
      return debug ? String(object.value).debugDescription : String(object.value)
    case .ints, .doubles, .values:
      let element = type.arrayElement ?? .any
      return "[" + (try parts(datum.arrayElements ?? [], element)) + "]"
    case .set(let table):
      return "[" + (try parts(table.pairs.map(\.key), type.setElement ?? .any)) + "]"
    case .dictionary(let table):
      if table.count == 0 { return "[:]" }
      let types = type.dictionaryTypes ?? (.any, .any)
      let pairs = try table.pairs.map {
        try describe($0.key, types.key, debug: true) + ": "
          + describe($0.value, types.value, debug: true)
      }
      return "[" + pairs.joined(separator: ", ") + "]"
    case .tuple(let object):
      guard case .tuple(let elements) = type else { return "()" }
      let parts = try zip(object.elements, elements).map { value, element in
        (element.label.map { "\($0): " } ?? "") + (try describe(value, element.type, debug: true))
      }
      return "(" + parts.joined(separator: ", ") + ")"
    case .structure(let object): return try structure(object)
    case .enumeration(let object): return try enumeration(object)
    case .instance(let object): return object.type.type.unqualifiedName
    case .closure: return "(Function)"
    case .host(let box): return box.value.description
    case .some(let object):
      return try describe(object.value, type.optionalWrapped ?? .any, debug: debug)
    case .erased(let object): return try describe(object.value, object.type.type, debug: debug)
    case .metatype(let object): return object.type.unqualifiedName
    case .box(let box): return try describe(box.value, type, debug: debug)
    case .stringIndex(let index): return "\(index)"
    case .weak: return "weak"
    }
  }

  /// What the program says about showing a value; optionals show what they wrap.
  private func ownDescription(_ datum: Datum, _ type: Type, debug: Bool) throws -> String? {
    if let wrapped = type.optionalWrapped {
      guard let inner = datum.unwrapped else { return "nil" }
      return "Optional(" + (try describe(inner, wrapped, debug: true)) + ")"
    }
    let object: TypeObject
    switch datum {
    case .structure(let value): object = value.type
    case .enumeration(let value): object = value.type
    case .instance(let value): object = value.type
    default: return nil
    }
    let name = debug && object.isDebugDescribed ? "debugDescription" : "description"
    guard debug && object.isDebugDescribed || object.isDescribed else { return nil }
    guard let number = try accessor(name, object) else { return nil }
    let function = compiler.environment.functions[number]
    let frame = Frame(self, slotCount: max(1, function.slotCount))
    frame.slots[0] = datum
    return try run(function, in: frame, at: nil).text
  }

  /// The getter of a property of a type, by number.
  private func accessor(_ name: String, _ object: TypeObject) throws -> Int? {
    for found in compiler.members(name, of: object.type, isStatic: false)
    where !found.member.isRequirement {
      guard case .property(let property) = found.member else { continue }
      let getter = property.getter ?? compiler.storageGetter(of: property)
      guard getter.native == nil else { return nil }
      let number = compiler.number(
        of: FunctionReference(symbol: getter, substitution: found.substitution))
      compiler.compilePending()
      return number
    }
    return nil
  }

  private func parts(_ values: [Datum], _ type: Type) throws -> String {
    try values.map { try describe($0, type, debug: true) }.joined(separator: ", ")
  }

  private func structure(_ object: StructObject) throws -> String {
    let nominal = object.type.type.nominal
    if nominal === Nominal.range || nominal === Nominal.closedRange, object.fields.count == 2 {
      let bound = object.type.type.arguments.first ?? .any
      return try describe(object.fields[0], bound, debug: true)
        + (nominal === Nominal.range ? "..<" : "...")
        + describe(object.fields[1], bound, debug: true)
    }
    let fields = try object.fields.indices.map { index in
      "\(object.type.fieldNames[index]): "
        + (try describe(object.fields[index], object.type.fieldTypes[index], debug: true))
    }
    return object.type.type.unqualifiedName + "(" + fields.joined(separator: ", ") + ")"
  }

  private func enumeration(_ object: EnumObject) throws -> String {
    let layout = object.type.cases[object.index]
    guard !object.payload.isEmpty else { return layout.name }
    let parts = try object.payload.indices.map { index in
      (layout.labels[index].map { "\($0): " } ?? "")
        + (try describe(object.payload[index], layout.types[index], debug: true))
    }
    return "\(layout.name)(\(parts.joined(separator: ", ")))"
  }
}

extension Type {
  /// The name that Swift shows for a value's type, without the types it is nested in.
  var unqualifiedName: String {
    guard case .nominal(let nominal, let arguments) = self else { return description }
    switch nominal {
    case .array: return "Array<\(arguments[0].unqualifiedName)>"
    case .dictionary:
      return "Dictionary<\(arguments[0].unqualifiedName), \(arguments[1].unqualifiedName)>"
    case .optional: return "Optional<\(arguments[0].unqualifiedName)>"
    default:
      guard !arguments.isEmpty else { return nominal.name }
      return "\(nominal.name)<\(arguments.map(\.unqualifiedName).joined(separator: ", "))>"
    }
  }
}
