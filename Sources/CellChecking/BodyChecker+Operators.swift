internal import CellSyntax

/// What the machine does for an operator of two standard operands, and the type of what that answers.
private typealias StandardOperation = (operation: Operation, type: Type)

extension BodyChecker {
  func binary(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    switch name.text {
    case "&&", "||":
      let a = check(left, as: .bool, .truth(negated: false))
      let b = check(right, as: .bool, .truth(negated: false))
      return TypedExpression(name.text == "&&" ? .and(a, b) : .or(a, b), .bool, range)
    case "??": return coalesce(left, right, range, expected)
    case "===", "!==": return identity(name, left, right, range)
    case "==", "!=":
      if let test = nilTest(name, left, right, range) { return test }
    case "...", "..<": return self.range(name, left, right, range, expected)
    case "~=": break
    default:
      if name.text.isAssigningOperator {
        return compound(name, left, right, range)
      }
    }
    if Operation.binary[name.text] == nil, isDependent(left) || isDependent(right),
      let result = userOperator(name, dependent: [left, right], range, expected)
    {
      return result
    }
    let (a, b) = operands(name, left, right, expected)
    return apply(name, a, b, range, expected)
  }

  /// Both operands; what depends on the other is checked after it.
  private func operands(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ expected: Type?
  ) -> (TypedExpression, TypedExpression) {
    let isComparison = Operation.binary[name.text]?.isComparison ?? true
    // What is expected of a sum is expected of its terms, if it is a number or a string.
    let hint =
      isComparison
      ? nil
      : core(expected).flatMap { isStandardOperand($0) || isOwnLiteral($0, name) ? $0 : nil }
    if isDependent(left), !isDependent(right) {
      let b = check(right, expecting: hint)
      return (check(left, expecting: b.type), b)
    }
    // The elements of both arrays become what the sum's are: `[Int] + [nil]` as `[Int?]`.
    func term(_ value: TypedExpression) -> TypedExpression {
      guard name.text == "+", let hint, hint.arrayElement != nil else { return value }
      return conversion(of: value, to: hint) ?? value
    }
    if left.isMadeOfLiterals, !right.isMadeOfLiterals {
      let b = term(check(right, expecting: hint))
      return (term(check(left, expecting: literalHint(b, name) ?? hint)), b)
    }
    let a = term(check(left, expecting: hint))
    if right.isMadeOfLiterals, let type = literalHint(a, name) {
      return (a, term(check(right, expecting: type)))
    }
    if isDependent(right) || isArrayLiteral(right) {
      // A slice and a literal make an array where one is wanted.
      let isSlice = hint?.arrayElement != nil && shallow(a.type).arrayElement == nil
      return (a, term(check(right, expecting: isSlice ? hint : shallow(a.type))))
    }
    return (a, term(check(right, expecting: hint)))
  }

  /// The type that a sum of literals has beside an operand: `word ^ (1 << 3)`.
  private func literalHint(_ operand: TypedExpression, _ name: OperatorUse) -> Type? {
    let type = shallow(operand.type)
    guard type.scalarKind != nil, Operation.binary[name.text]?.isShift == false else { return nil }
    return type
  }

  /// Whether literals can be of a type that has the operator itself: `2 * "x"` as an `Expr`.
  private func isOwnLiteral(_ type: Type, _ name: OperatorUse) -> Bool {
    guard let nominal = type.nominal, nominal.context?.source.isLibrary == false,
      !compiler.members(name.text, of: type, isStatic: true).isEmpty
    else { return false }
    return ["Integer", "Float", "String"].contains {
      compiler.conforms(type, to: "ExpressibleBy\($0)Literal")
    }
  }

