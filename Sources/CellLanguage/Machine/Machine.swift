internal import Synchronization

/// Runs compiled code: holds the variables of the cells, the functions by number, and the way out.
final class Machine {
  var globals: [Datum]
  let compiler: Compiler
  let console: any Console
  let interruptFlag: InterruptFlag
  let limits: Limits
  var depth = 0
  var steps = 0
  private var implementations: [ImplementationKey: Int] = [:]
  /// Whether the last expression of the cell was shown already.
  var resultValue: Value?

  init(
    compiler: Compiler, globals: [Datum], console: any Console, interrupt: InterruptFlag,
    limits: Limits
  ) {
    self.compiler = compiler
    self.globals = globals
    self.console = console
    interruptFlag = interrupt
    self.limits = limits
  }

  /// Called at every jump back and every call.
  @inline(__always)
  func poll(_ site: Site?) throws {
    steps &+= 1
    if interruptFlag.isRaised { throw Fault("interrupted", at: site, kind: .interrupted) }
    if let limit = limits.steps, steps > limit {
      throw Fault("the limit of \(limit) steps was reached", at: site, kind: .limit)
    }
  }

  /// Runs a function in a frame that holds its arguments.
  func run(_ function: CompiledFunction, in frame: Frame, at site: Site?) throws -> Datum {
    try poll(site)
    depth += 1
    defer { depth -= 1 }
    guard depth < limits.callDepth else {
      throw Fault(
        "stack overflow: more than \(limits.callDepth) nested calls", at: site, kind: .limit)
    }
    do {
      _ = try function.body(frame)
    } catch var fault as Fault {
      if fault.frames.count < 20 {
        if fault.site == nil || fault.site?.source.isLibrary == true { fault.site = site }
        if function.source?.isLibrary != true {
          fault.frames.append(CellFailure.Frame(function: function.name, place: site?.place))
        }
      }
      throw fault
    }
    return frame.result
  }

  /// Calls a function value.
  func call(_ closure: Datum, _ arguments: [Datum], at site: Site?) throws -> Datum {
    guard case .closure(let object) = closure else {
      throw Fault("call of a function that is not there yet", at: site)
    }
    let function = compiler.environment.functions[object.function]
    let frame = Frame(
      self, slotCount: max(function.slotCount, arguments.count), captures: object.captures)
    for (index, argument) in arguments.enumerated() { frame.slots[index] = argument }
    return try run(function, in: frame, at: site)
  }

  /// The function that a requirement or overridable method is for a type.
  func implementation(
    of symbol: FunctionSymbol, for type: TypeObject, _ substitution: Substitution, at site: Site?
  ) throws -> Int {
    let key = ImplementationKey(
      symbol: ObjectIdentifier(symbol), type: ObjectIdentifier(type), substitution: substitution)
    if let known = implementations[key] { return known }
    let errors = compiler.errorCount
    guard let reference = compiler.witness(of: symbol, for: type.type, substitution) else {
      throw Fault("type '\(type.type)' has no '\(symbol.name)'", at: site)
    }
    let number = compiler.number(of: reference)
    compiler.compilePending()
    reserveGlobals()
    if compiler.errorCount > errors {
      throw Fault(compiler.diagnostics.last?.message ?? "does not compile", at: site)
    }
    implementations[key] = number
    return number
  }
}

private struct ImplementationKey: Hashable {
  var symbol: ObjectIdentifier
  var type: ObjectIdentifier
  var substitution: Substitution
}

extension Machine: ClosureCaller {
  func call(_ function: Value, _ arguments: [Value]) throws -> Value {
    guard case .function(let type) = function.type else {
      throw HostCallError.notAFunction(function.typeName)
    }
    guard type.parameters.count == arguments.count else {
      throw HostCallError.argumentCount(expected: type.parameters.count, got: arguments.count)
    }
    let data = zip(arguments, type.parameters).map { adapt($0, to: $1.type) }
    return Value(try call(function.datum, data, at: nil), type.result)
  }

  /// A value that host code made, in the form that a type wants.
  func adapt(_ value: Value, to type: Type) -> Datum {
    if case .existential = type {
      if case .existential = value.type { return value.datum }
      return erase(value.datum, resolved(value.type))
    }
    if let wrapped = type.optionalWrapped {
      if value.type.isOptional {
        guard let inner = value.unwrapped else { return .none }
        return adapt(inner, to: wrapped).wrapped(ifOptional: wrapped)
      }
      return adapt(value, to: wrapped).wrapped(ifOptional: wrapped)
    }
    switch (type.scalarKind, value.datum) {
    case (.floating, .int(let number)): return .double(Double(number))
    case (.floating, .double(let number)):
      return .double(type == .float ? Double(Float(number)) : number)
    default: break
    }
    if let element = type.arrayElement, let elements = value.elements {
      switch (element.arrayStorage, value.datum) {
      case (.ints, .ints), (.doubles, .doubles): return value.datum
      default: return .array(elements.map { adapt($0, to: element) }, of: element)
      }
    }
    if case .tuple(let parts) = type, case .tuple(let object) = value.datum,
      case .tuple(let own) = value.type, own.count == parts.count
    {
      return .tuple(
        TupleObject(
          zip(zip(object.elements, own), parts).map { adapt(Value($0.0, $0.1.type), to: $1.type) }))
    }
    if let types = type.dictionaryTypes, let pairs = value.pairs {
      let table = DictionaryObject()
      for pair in pairs {
        table.set(adapt(pair.key, to: types.key), to: adapt(pair.value, to: types.value))
      }
      return .dictionary(table)
    }
    return value.datum
  }

  private func resolved(_ type: Type) -> Type {
    type.mapLeaves { leaf in
      if case .unresolved(let name) = leaf {
        for case .type(let nominal) in compiler.library.symbols(named: name) {
          return .nominal(nominal, [])
        }
      }
      return nil
    }
  }
}
