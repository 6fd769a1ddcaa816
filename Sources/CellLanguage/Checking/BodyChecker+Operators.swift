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
    switch operation {
    case .shiftLeft, .shiftRight, .wrappingShiftLeft, .wrappingShiftRight:
      let type = settled(x)
      guard type.scalarKind == .integer, settled(y).scalarKind == .integer else { return nil }
      return TypedExpression(.operation(operation, [a, b]), type, range)
    default: break
    }
    let mark = mark
    guard unify(x, y) else {
      restore(mark)
      return nil
    }
    let type = shallow(x)
    if case .variable(let variable) = type {
      // Two literals: of numbers anything goes, of strings only what strings can do.
      let isText = variable.literal == .string || variable.literal == .character
      if isText {
        guard operation == .add || operation.isComparison else { return nil }
        bind(variable, to: .string)
        return string(operation, a, b, range)
      }
      guard !(variable.literal == .floating && operation.isForIntegersOnly) else { return nil }
      return TypedExpression(
        .operation(operation, [a, b]), operation.isComparison ? .bool : type, range)
    }
    switch type.scalarKind {
    case .integer:
      return TypedExpression(
        .operation(operation, [a, b]), operation.isComparison ? .bool : type, range)
    case .floating:
      guard !operation.isForIntegersOnly else { return nil }
      return TypedExpression(
        .operation(operation, [a, b]), operation.isComparison ? .bool : type, range)
    case .boolean:
      guard operation == .equal || operation == .notEqual else { return nil }
      return TypedExpression(.operation(operation, [a, b]), .bool, range)
    case nil:
      if type.nominal === Nominal.string { return string(operation, a, b, range) }
      if type.nominal === Nominal.character, operation.isComparison {
        return TypedExpression(.operation(operation, [a, b]), .bool, range)
      }
      if type.arrayElement != nil, operation == .add {
        return TypedExpression(.operation(.concatenate, [a, b]), type, range)
      }
      restore(mark)
      return nil
    }
  }

  private func isStandardOrLiteral(_ type: Type) -> Bool {
    if case .variable(let variable) = type { return variable.literal != nil }
    return isStandardOperand(type) || type.nominal === Nominal.character
  }

  private func string(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    if operation == .add {
      return TypedExpression(.operation(.concatenate, [a, b]), .string, range)
    }
    guard operation.isComparison else { return nil }
    return TypedExpression(.operation(operation, [a, b]), .bool, range)
  }

  /// Equality and order of what is made of parts: optionals, arrays, tuples, enumerations, structs
  /// whose equality is derived.
  private func structural(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    guard let operation = Operation.binary[name.text], operation.isComparison else { return nil }
    var left = a
    var right = b
    // Either may be optional: both become so, and a literal what the other wraps.
    if shallow(a.type).isOptional || shallow(b.type).isOptional {
      let wanted = shallow(a.type).isOptional ? shallow(a.type) : shallow(b.type)
      guard let p = conversion(of: a, to: wanted), let q = conversion(of: b, to: wanted) else {
        return nil
      }
      return comparison(operation, p, q, range)
    }
    var x = shallow(a.type)
    var y = shallow(b.type)
    let isSame = unify(x, y)
    x = settled(x)
    y = settled(y)
    if !isSame {
      guard let q = conversion(of: b, to: x) else {
        guard let p = conversion(of: a, to: y) else { return nil }
        left = p
        return comparison(operation, left, right, range)
      }
      right = q
    }
    return comparison(operation, left, right, range)
  }

  private func comparison(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    let type = deep(a.type)
    let isEquality = operation == .equal || operation == .notEqual
    guard isEquality ? isEquatable(type) : isComparable(type) else { return nil }
    return TypedExpression(.operation(operation, [a, b]), .bool, range)
  }

  func isEquatable(_ type: Type) -> Bool {
    switch type {
    case .tuple(let elements): return elements.allSatisfy { isEquatable($0.type) }
    case .metatype, .variable: return true
    case .existential(let protocols): return protocols.contains { $0.name == "AnyHashable" }
    default: break
    }
    if let wrapped = type.optionalWrapped { return isEquatable(wrapped) }
    if let element = type.arrayElement { return isEquatable(element) }
    return compiler.conforms(type, to: "Equatable")
  }

  func isComparable(_ type: Type) -> Bool {
    if case .tuple(let elements) = type { return elements.allSatisfy { isComparable($0.type) } }
    if case .variable = type { return true }
    return compiler.conforms(type, to: "Comparable")
  }

  // MARK: - Operators that are functions

  /// An operator that a type, a protocol, a cell or a library declares.
  func userOperator(
    _ name: OperatorUse, _ operands: [TypedExpression], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    userOperator(
      name, operands.map { Argument(label: nil, value: hidden($0)) }, operands.map(\.type), range,
      expected)
  }

  /// An operator that is no standard one, with an operand such as `{ $0 + 1 }`, whose type depends on what
  /// the operator takes.
  private func userOperator(
    _ name: OperatorUse, dependent operands: [Expression], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    var types: [Type] = []
    let arguments = operands.map { operand in
      guard !isDependent(operand) else { return Argument(label: nil, value: operand) }
      let value = check(operand)
      types.append(value.type)
      return Argument(label: nil, value: hidden(value))
    }
    guard !types.contains(where: { shallow($0).isError }) else { return wrong(range) }
    return userOperator(name, arguments, types, range, expected)
  }

  /// The operator among what the operands' types and the cells declare.
  private func userOperator(
    _ name: OperatorUse, _ arguments: [Argument], _ types: [Type], _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression? {
    var candidates: [Candidate] = []
    var seen: Set<FunctionReference> = []
    for type in types.map(deep) {
      if case .variable = type { continue }
      for found in compiler.members(name.text, of: type, isStatic: true) {
        guard case .function(let symbol) = found.member,
          seen.insert(FunctionReference(symbol: symbol, substitution: found.substitution)).inserted,
          symbol.declaration.parameters.count == arguments.count
        else { continue }
        candidates.append(
          Candidate(
            target: .function(symbol), substitution: found.substitution, owner: type,
            rank: found.rank))
      }
    }
    if case .functions(let symbols)? = lookUp(name.text) {
      for symbol in symbols where symbol.declaration.parameters.count == arguments.count {
        candidates.append(Candidate(target: .function(symbol), rank: 50))
      }
    }
    guard !candidates.isEmpty else { return nil }
    let arguments = arguments.enumerated().map { index, argument in
      let isPlace = candidates.allSatisfy { signature(of: $0).parameters[index].isInout }
      guard isPlace else { return argument }
      // `+++a` changes `a`.
      return Argument(
        label: nil, value: Expression(.inoutArgument(argument.value), argument.value.range))
    }
    func resolve() -> TypedExpression {
      resolveCall(candidates, arguments, range, name.text, expected: expected, at: name.range)
    }
    // What is wrong with the body of a closure is told by the only function that takes it.
    if candidates.count == 1, types.count < arguments.count { return resolve() }
    return attempt(resolve)
  }

  /// A checked expression in the place of one as written.
  func hidden(_ value: TypedExpression) -> Expression {
    let name = hiddenName("value")
    substituted[name] = value
    return Expression(.name(Name(base: name, labels: nil, range: value.range), []), value.range)
  }

  private func reportOperands(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let x = final(a.type)
    let y = final(b.type)
    let isComparison = Operation.binary[name.text]?.isComparison ?? false
    for (value, type) in [(a, x), (b, y)] {
      guard let wrapped = type.optionalWrapped else { continue }
      report(
        "value of optional type '\(type)' must be unwrapped to a value of type '\(wrapped)'",
        at: value.range,
        notes: [
          (
            "coalesce using '??' to provide a default when the optional value contains 'nil'",
            value.range
          ),
          (
            "force-unwrap using '!' to abort execution if the optional value contains 'nil'",
            value.range
          ),
        ])
      return TypedExpression(.error, isComparison ? .bool : .error, range)
    }
    if x == y {
      let isEquality = name.text == "==" || name.text == "!="
      if isEquality, x.nominal != nil {
        report(
          "referencing operator function '\(name.text)' on 'Equatable' requires that '\(x)' conform to 'Equatable'",
          at: name.range)
      } else {
        report(
          "binary operator '\(name.text)' cannot be applied to two '\(x)' operands", at: name.range)
      }
    } else {
      var notes: [(message: String, range: SourceRange)] = []
      if x.scalarKind == .integer, y.scalarKind == .floating {
        notes.append(("'\(y)(\(source.text(in: a.range)))' converts it", a.range))
      } else if y.scalarKind == .integer, x.scalarKind == .floating {
        notes.append(("'\(x)(\(source.text(in: b.range)))' converts it", b.range))
      } else if x.nominal === Nominal.string, name.text == "+" {
        notes.append(
          ("write \"\\(\(source.text(in: b.range)))\" to put it into a string", b.range))
      }
      report(
        "binary operator '\(name.text)' cannot be applied to operands of type '\(x)' and '\(y)'",
        at: name.range, notes: notes)
    }
    return TypedExpression(.error, isComparison ? .bool : .error, range)
  }
}

extension String {
  /// Whether this is the name of an operator that changes its left side, such as `+=`.
  var isAssigningOperator: Bool {
    guard count > 1, last == "=" else { return false }
    // Those with a period compare place by place.
    let name = hasPrefix(".") ? String(dropFirst()) : self
    return !["<=", ">=", "!=", "==", "===", "!==", "~="].contains(name)
  }
}
