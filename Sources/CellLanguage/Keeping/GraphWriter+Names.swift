internal import CellChecking
internal import CellSyntax

extension GraphWriter {
  /// A type at run time, by a number after its first use.
  func put(_ object: TypeObject) throws {
    if let known = typeObjects[ObjectIdentifier(object)] { return writer.put(count: known) }
    try put(object.type)
    typeObjects[ObjectIdentifier(object)] = types[object.type]
  }

  /// A type, by a number after its first use.
  func put(_ type: Type) throws {
    if let known = types[type] { return writer.put(count: known) }
    // Its parts come first, so that they have their numbers.
    let parts = type.parts
    for part in parts where types[part] == nil {
      writer.put(count: types.count)
      writer.put(byte: TypeTag.part.rawValue)
      try put(part)
    }
    writer.put(count: types.count)
    try define(type)
    types[type] = types.count
  }

  private func define(_ type: Type) throws {
    func tag(_ tag: TypeTag) { writer.put(byte: tag.rawValue) }
    switch type {
    case .nominal(let nominal, let arguments):
      tag(.nominal)
      try put(nominal)
      writer.put(count: arguments.count)
      for type in arguments { try put(known: type) }
    case .tuple(let elements):
      tag(.tuple)
      writer.put(count: elements.count)
      for element in elements {
        try writer.write(element.label)
        try put(known: element.type)
      }
    case .function(let function):
      tag(.function)
      writer.put(byte: function.isThrowing ? 1 : 0)
      writer.put(count: function.parameters.count)
      for parameter in function.parameters { writer.put(byte: parameter.isInout ? 1 : 0) }
      for parameter in function.parameters { try put(known: parameter.type) }
      try put(known: function.result)
    case .existential(let protocols):
      tag(.existential)
      writer.put(count: protocols.count)
      for nominal in protocols { try put(nominal) }
    case .metatype(let type):
      tag(.metatype)
      try put(known: type)
    case .unresolved(let name):
      tag(.unresolved)
      writer.put(text: name)
    case .parameter, .member, .variable, .error: throw KeptError.unnamedType("\(type)")
    }
  }

  private func put(known type: Type) throws {
    guard let number = types[type] else { throw KeptError.unnamedType("\(type)") }
    writer.put(count: number)
  }

  // MARK: - Declarations

  /// A declared type, by a number after its first use.
  func put(_ nominal: Nominal) throws {
    func tag(_ tag: NominalTag) { writer.put(byte: tag.rawValue) }
    if let known = nominals[ObjectIdentifier(nominal)] {
      tag(.known)
      return writer.put(count: known)
    }
    if nominal === Nominal.stringIndex {
      tag(.stringIndex)
    } else if Nominal.standard[nominal.name] === nominal {
      tag(.standard)
      writer.put(text: nominal.name)
    } else {
      guard let context = nominal.context, let declaration = nominal.declaration else {
        throw KeptError.unnamedType(nominal.qualifiedName)
      }
      if let parent = nominal.parent {
        tag(.nested)
        try put(parent)
      } else {
        guard case .file = context.kind else {
          throw KeptError.unnamedType(nominal.qualifiedName)
        }
        tag(.top)
      }
      writer.put(text: nominal.name)
      try put(context.source, declaration.range)
    }
    nominals[ObjectIdentifier(nominal)] = nominals.count
  }

  /// A place in a source.
  func put(_ source: SourceText, _ range: SourceRange) throws {
    if source.isLibrary {
      writer.put(byte: 1)
      writer.put(text: source.name)
      writer.put(count: source.lineOffset)
    } else {
      let key = ObjectIdentifier(source)
      guard
        let number = sources[key] ?? environment.sources.lastIndex(where: { $0 === source })
      else { throw KeptError.missing(source.name) }
      sources[key] = number
      writer.put(byte: 0)
      writer.put(count: number)
    }
    writer.put(integer: Int(range.start))
    writer.put(integer: Int(range.end))
  }

  /// A property, by its owner and its place.
  func put(_ property: PropertySymbol) throws {
    try put(property.owner)
    writer.put(text: property.name)
    try put(property.context.source, property.node.pattern.range)
  }

  // MARK: - Functions

