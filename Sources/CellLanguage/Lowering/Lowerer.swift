/// Turns one checked function into code: variables become slots, expressions become steps.
final class Lowerer {
  let compiler: Compiler
  let checker: BodyChecker
  let source: SourceText
  /// Slots of the variables of this function, and places of the captured ones.
  var slots: [ObjectIdentifier: Int] = [:]
  var captures: [ObjectIdentifier: Int] = [:]
  var slotCount = 0
  /// Registers of the scalar variables, and how many there are with those for values in between.
  private var registers: [ObjectIdentifier: ScalarHome] = [:]
  private(set) var registerCount = 0
  /// The first register that is free for a value in between; all variables so far are below it.
  private(set) var freeRegister = 0
  private var variableRegisters = 0
  /// Variables made while lowering, which nothing else holds.
  private var ownVariables: [VariableSymbol] = []
  /// Numbers of loops and blocks that can be left.
  var targets: [ObjectIdentifier: Int] = [:]
  var targetCount = 0
  let function: TypedFunction
  /// Where the value of a branch of an `if` expression goes.
  var resultSlot: Int?
  /// The function being made, through which a local function finds itself.
  private let own: CompiledFunction

  init(
    _ compiler: Compiler, _ checker: BodyChecker, _ function: TypedFunction, _ source: SourceText,
    own: CompiledFunction = CompiledFunction()
  ) {
    self.own = own
    self.compiler = compiler
    self.checker = checker
    self.function = function
    self.source = source
  }

  /// The code of the whole function.
  func lower() -> CompiledFunction {
    for (index, symbol) in function.captures.enumerated() {
      captures[ObjectIdentifier(symbol)] = index
    }
    // A parameter's slot or register has the parameter's number.
    freeRegister = function.parameters.count
    registerCount = freeRegister
    variableRegisters = freeRegister
    for (index, parameter) in function.parameters.enumerated() {
      let key = ObjectIdentifier(parameter)
      if let kind = scalarKind(of: parameter) {
        registers[key] = ScalarHome(index: index, kind: kind)
      } else {
        slots[key] = index
        slotCount = index + 1
      }
    }
    let convention = CallConvention(
      function.parameters.map { scalarKind(of: $0) }, result: final(function.result).scalarKind)
    if isPlain, function.parameters.allSatisfy({ !$0.isBoxed }),
      let (code, isFrameless) = RegisterBuilder(self).function(function.body, convention)
    {
      return CompiledFunction(
        name: function.name, source: source, slotCount: slotCount, registerCount: registerCount,
        convention: convention, code: code, isFrameless: isFrameless)
    }
    let body = wholeBody()
    return CompiledFunction(
      name: function.name, source: source, slotCount: slotCount, registerCount: registerCount,
      convention: convention, body: body)
  }

  /// Whether it ends as other functions do: what an initialiser returns is `self`, in a slot of the frame.
  private var isPlain: Bool {
    guard let value = function.returnsSelf else { return true }
    return !function.isFailableInit && !value.isBoxed && final(value.type).scalarKind == nil
  }

  /// The body as a closure, with what happens before and after it.
  private func wholeBody() -> Step {
    var selfSlot: Int?
    if let symbol = function.returnsSelf { selfSlot = slot(of: symbol) }
    let body = block(function.body)
    let boxed = function.parameters.filter(\.isBoxed).map {
      (slot: slot(of: $0), isInout: $0.isInout)
    }
    let isFailable = function.isFailableInit
    let selfIsBoxed = function.returnsSelf?.isBoxed ?? false
    return { frame in
      for parameter in boxed {
        frame.slots[parameter.slot] = .box(Box(frame.slots[parameter.slot]))
      }
      defer {
        for parameter in boxed where parameter.isInout {
          if case .box(let box) = frame.slots[parameter.slot] {
            frame.slots[parameter.slot] = box.value
          }
        }
      }
      guard let selfSlot else { return try body(frame) }
      do {
        let flow = try body(frame)
        if flow == .returned, case .none = frame.result, isFailable { return .returned }
        if case .box(let box) = frame.slots[selfSlot], selfIsBoxed {
          frame.result = box.value
        } else {
          frame.result = frame.slots[selfSlot]
        }
      } catch is InitializerFailed where isFailable {
        frame.result = .none
      }
      return .returned
    }
  }