  private func isArrayLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .array, .dictionary: true
    default: false
    }
  }

  private func isStandardOperand(_ type: Type) -> Bool {
    type.scalarKind != nil || type.nominal === Nominal.string || type.arrayElement != nil
  }

  /// The operation on two checked operands.
  func apply(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    if shallow(a.type).isError || shallow(b.type).isError {
      let isComparison = Operation.binary[name.text]?.isComparison ?? false
      return TypedExpression(.error, isComparison ? .bool : .error, range)
    }
    let (a, b) = operandsAsArrays(forcedIfImplicit(a), forcedIfImplicit(b))
    if name.text == "+", case .variable(let literal) = shallow(a.type), literal.literal == .string,
      shallow(b.type).nominal === Nominal.substring
    {
      // What is added to a literal is added to a `String`.
      bind(literal, to: .string)
    }
    if isZeroDivision(name, a, b, expected) {
      report("division by zero", at: name.range)
      return wrong(range)
    }
    if let result = standard(name, a, b, range) { return result }
    if let result = userOperator(name, [a, b], range, expected) { return result }
    if let result = structural(name, a, b, range) { return result }
    return reportOperands(name, a, b, range)
  }

  /// Whether integers are divided by a literal zero.
  private func isZeroDivision(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ expected: Type?
  ) -> Bool {
    guard name.text == "/" || name.text == "%", case .integer(0, _) = b.kind else { return false }
    // A literal is of whatever type the other operand, or what the result is for, is of.
    guard isInteger(b.type), isInteger(a.type), let expected = expected.map(shallow) else {
      return isInteger(b.type) && isInteger(a.type)
    }
    // What any value is good for decides nothing, so that literals are whole numbers.
    if case .existential = expected { return true }
    return isInteger(expected)
  }

  /// Whether values of a type are whole numbers, as far as is known.
  private func isInteger(_ type: Type) -> Bool {
    if case .variable(let variable) = shallow(type) { return variable.literal == .integer }
    return shallow(type).scalarKind == .integer
  }

  // MARK: - Standard operands

  /// Operators of numbers, truth values, strings and arrays.
  private func standard(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    guard let operation = Operation.binary[name.text] else { return nil }
    let x = shallow(a.type)
    let y = shallow(b.type)
    guard isStandardOrLiteral(x), isStandardOrLiteral(y) else { return nil }
    if operation.isShift {
      let type = settled(x)
      guard type.scalarKind == .integer, settled(y).scalarKind == .integer else { return nil }
      return TypedExpression(.operation(operation, [a, b]), type, range)
    }
    let mark = mark
    guard unify(x, y) else {
      restore(mark)
      return nil
    }
    let type = shallow(x)
    let result: StandardOperation?
    if case .variable(let literal) = type {
      result = ofLiterals(operation, literal)
    } else if let kind = type.scalarKind {
      result = ofScalars(operation, kind, type)
    } else if type.nominal === Nominal.string {
      result = ofStrings(operation)
    } else {
      result = ofParts(operation, type)
      if result == nil { restore(mark) }
    }
    return result.map { TypedExpression(.operation($0.operation, [a, b]), $0.type, range) }
  }

  /// Of two literals: of numbers anything goes, of strings only what strings can do.
  private func ofLiterals(
    _ operation: Operation, _ variable: TypeVariable
  ) -> StandardOperation? {
    if variable.literal == .string || variable.literal == .character {
      let result = ofStrings(operation)
      if result != nil { bind(variable, to: .string) }
      return result
    }
    let kind: ScalarKind = variable.literal == .floating ? .floating : .integer
    return ofScalars(operation, kind, .variable(variable))
  }

  private func ofScalars(
    _ operation: Operation, _ kind: ScalarKind, _ type: Type
  ) -> StandardOperation? {
    let isOffered =
      switch kind {
      case .integer: true
      case .floating: !operation.isForIntegersOnly
      case .boolean: operation == .equal || operation == .notEqual
      }
    return isOffered ? (operation, operation.isComparison ? .bool : type) : nil
  }

  private func ofStrings(_ operation: Operation) -> StandardOperation? {
    if operation == .add { return (.concatenate, .string) }
    return operation.isComparison ? (operation, .bool) : nil
  }

  /// Of two characters, or of two arrays.
  private func ofParts(
    _ operation: Operation, _ type: Type
  ) -> StandardOperation? {
    if type.nominal === Nominal.character, operation.isComparison { return (operation, .bool) }
    return type.arrayElement != nil && operation == .add ? (.concatenate, type) : nil
  }

  private func isStandardOrLiteral(_ type: Type) -> Bool {
    if case .variable(let variable) = type { return variable.literal != nil }
    return isStandardOperand(type) || type.nominal === Nominal.character
  }
}
