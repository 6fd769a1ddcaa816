internal import CellChecking
internal import CellSyntax

extension Machine {
  /// A value as `print` shows it.
  func describe(_ datum: Datum, _ type: Type, debug: Bool = false) throws -> String {
    try checkStack(at: nil)
    if let own = try ownDescription(datum, type, debug: debug) { return own }
    switch datum {
    case .void: return "()"
    case .none: return "nil"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value):
      if let width = type.integerWidth, !width.isSigned { return String(UInt(bitPattern: value)) }
      return String(value)
    case .double(let value):
      // `print` shows the sign of what is not a number, `description` does not.
      if value.isNaN, value.sign == .minus { return "-nan" }
      return type == .float ? Float(value).description : value.description
    case .string(let value): return debug ? value.debugDescription : value
    case .character(let value): return debug ? String(value).debugDescription : String(value)
    case .substring(let object, let span):
      let text = String(object.value(span))
      return debug ? text.debugDescription : text
    case .ints, .doubles, .bools, .values:
      return try list(datum.elementCount, datum.arrayElements ?? [], type.arrayElement ?? .any)
    case .set(let table):
      let text = try list(table.count, table.pairs.map(\.key), type.setElement ?? .any)
      return debug ? "Set(\(text))" : text
    case .dictionary(let table): return try dictionary(table, type)
    case .tuple(let object): return try tuple(object, type)
    case .structure(let object): return try structure(object, debug: debug)
    case .enumeration(let object): return try enumeration(object, debug: debug)
    case .instance(let object): return object.type.type.reflectedName
    case .closure: return "(Function)"
    case .host(let box): return box.value.description
    case .some(let object):
      return try describe(object.value, type.optionalWrapped ?? .any, debug: debug)
    case .erased(let object): return try describe(object.value, object.type.type, debug: debug)
    case .metatype(let object):
      return debug ? object.type.reflectedName : object.type.unqualifiedName
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
    guard let object = describingType(datum) else { return nil }
    if debug, object.isDebugDescribed { return try text("debugDescription", of: datum, object) }
    if object.isDescribed { return try text("description", of: datum, object) }
    return object.isDebugDescribed ? try text("debugDescription", of: datum, object) : nil
  }

  /// What the program says about displaying a value: what it says for debugging, if it does.
  func ownDisplay(_ datum: Datum) throws -> String? {
    guard let object = describingType(datum) else { return nil }
    if object.isDebugDescribed { return try text("debugDescription", of: datum, object) }
    return object.isDescribed ? try text("description", of: datum, object) : nil
  }

  private func describingType(_ datum: Datum) -> TypeObject? {
    switch datum {
    case .structure(let value): current(value.type)
    case .enumeration(let value): current(value.type)
    case .instance(let value): current(value.type)
    default: nil
    }
  }

  private func text(_ name: String, of datum: Datum, _ object: TypeObject) throws -> String? {
    guard let function = try accessor(name, object) else { return nil }
    return try call(function, [datum], at: nil).text
  }

  /// The getter of a property of a type.
  private func accessor(_ name: String, _ object: TypeObject) throws -> CompiledFunction? {
    try compiledIfAny(at: nil) { program in
      for found in compiler.members(name, of: object.type, isStatic: false)
      where !found.member.isRequirement {
        guard case .property(let property) = found.member else { continue }
        let getter = property.getter ?? compiler.storageGetter(of: property)
        guard getter.native == nil else { return nil }
        return program.function(
          for: FunctionReference(symbol: getter, substitution: found.substitution))
      }
      return nil
    }
  }