  // MARK: - Registers

  /// Where a scalar variable is.
  struct ScalarHome {
    var index: Int
    var kind: ScalarKind
  }

  /// How a variable is kept in a register; `nil` when it is kept boxed: it is no scalar, closures share
  /// it, changes go back to a caller, or it is declared before it has a value.
  private func scalarKind(of symbol: VariableSymbol) -> ScalarKind? {
    guard case .local = symbol.storage, !symbol.isBoxed, !symbol.isInout, symbol.hasInitialValue,
      !symbol.isFunction
    else { return nil }
    return final(symbol.type).scalarKind
  }

  /// The register of a variable of this function.
  func register(of symbol: VariableSymbol) -> ScalarHome? {
    let key = ObjectIdentifier(symbol)
    if let known = registers[key] { return known }
    guard slots[key] == nil, captures[key] == nil, let kind = scalarKind(of: symbol) else {
      return nil
    }
    let home = ScalarHome(index: newRegister(), kind: kind)
    registers[key] = home
    return home
  }

  /// The register of an expression that is a variable.
  func register(of expression: TypedExpression) -> Int? {
    guard case .variable(let symbol) = expression.kind, symbol !== function.selfReference else {
      return nil
    }
    return register(of: symbol)?.index
  }

  /// A register for as long as the function runs.
  func newRegister() -> Int {
    let index = temporaryRegister()
    variableRegisters = freeRegister
    return index
  }

  /// A register until `freeRegisters(from:)`.
  func temporaryRegister() -> Int {
    freeRegister += 1
    registerCount = max(registerCount, freeRegister)
    return freeRegister - 1
  }

  /// Whether a register belongs to a variable.
  func isVariable(_ register: Int) -> Bool { register < variableRegisters }

  /// Gives the registers from a number on back, but for those of variables.
  func freeRegisters(from index: Int) { freeRegister = max(index, variableRegisters) }

  // MARK: - Slots

  func slot(of symbol: VariableSymbol) -> Int {
    let key = ObjectIdentifier(symbol)
    if let known = slots[key] { return known }
    slots[key] = slotCount
    slotCount += 1
    return slotCount - 1
  }

  /// Keeps a variable made while lowering in a slot that is there.
  func keep(_ symbol: VariableSymbol, in slot: Int) {
    ownVariables.append(symbol)
    slots[ObjectIdentifier(symbol)] = slot
  }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  func type(_ expression: TypedExpression) -> Type { checker.final(expression.type) }
  func final(_ type: Type) -> Type { checker.final(type) }
  func site(_ range: SourceRange) -> Site { Site(range, source) }

  func number(of target: LoopTarget) -> Int {
    let key = ObjectIdentifier(target)
    if let known = targets[key] { return known }
    targetCount += 1
    targets[key] = targetCount
    return targetCount
  }

  // MARK: - Variables

  func read(_ symbol: VariableSymbol, at range: SourceRange) -> Code {
    if case .global(let index) = symbol.storage { return { $0.machine.globals[index] } }
    let site = site(range)
    let name = symbol.name
    if let index = captures[ObjectIdentifier(symbol)], slots[ObjectIdentifier(symbol)] == nil {
      if symbol.isBoxed {
        return { frame in
          guard case .box(let box) = frame.captures[index] else {
            throw Fault("'\(name)' is not set", at: site)
          }
          return box.value
        }
      }
      return { $0.captures[index] }
    }
    if symbol === function.selfReference, slots[ObjectIdentifier(symbol)] == nil {
      let own = own
      return { .closure(ClosureObject(own, $0.captures)) }
    }
    if let home = register(of: symbol) {
      return { $0.registers.datum(home.index, home.kind) }
    }
    let slot = slot(of: symbol)
    guard symbol.isBoxed else { return { $0.slots[slot] } }
    return { frame in
      guard case .box(let box) = frame.slots[slot] else {
        throw Fault("variable '\(name)' used before being initialized", at: site)
      }
      return box.value
    }
  }