  /// A compiled function, by a number after its first use.
  func put(_ function: CompiledFunction) throws {
    if let known = functions[ObjectIdentifier(function)] { return writer.put(count: known) }
    writer.put(count: functions.count)
    do {
      switch function.origin {
      case .function(let reference)?:
        writer.put(byte: 0)
        try put(reference)
      case .closure(let origin)?:
        writer.put(byte: 1)
        try put(origin)
        writer.put(count: function.slotCount)
        writer.put(count: function.registerCount)
      case nil: throw KeptError.unnamedFunction(function.name)
      }
    } catch KeptError.unnamedType, KeptError.missing {
      throw KeptError.unnamedFunction(function.name)
    }
    functions[ObjectIdentifier(function)] = functions.count
  }

  private func put(_ origin: ClosureOrigin) throws {
    switch origin.root {
    case .cell: writer.put(byte: 0)
    case .function(let reference):
      writer.put(byte: 1)
      try put(reference)
    case .allocator(let type):
      writer.put(byte: 2)
      try put(type)
    }
    try put(origin.source, origin.range)
    writer.put(text: origin.name)
    writer.put(count: origin.parameters.count)
    for type in origin.parameters { try put(LooseType(type)) }
    try put(LooseType(origin.result))
    writer.put(count: origin.captures.count)
    for capture in origin.captures {
      writer.put(text: capture.name)
      try put(LooseType(capture.type))
      writer.put(byte: capture.isBoxed ? 1 : 0)
    }
  }

  private func put(_ type: LooseType) throws {
    switch type {
    case .type(let type):
      writer.put(byte: 0)
      try put(type)
    case .text(let text):
      writer.put(byte: 1)
      writer.put(text: text)
    }
  }

  /// A function with the types that stand for its generic parameters.
  func put(_ reference: FunctionReference) throws {
    try put(reference.symbol)
    let symbol = reference.symbol
    let parameters = symbol.parameters(environment.signatures[symbol]?.generics ?? [])
    writer.put(count: reference.substitution.count)
    var count = 0
    for (index, parameter) in parameters.enumerated() {
      guard let type = reference.substitution[parameter] else { continue }
      writer.put(count: index)
      try put(type)
      count += 1
    }
    guard count == reference.substitution.count else {
      throw KeptError.unnamedFunction(symbol.name)
    }
  }

  private func put(_ symbol: FunctionSymbol) throws {
    if let property = environment.accessorsOf[symbol] {
      let kind = AccessorKey.kinds.first {
        environment.accessors[AccessorKey(property: property, kind: $0)] === symbol
      }
      guard let kind else { throw KeptError.unnamedFunction(symbol.name) }
      writer.put(byte: 2)
      writer.put(text: kind)
      return try put(property)
    }
    writer.put(byte: symbol.owner == nil ? 0 : 1)
    if let owner = symbol.owner { try put(owner) }
    writer.put(text: symbol.name)
    try put(symbol.context.source, symbol.declaration.range)
    writer.put(byte: symbol.declaration.kind.number)
    writer.put(byte: symbol.isStatic ? 1 : 0)
  }
}

/// What a written type is.
enum TypeTag: UInt8 {
  case nominal, tuple, function, existential, metatype, unresolved
  /// A part of the type that follows.
  case part
}

/// How a written declaration of a type is found.
enum NominalTag: UInt8 {
  case known, standard, stringIndex, top, nested
}

extension Type {
  /// The types that it is made of.
  var parts: [Type] {
    switch self {
    case .nominal(_, let arguments): arguments
    case .tuple(let elements): elements.map(\.type)
    case .function(let function): function.parameters.map(\.type) + [function.result]
    case .metatype(let type), .member(let type, _): [type]
    case .existential, .parameter, .variable, .unresolved, .error: []
    }
  }
}

extension AccessorKey {
  /// The functions that the language adds to properties.
  static let kinds = ["get", "set", "observe", "initial"]
}

extension FunctionSymbol {
  /// The generic parameters that a substitution may speak of, in an order that its declaration decides.
  func parameters(_ generics: [GenericParameter]) -> [GenericParameter] {
    var result = (owner?.parameters ?? []) + generics
    if let dynamicSelf = owner?.dynamicSelf { result.append(dynamicSelf) }
    var next: LexicalContext? = context
    while let context = next {
      if case .generics(let names) = context.kind {
        result += names.sorted { $0.key < $1.key }.map(\.value)
      }
      next = context.parent
    }
    return result
  }
}

extension FunctionDeclaration.Kind {
  /// A number for each kind.
  var number: UInt8 {
    switch self {
    case .function: 0
    case .initializer(let isFailable): isFailable ? 1 : 2
    case .deinitializer: 3
    case .getter: 4
    case .setter: 5
    case .willSet: 6
    case .didSet: 7
    }
  }
}
