internal import CellChecking
internal import CellSyntax

/// What is known of an expression when code is made.
extension RegisterBuilder {
  /// The word that keeps a literal, a limit or an operation on literals; `nil` for other expressions.
  func constant(_ expression: TypedExpression) -> Int? {
    let type = type(expression)
    switch expression.kind {
    case .integer(let magnitude, let isNegative):
      if let width = type.integerWidth { return integer(expression, magnitude, isNegative, width) }
      guard type.scalarKind == .floating else { return nil }
      return Int(bits: isNegative ? -Double(magnitude) : Double(magnitude))
    case .floating(let value) where type.scalarKind == .floating:
      return Int(bits: type == .float ? Double(Float(value)) : value)
    case .boolean(let value): return value ? 1 : 0
    case .constant(let value): return type.scalarKind.flatMap { Datum(value).bits($0) }
    case .computed: return limit(expression)
    // What an initialiser begins with.
    case .structure where type.scalarKind != nil: return 0
    case .variable(let symbol): return constants[ObjectIdentifier(symbol)]
    case .operation where type.scalarKind == .floating: return foldedFloat(expression, type)
    case .operation: return folded(expression, type)
    default: return nil
    }
  }

  /// A literal; one that does not fit is a mistake in the source.
  private func integer(
    _ expression: TypedExpression, _ magnitude: UInt64, _ isNegative: Bool, _ width: IntegerWidth
  ) -> Int {
    if let value = width.value(magnitude, isNegative: isNegative) { return value }
    report(
      "integer literal '\(isNegative ? "-" : "")\(magnitude)' overflows when stored into '\(type(expression))'",
      expression, at: expression.range)
    return 0
  }

  /// The value of an operation on two literals; one that overflows is a mistake in the source.
  private func folded(_ expression: TypedExpression, _ type: Type) -> Int? {
    guard case .operation(let operation, let operands) = expression.kind, operands.count == 2,
      operation.isArithmetic, let width = type.integerWidth,
      operands.allSatisfy({ $0.isIntegerLiteral && self.type($0) == type }),
      let x = constant(operands[0]), let y = constant(operands[1])
    else { return nil }
    do {
      return try width.apply(operation, x, y, type, nil)
    } catch let fault as Fault {
      report(fault.plainMessage, expression, at: expression.place)
    } catch {}
    return 0
  }

  /// The value of an operation on floating-point numbers that are known. What is no number has no sign
  /// then, as swiftc has it; the processor's has one.
  private func foldedFloat(_ expression: TypedExpression, _ type: Type) -> Int? {
    guard case .operation(let operation, let operands) = expression.kind, operands.count == 2,
      operands.allSatisfy({ self.type($0) == type }), let a = constant(operands[0]),
      let b = constant(operands[1])
    else { return nil }
    let (x, y) = (Double(bits: a), Double(bits: b))
    let value: Double
    switch operation {
    case .add: value = x + y
    case .subtract: value = x - y
    case .multiply: value = x * y
    case .divide: value = x / y
    default: return nil
    }
    if value.isNaN { return Int(bits: .nan) }
    return Int(bits: type == .float ? Double(Float(value)) : value)
  }

  /// Notes the value of a constant of the function that is known when code is made.
  func note(_ value: TypedExpression, of symbol: VariableSymbol, _ kind: ScalarKind) {
    if symbol.isLet, kind == .floating { constants[ObjectIdentifier(symbol)] = constant(value) }
  }

  /// Reports something once, however often the expression is looked at.
  func report(_ message: String, _ expression: TypedExpression, at range: SourceRange) {
    guard reported.insert(ObjectIdentifier(expression)).inserted else { return }
    lowerer.compiler.report(message, at: range, in: lowerer.source)
  }

  /// The value of `Int.max`, `UInt8.min` and the like.
  func limit(_ expression: TypedExpression) -> Int? {
    guard case .computed(let use, _) = expression.kind, case .function(let getter) = use.getter,
      let width = type(expression).integerWidth
    else { return nil }
    return switch getter.symbol.intrinsic {
    case .largest: width.largest
    case .smallest: width.smallest
    default: nil
    }
  }

  /// An integer literal that fits an instruction.
  func smallLiteral(_ expression: TypedExpression) -> Int? {
    guard case .integer = expression.kind, type(expression).integerWidth != nil,
      let value = constant(expression), Int16(exactly: value) != nil
    else { return nil }
    return value
  }