  /// The place where a variable is stored.
  func place(_ symbol: VariableSymbol) -> Place {
    if case .global(let index) = symbol.storage {
      return { frame, body in
        let machine = frame.machine
        var value = machine.globals[index]
        machine.globals[index] = .void
        defer { machine.globals[index] = value }
        try body(&value)
      }
    }
    if let index = captures[ObjectIdentifier(symbol)], slots[ObjectIdentifier(symbol)] == nil {
      return { frame, body in
        guard case .box(let box) = frame.captures[index] else {
          throw Fault("a captured constant cannot be changed", at: nil)
        }
        var value = box.value
        box.value = .void
        defer { box.value = value }
        try body(&value)
      }
    }
    if let home = register(of: symbol) {
      return { frame, body in
        var value = frame.registers.datum(home.index, home.kind)
        defer { frame.registers.put(value, at: home.index, home.kind) }
        try body(&value)
      }
    }
    let slot = slot(of: symbol)
    guard symbol.isBoxed else {
      return { frame, body in
        var value = frame.slots[slot]
        frame.slots[slot] = .void
        defer { frame.slots[slot] = value }
        try body(&value)
      }
    }
    return { frame, body in
      if case .box = frame.slots[slot] {} else { frame.slots[slot] = .box(Box(.void)) }
      guard case .box(let box) = frame.slots[slot] else { return }
      var value = box.value
      box.value = .void
      defer { box.value = value }
      try body(&value)
    }
  }

  /// Gives a variable its first value.
  func initialize(_ symbol: VariableSymbol) -> (Frame, Datum) -> Void {
    if case .global(let index) = symbol.storage { return { $0.machine.globals[index] = $1 } }
    if let home = register(of: symbol) {
      return { $0.registers.put($1, at: home.index, home.kind) }
    }
    let slot = slot(of: symbol)
    guard symbol.isBoxed else { return { $0.slots[slot] = $1 } }
    if symbol.isFunction {
      // The box may have been handed out before.
      return { frame, value in
        if case .box(let box) = frame.slots[slot] {
          box.value = value
        } else {
          frame.slots[slot] = .box(Box(value))
        }
      }
    }
    return { $0.slots[slot] = .box(Box($1)) }
  }

  /// What a closure takes with it of a variable: its box, or its value.
  func captured(_ symbol: VariableSymbol) -> Code {
    if case .global(let index) = symbol.storage { return { $0.machine.globals[index] } }
    let key = ObjectIdentifier(symbol)
    if let index = captures[key], slots[key] == nil { return { $0.captures[index] } }
    if symbol === function.selfReference, slots[key] == nil {
      let own = own
      guard symbol.isBoxed else { return { .closure(ClosureObject(own, $0.captures)) } }
      return { .box(Box(.closure(ClosureObject(own, $0.captures)))) }
    }
    if let home = register(of: symbol) {
      return { $0.registers.datum(home.index, home.kind) }
    }
    let slot = slot(of: symbol)
    guard symbol.isBoxed else { return { $0.slots[slot] } }
    return { frame in
      if case .box = frame.slots[slot] {} else { frame.slots[slot] = .box(Box(.void)) }
      return frame.slots[slot]
    }
  }

  /// A closure over the variables it uses.
  func closure(_ inner: TypedFunction) -> Code {
    let function = CompiledFunction()
    compiler.uses.noteClosure(function)
    let lowerer = Lowerer(compiler, checker, inner, inner.source, own: function)
    function.fill(with: lowerer.lower())
    compiler.noteClosure(function, inner, checker)
    let parts = inner.captures.map(captured)
    return { frame in
      var values: [Datum] = []
      values.reserveCapacity(parts.count)
      for part in parts { values.append(try part(frame)) }
      return .closure(ClosureObject(function, values))
    }
  }
}