  private func list(
    _ count: Int, _ values: @autoclosure () -> [Datum], _ type: Type
  ) throws -> String {
    try countDescribed(count)
    let parts = try values().map { value in
      try poll(nil)
      return try describe(value, type, debug: true)
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  private func dictionary(_ table: DictionaryObject, _ type: Type) throws -> String {
    if table.count == 0 { return "[:]" }
    try countDescribed(table.count)
    let types = type.dictionaryTypes ?? (.any, .any)
    let pairs = try table.pairs.map {
      try describe($0.key, types.key, debug: true) + ": "
        + describe($0.value, types.value, debug: true)
    }
    return "[" + pairs.joined(separator: ", ") + "]"
  }

  private func tuple(_ object: TupleObject, _ type: Type) throws -> String {
    guard case .tuple(let elements) = type else { return "()" }
    let parts = try zip(object.elements, elements).map { value, element in
      (element.label.map { "\($0): " } ?? "") + (try describe(value, element.type, debug: true))
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }

  private func structure(_ object: StructObject, debug: Bool) throws -> String {
    let nominal = object.type.type.nominal
    if nominal === Nominal.range || nominal === Nominal.closedRange, object.fields.count == 2 {
      let bound = object.type.type.arguments.first ?? .any
      let text =
        try describe(object.fields[0], bound, debug: debug)
        + (nominal === Nominal.range ? "..<" : "...")
        + describe(object.fields[1], bound, debug: debug)
      return debug ? "\(object.type.type.nominal?.name ?? "Range")(\(text))" : text
    }
    let fields = try object.fields.indices.map { index in
      "\(object.type.fieldNames[index]): "
        + (try describe(object.fields[index], object.type.fieldTypes[index], debug: true))
    }
    let name = debug ? object.type.type.reflectedName : object.type.type.unqualifiedName
    return name + "(" + fields.joined(separator: ", ") + ")"
  }

  private func enumeration(_ object: EnumObject, debug: Bool) throws -> String {
    let layout = object.type.cases[object.index]
    let name = debug ? "\(object.type.type.reflectedName).\(layout.name)" : layout.name
    guard !object.payload.isEmpty else { return name }
    let parts = try object.payload.indices.map { index in
      (layout.labels[index].map { "\($0): " } ?? "")
        + (try describe(object.payload[index], layout.types[index], debug: true))
    }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }
}

extension Type {
  /// The name that Swift shows for a value's type, without the types it is nested in.
  var unqualifiedName: String {
    guard case .nominal(let nominal, let arguments) = self else {
      return nameOfParts(\.unqualifiedName, \.name)
    }
    switch nominal {
    case .array: return "Array<\(arguments[0].unqualifiedName)>"
    case .dictionary:
      return "Dictionary<\(arguments[0].unqualifiedName), \(arguments[1].unqualifiedName)>"
    case .optional: return "Optional<\(arguments[0].unqualifiedName)>"
    default:
      let own = arguments.dropFirst(nominal.outerCount)
      guard !own.isEmpty else { return nominal.name }
      return "\(nominal.name)<\(own.map(\.unqualifiedName).joined(separator: ", "))>"
    }
  }

  /// The name with the module before it, as Swift shows values inside of others: `main.Box<Swift.Int>`.
  var reflectedName: String {
    guard case .nominal(let nominal, let arguments) = self else {
      return nameOfParts(\.reflectedName, \.nameInModule)
    }
    let own = arguments.dropFirst(nominal.outerCount)
    guard !own.isEmpty else { return nominal.nameInModule }
    return "\(nominal.nameInModule)<\(own.map(\.reflectedName).joined(separator: ", "))>"
  }

  /// The name of a type that is made of others without a name of its own, when the program runs: there
  /// `any P` is called `P`.
  private func nameOfParts(
    _ name: (Type) -> String, _ nameOfProtocol: (Nominal) -> String
  ) -> String {
    switch self {
    case .tuple(let elements):
      let parts = elements.map { element in
        (element.label.map { "\($0): " } ?? "") + name(element.type)
      }
      return "(" + parts.joined(separator: ", ") + ")"
    case .function(let function):
      let parameters = function.parameters.map { ($0.isInout ? "inout " : "") + name($0.type) }
      return "(\(parameters.joined(separator: ", ")))\(function.isThrowing ? " throws" : "") -> "
        + name(function.result)
    case .existential(let protocols) where !protocols.isEmpty:
      return protocols.map(nameOfProtocol).joined(separator: " & ")
    case .metatype(let instance): return name(instance) + ".Type"
    default: return description
    }
  }
}

extension Nominal {
  /// The name with that of the module that declares it.
  fileprivate var nameInModule: String {
    (context?.source.isLibrary ?? true ? "Swift." : "main.") + qualifiedName
  }
}