  /// The value of a literal, of a function, or of a case without a payload; `nil` for other expressions.
  func datum(of expression: TypedExpression) -> Datum? {
    // Among others a property that the initialiser is still to set.
    if case .unit = expression.kind { return .void }
    let type = type(expression)
    if let kind = type.scalarKind { return constant(expression).map { Datum(bits: $0, kind) } }
    switch expression.kind {
    case .none: return Datum.none
    case .constant(let value): return Datum(value)
    case .string(let text) where type == .string: return .string(text)
    case .string(let text) where type.nominal === Nominal.character:
      return .character(text.first ?? " ")
    case .string(let text) where type.nominal === Nominal.substring: return .substring(text[...])
    case .enumeration(let index, let parts) where parts.isEmpty:
      return .enumeration(EnumObject(lowerer.program.typeObject(type), index, []))
    case .function(let reference, _):
      let function = lowerer.program.function(for: lowerer.final(reference))
      return .closure(ClosureObject(function, []))
    case .wrap(let value) where !self.type(value).isOptional: return datum(of: value)
    case .erase(let value) where self.type(value).tellsItself: return datum(of: value)
    default: return nil
    }
  }

  /// Whether computing it changes nothing and calls nothing.
  func isPure(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .floating, .boolean, .string, .variable, .constant, .none, .unit: true
    case .operation(_, let operands): operands.allSatisfy(isPure)
    case .and(let a, let b), .or(let a, let b), .element(let a, let b): isPure(a) && isPure(b)
    case .field(let base, _), .instanceField(let base, _), .tupleElement(let base, _),
      .reinterpret(let base), .isNil(let base, _), .wrap(let base):
      isPure(base)
    case .ternary(let a, let b, let c): isPure(a) && isPure(b) && isPure(c)
    default: false
    }
  }

  /// Whether computing it assigns to no variable of this function that is in a register: no call does that
  /// but to an `inout` argument.
  func leavesVariables(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .call(let callee, let arguments):
      if case .value(let function) = callee, !isPure(function) { return false }
      return arguments.allSatisfy { !$0.isInout && leavesVariables($0.value) }
    case .operation(_, let operands): return operands.allSatisfy(leavesVariables)
    case .field(let base, _), .instanceField(let base, _), .tupleElement(let base, _),
      .reinterpret(let base):
      return leavesVariables(base)
    case .element(let a, let b), .and(let a, let b), .or(let a, let b):
      return leavesVariables(a) && leavesVariables(b)
    default: return isPure(expression)
    }
  }

  // MARK: - Literals of the program's types

  /// A literal of a type of the program: made by its initialiser.
  func literal(_ expression: TypedExpression, into slot: Int) {
    let type = type(expression)
    let (labels, value): ([String], TypedExpression.Constant) =
      switch expression.kind {
      case .integer(let magnitude, let isNegative):
        (["integerLiteral", "floatLiteral"], .integer(signed(magnitude, isNegative)))
      case .floating(let number): (["floatLiteral"], .floating(number))
      case .string(let text): (["stringLiteral"], .string(text))
      default: ([], .integer(0))
      }
    let compiler = lowerer.compiler
    for label in labels {
      for found in compiler.members("init", of: type, isStatic: true) {
        guard case .function(let symbol) = found.member, symbol.declaration.parameters.count == 1,
          symbol.declaration.parameters[0].label == label
        else { continue }
        let parameter = compiler.signature(of: symbol).parameters[0].type
        var argumentValue = value
        if parameter.scalarKind == .floating, case .integer(let number) = value {
          argumentValue = .floating(Double(number))
        }
        let argument = TypedExpression(.constant(argumentValue), parameter, expression.range)
        let reference = FunctionReference(symbol: symbol, substitution: found.substitution)
        return call(
          .function(reference), [TypedArgument(value: argument)], expression, .slot(slot))
      }
    }
    report(
      "type '\(type)' cannot be made from a literal here", expression, at: expression.range)
  }

  private func signed(_ magnitude: UInt64, _ isNegative: Bool) -> Int {
    let value = Int(truncatingIfNeeded: magnitude)
    return isNegative ? 0 &- value : value
  }
}

extension TypedExpression {
  fileprivate var isIntegerLiteral: Bool { if case .integer = kind { true } else { false } }
}
