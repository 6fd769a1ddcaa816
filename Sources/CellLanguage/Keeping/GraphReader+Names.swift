internal import CellChecking
internal import CellSyntax

extension GraphReader {
  /// A type.
  func type() throws -> Type {
    while true {
      let number = try reader.count()
      if types.indices.contains(number) { return types[number] }
      guard number == types.count, let tag = TypeTag(rawValue: try reader.byte()) else {
        throw KeptError.damaged
      }
      if case .part = tag {
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else { throw KeptError.damaged }
        _ = try type()
        continue
      }
      let type = try definition(tag)
      types.append(type)
      return type
    }
  }

  private func definition(_ tag: TypeTag) throws -> Type {
    switch tag {
    case .nominal:
      let nominal = try nominal()
      let arguments = try (0..<(try reader.length())).map { _ in try knownType() }
      guard arguments.count == nominal.parameters.count else { throw KeptError.damaged }
      return .nominal(nominal, arguments)
    case .tuple:
      return .tuple(
        try (0..<(try reader.length())).map { _ in
          TupleElement(label: try reader.read(), type: try knownType())
        })
    case .function:
      let isThrowing: Bool = try reader.read()
      let isInout = try (0..<(try reader.length())).map { _ in try reader.read(Bool.self) }
      let parameters = try isInout.map {
        FunctionType.Parameter(type: try knownType(), isInout: $0)
      }
      return .function(
        FunctionType(parameters: parameters, result: try knownType(), isThrowing: isThrowing))
    case .existential:
      return .existential(try (0..<(try reader.length())).map { _ in try nominal() })
    case .metatype: return .metatype(try knownType())
    case .unresolved: return .unresolved(try reader.text())
    case .part: throw KeptError.damaged
    }
  }

  private func knownType() throws -> Type {
    let number = try reader.count()
    guard types.indices.contains(number) else { throw KeptError.damaged }
    return types[number]
  }

  /// A declared type.
  func nominal() throws -> Nominal {
    guard let tag = NominalTag(rawValue: try reader.byte()) else { throw KeptError.damaged }
    let result: Nominal?
    switch tag {
    case .known:
      let number = try reader.count()
      guard nominals.indices.contains(number) else { throw KeptError.damaged }
      return nominals[number]
    case .stringIndex: result = .stringIndex
    case .standard: result = Nominal.standard[try reader.text()]
    case .top:
      let name = try reader.text()
      result = declared.type(name, at: try place())
    case .nested:
      depth += 1
      defer { depth -= 1 }
      guard depth < 200 else { throw KeptError.damaged }
      let parent = try nominal()
      let name = try reader.text()
      result = declared.type(name, in: parent, at: try place())
    }
    guard let result else { throw KeptError.missing("a type") }
    nominals.append(result)
    return result
  }

  /// A place in a source.
  func place() throws -> DeclaredPlace {
    let source: DeclaredPlace.Source =
      switch try reader.byte() {
      case 0: .cell(try reader.count())
      case 1: .library(try reader.text(), line: try reader.count())
      default: throw KeptError.damaged
      }
    guard let start = Int32(exactly: try reader.integer()),
      let end = Int32(exactly: try reader.integer())
    else { throw KeptError.damaged }
    return DeclaredPlace(source: source, range: SourceRange(start: start, end: end))
  }

  /// A property.
  func property() throws -> PropertySymbol {
    let owner = try nominal()
    let name = try reader.text()
    guard let property = declared.property(name, of: owner, at: try place()) else {
      throw KeptError.missing("\(owner.qualifiedName).\(name)")
    }
    return property
  }

  // MARK: - Functions

  /// A compiled function.
  func function() throws -> CompiledFunction {
    let number = try reader.count()
    if functions.indices.contains(number) { return functions[number] }
    guard number == functions.count else { throw KeptError.damaged }
    let function: CompiledFunction
    switch try reader.byte() {
    case 0: function = try declared.compile(try reference())
    case 1: function = try closure()
    default: throw KeptError.damaged
    }
    functions.append(function)
    return function
  }

  private func closure() throws -> CompiledFunction {
    let root: ClosureRoot
    switch try reader.byte() {
    case 0: root = .cell
    case 1:
      let reference = try reference()
      _ = try declared.compile(reference)
      root = .function(reference)
    case 2:
      let type = try type()
      try declared.compileAllocator(of: type)
      root = .allocator(type)
    default: throw KeptError.damaged
    }
    let place = try place()
    let name = try reader.text()
    let parameters = try (0..<(try reader.length())).map { _ in try looseType() }
    let result = try looseType()
    let captures = try (0..<(try reader.length())).map { _ in
      ClosureKey.Capture(name: try reader.text(), type: try looseType(), isBoxed: try reader.read())
    }
    let key = ClosureKey(
      root: root, place: place, name: name, parameters: parameters, result: result,
      captures: captures, slotCount: try reader.count(), registerCount: try reader.count())
    guard let function = declared.closure(key) else { throw KeptError.missing(name) }
    return function
  }

  private func looseType() throws -> LooseType {
    switch try reader.byte() {
    case 0: .type(try type())
    case 1: .text(try reader.text())
    default: throw KeptError.damaged
    }
  }

  /// A function with the types that stand for its generic parameters.
  func reference() throws -> FunctionReference {
    let symbol = try symbol()
    let parameters = symbol.parameters(compiler.signature(of: symbol).generics)
    var substitution: Substitution = [:]
    for _ in 0..<(try reader.length()) {
      let index = try reader.count()
      guard parameters.indices.contains(index) else { throw KeptError.damaged }
      substitution[parameters[index]] = try type()
    }
    return FunctionReference(symbol: symbol, substitution: substitution)
  }

  private func symbol() throws -> FunctionSymbol {
    let form = try reader.byte()
    if form == 2 {
      let kind = try reader.text()
      let property = try property()
      switch kind {
      case "get": return compiler.storageGetter(of: property)
      case "set": return compiler.storageSetter(of: property)
      case "observe": return compiler.observingSetter(of: property)
      case "initial": return compiler.initialValueFunction(of: property)
      default: throw KeptError.damaged
      }
    }
    let owner = form == 1 ? try nominal() : nil
    let name = try reader.text()
    let place = try place()
    let kind = try reader.byte()
    let isStatic: Bool = try reader.read()
    guard
      let symbol = declared.function(name, of: owner, at: place, kind: kind, isStatic: isStatic)
    else { throw KeptError.missing(name) }
    return symbol
  }
}
