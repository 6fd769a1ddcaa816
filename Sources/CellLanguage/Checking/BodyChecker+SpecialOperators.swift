extension BodyChecker {
  func coalesce(
    _ left: Expression, _ right: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let hint: Type? = core(expected).map { .optional($0) }
    let a = check(left, expecting: hint)
    let type = settled(a.type)
    if type.isError { return check(right, expecting: expected) }
    guard let wrapped = type.optionalWrapped else {
      // Not optional: Swift warns and never uses the right side.
      let b = check(right, as: type, .argument)
      let optional = TypedExpression(.wrap(a), .optional(type), a.range)
      return TypedExpression(.coalesce(optional, b), type, range)
    }
    let b = check(right, expecting: wrapped)
    // `[K: V?]()[key] ?? nil` is what the dictionary holds.
    if wrapped.isOptional, let converted = conversion(of: b, to: wrapped) {
      return TypedExpression(.coalesce(a, converted), wrapped, range)
    }
    if shallow(b.type).isOptional, let converted = conversion(of: b, to: type) {
      return TypedExpression(.coalesceOptional(a, converted), type, range)
    }
    if let converted = conversion(of: b, to: wrapped) {
      return TypedExpression(.coalesce(a, converted), wrapped, range)
    }
    // The default may be of a more general type.
    if let expected, let left = conversion(of: a, to: .optional(expected)),
      let right = conversion(of: b, to: expected)
    {
      return TypedExpression(.coalesce(left, right), expected, range)
    }
    if let left = conversion(of: a, to: .optional(b.type)) {
      return TypedExpression(.coalesce(left, b), b.type, range)
    }
    return convert(b, to: wrapped, .argument)
  }

  func identity(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let a = check(left)
    let b = check(right, expecting: isDependent(right) ? a.type : nil)
    let operation: Operation = name.text == "===" ? .identical : .notIdentical
    for operand in [a, b] {
      var type = settled(operand.type)
      if let wrapped = type.optionalWrapped { type = settled(wrapped) }
      let isReference =
        operand.isReference(type) || { if case .existential = type { true } else { false } }()
      if !isReference, !type.isError {
        return fail(
          "argument type '\(deep(operand.type))' expected to be an instance of a class or class-constrained type",
          at: operand.range)
      }
    }
    return TypedExpression(.operation(operation, [a, b]), .bool, range)
  }

  /// `x == nil`
  func nilTest(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression? {
    let subject: Expression
    if case .nilLiteral = right.kind {
      subject = left
    } else if case .nilLiteral = left.kind {
      subject = right
    } else {
      return nil
    }
    let value = check(subject)
    let type = settled(value.type)
    if type.isError { return TypedExpression(.error, .bool, range) }
    let optional =
      type.isOptional ? value : TypedExpression(.wrap(value), .optional(type), value.range)
    return TypedExpression(.isNil(optional, negated: name.text == "!="), .bool, range)
  }

  /// `a...b` and `a..<b`
  func range(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    var hint: Type?
    if case .nominal(let nominal, let arguments)? = core(expected),
      nominal == Nominal.range || nominal == Nominal.closedRange
    {
      hint = arguments.first
    }
    let a = check(left, expecting: hint)
    let b = check(right, expecting: hint ?? (isDependent(right) ? a.type : nil))
    if shallow(a.type).isError || shallow(b.type).isError { return wrong(range) }
    guard unify(a.type, b.type) else {
      return fail(
        "binary operator '\(name.text)' cannot be applied to operands of type '\(final(a.type))' and '\(final(b.type))'",
        at: name.range)
    }
    let bound = shallow(a.type)
    guard compiler.conforms(bound, to: "Comparable") else {
      return fail(
        "referencing operator function '\(name.text)' on 'Comparable' requires that '\(deep(bound))' conform to 'Comparable'",
        at: name.range)
    }
    let nominal = name.text == "..." ? Nominal.closedRange : Nominal.range
    return TypedExpression(
      .range(a, b, isClosed: name.text == "..."), .nominal(nominal, [bound]), range)
  }

  func prefix(
    _ name: OperatorUse, _ operand: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    switch name.text {
    case "!":
      let value = check(operand, expecting: .bool)
      if !compiler.members("!", of: deep(value.type), isStatic: true).isEmpty,
        let result = userOperator(name, [value], range, expected)
      {
        return result
      }
      let truth = convert(value, to: .bool, .truth(negated: true))
      return TypedExpression(.operation(.not, [truth]), .bool, range)
    case "-", "+", "~":
      let value = check(operand, expecting: core(expected))
      let type = shallow(value.type)
      if type.isError { return wrong(range) }
      var isNumber = type.scalarKind == .integer || type.scalarKind == .floating
      if case .variable(let variable) = type {
        isNumber = variable.literal == .integer || variable.literal == .floating
      }
      if isNumber, name.text != "~" || type.scalarKind == .integer || type.scalarKind == nil {
        if name.text == "+" { return value }
        return TypedExpression(
          .operation(name.text == "-" ? .negate : .complement, [value]), type, range)
      }
      if let result = userOperator(name, [value], range, expected) { return result }
      return unary(name, value, range)
    case "...", "..<":
      let value = check(operand)
      let nominal = name.text == "..." ? "PartialRangeThrough" : "PartialRangeUpTo"
      return partialRange(nominal, value, range)
    default:
      let value = check(operand)
      if let result = userOperator(name, [value], range, expected) { return result }
      return unary(name, value, range)
    }
  }

  private func unary(
    _ name: OperatorUse, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let type = final(value.type)
    if !["-", "+", "~", "!"].contains(name.text), lookUp(name.text) == nil,
      compiler.members(name.text, of: type, isStatic: true).isEmpty
    {
      let better =
        ["++": "; did you mean '+= 1'?", "--": "; did you mean '-= 1'?"][name.text] ?? ""
      return fail("cannot find operator '\(name.text)' in scope\(better)", at: name.range)
    }
    if let wrapped = type.optionalWrapped {
      return fail(
        "value of optional type '\(type)' must be unwrapped to a value of type '\(wrapped)'",
        at: value.range)
    }
    return fail(
      "unary operator '\(name.text)' cannot be applied to an operand of type '\(type)'",
      at: name.range)
  }

  func postfix(
    _ name: OperatorUse, _ operand: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let value = check(operand)
    if name.text == "..." { return partialRange("PartialRangeFrom", value, range) }
    if let result = userOperator(name, [value], range, expected) { return result }
    if BodyChecker.infixOperators.contains(name.text) {
      return fail("'\(name.text)' is not a postfix unary operator", at: name.range)
    }
    return unary(name, value, range)
  }

  private static let infixOperators: Set = [
    "..<", "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "??", "=",
  ]

  private func partialRange(
    _ name: String, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    guard case .type(let type)? = lookUp(name), let nominal = type.nominal else {
      return wrong(range)
    }
    return TypedExpression(.structure([value]), .nominal(nominal, [value.type]), range)
  }

  /// Why what an operator answers cannot be changed; `nil` when an expression is something else.
  func immutableResult(_ place: Expression) -> String? {
    guard case .prefix(let name, _) = place.kind else { return nil }
    return "\(name.text == "+" ? "'+'" : "unary operator") returns immutable value"
  }

  /// `place op= value`
  func compound(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    if let reason = immutableResult(left) {
      _ = check(right)
      return fail(
        "left side of mutating operator isn't mutable: \(reason)", at: name.range)
    }
    let place = forcedIfImplicit(check(left))
    if case .chain(let inner, let wraps) = place.kind, wraps {
      // `a?.b += c` changes what the chain leads to, if it leads anywhere.
      let change = compound(name, inner, right, range)
      return TypedExpression(.chain(change, wraps: true), .optional(.void), range)
    }
    return compound(name, place, right, range)
  }

  private func compound(
    _ name: OperatorUse, _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let base = String(name.text.dropLast())
    let type = settled(place.type)
    if type.isError {
      _ = check(right)
      return TypedExpression(.error, .void, range)
    }
    // A type's own `+=` comes first.
    if !isStandard(type) || Operation.binary[base] == nil,
      let result = ownCompound(name, place, right, range)
    {
      return result
    }
    requireMutable(place, verb: .mutatingOperand(name.text), at: name.range)
    if type.arrayElement != nil, base == "+" {
      return appendContents(place, right, range)
    }
    let isShift = ["<<", ">>", "&<<", "&>>"].contains(base)
    let value = check(right, expecting: isShift ? nil : type)
    if shallow(value.type).isError { return TypedExpression(.error, .void, range) }
    let operatorName = OperatorUse(text: base, range: name.range)
    if isStandard(type), let operation = Operation.binary[base], !operation.isComparison {
      let isAllowed =
        type.scalarKind == .integer || type.scalarKind == .floating && !operation.isForIntegersOnly
        || type.nominal === Nominal.string && operation == .add
      if isAllowed {
        if isShift {
          return compound(operation, place, value, range)
        }
        if let converted = conversion(of: value, to: type) {
          let actual = type.nominal === Nominal.string ? Operation.concatenate : operation
          return compound(actual, place, converted, range)
        }
        if type.nominal === Nominal.string, operation == .add,
          let result = attempt({ appendContents(of: value, to: place, range) })
        {
          return result
        }
        let x = final(type)
        let y = final(value.type)
        return fail(
          x == y
            ? "binary operator '\(name.text)' cannot be applied to two '\(x)' operands"
            : "binary operator '\(name.text)' cannot be applied to operands of type '\(x)' and '\(y)'",
          at: name.range)
      }
    }
    // `a op= b` for types that only have `op`.
    if compiler.members(base, of: deep(type), isStatic: true).isEmpty == false {
      let result = apply(operatorName, place, value, range, type)
      guard let converted = conversion(of: result, to: type) else {
        return reportCompound(name, place, value)
      }
      return TypedExpression(.assignment(place, converted), .void, range)
    }
    return reportCompound(name, place, value)
  }

  private func reportCompound(
    _ name: OperatorUse, _ place: TypedExpression, _ value: TypedExpression
  ) -> TypedExpression {
    let x = final(place.type)
    let y = final(value.type)
    if x.isOptional, let wrapped = x.optionalWrapped {
      return fail(
        "value of optional type '\(x)' must be unwrapped to a value of type '\(wrapped)'",
        at: place.range)
    }
    return fail(
      x == y
        ? "binary operator '\(name.text)' cannot be applied to two '\(x)' operands"
        : "binary operator '\(name.text)' cannot be applied to operands of type '\(x)' and '\(y)'",
      at: name.range)
  }

  private func isStandard(_ type: Type) -> Bool {
    type.scalarKind != nil || type.nominal === Nominal.string || type.arrayElement != nil
  }

  private func ownCompound(
    _ name: OperatorUse, _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression? {
    var candidates: [Candidate] = []
    let type = deep(place.type)
    for found in compiler.members(name.text, of: type, isStatic: true) {
      guard case .function(let symbol) = found.member else { continue }
      candidates.append(
        Candidate(
          target: .function(symbol), substitution: found.substitution, owner: type,
          rank: found.rank))
    }
    if case .functions(let symbols)? = lookUp(name.text) {
      candidates += symbols.map { Candidate(target: .function($0), rank: 50) }
    }
    guard !candidates.isEmpty else { return nil }
    let arguments = [
      Argument(label: nil, value: Expression(.inoutArgument(hidden(place)), place.range)),
      Argument(label: nil, value: right),
    ]
    if let result = attempt({
      resolveCall(candidates, arguments, range, name.text, expected: nil, at: name.range)
    }) {
      return result
    }
    return nil
  }

  /// `place op= value` as one operation; notes what a loop adds to.
  func compound(
    _ operation: Operation, _ place: TypedExpression, _ value: TypedExpression,
    _ range: SourceRange
  ) -> TypedExpression {
    if operation == .concatenate, case .variable(let symbol) = place.kind,
      scope.targets.contains(where: \.isLoop)
    {
      symbol.growsInLoop = true
    }
    return TypedExpression(.compound(operation, place, value), .void, range)
  }

  /// `array += sequence`
  private func appendContents(
    _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let type = deep(place.type)
    let value = check(right, expecting: type)
    if let same = conversion(of: value, to: type) {
      return compound(.concatenate, place, same, range)
    }
    return appendContents(of: value, to: place, range)
  }

  private func appendContents(
    of value: TypedExpression, to place: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let name = Name(base: "append", labels: nil, range: range)
    let argument = Argument(label: "contentsOf", value: hidden(value))
    return callMember(name, of: place, [argument], range, nil)
  }

  /// An operator as a function: `reduce(0, +)`.
  func operatorFunction(
    _ name: OperatorUse, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    guard case .function(let wanted)? = core(expected) else {
      return fail("cannot infer the type of operator '\(name.text)' used as a function", at: range)
    }
    if wanted.parameters.count == 1, case .tuple(let elements) = shallow(wanted.parameters[0].type),
      elements.count == 2
    {
      return spreadOperator(name, elements, wanted, range)
    }
    let count = wanted.parameters.count
    let parameters = (0..<count).map {
      ClosureExpression.Parameter(name: "$\($0)", type: nil, isInout: false, range: range)
    }
    let types = wanted.parameters.map(\.type)
    if count == 2, wanted.parameters[0].isInout, name.text.isAssigningOperator {
      let place = ClosureExpression.Parameter(name: "$0", type: nil, isInout: true, range: range)
      return synthesizedClosure([place, parameters[1]], types, result: .void, range) { values in
        self.compound(name, values[0], self.hidden(values[1]), range)
      }
    }
    return synthesizedClosure(parameters, types, result: wanted.result, range) { values in
      let result: TypedExpression
      if count == 2 {
        self.likenOperands(values[0].type, values[1].type)
        result = self.apply(name, values[0], values[1], range, wanted.result)
      } else if count == 1 {
        let operand = self.hidden(values[0])
        result = self.prefix(name, operand, range, wanted.result)
      } else {
        return self.fail("operator '\(name.text)' does not take \(count) operands", at: range)
      }
      return self.convert(result, to: wanted.result, .closureResult)
    }
  }

  /// An operator where a function of one pair is expected: `zip(a, b).map(+)`.
  private func spreadOperator(
    _ name: OperatorUse, _ elements: [TupleElement], _ wanted: FunctionType, _ range: SourceRange
  ) -> TypedExpression {
    let parameter = ClosureExpression.Parameter(name: "$0", type: nil, isInout: false, range: range)
    return synthesizedClosure(
      [parameter], [wanted.parameters[0].type], result: wanted.result, range
    ) { values in
      let parts = elements.indices.map {
        TypedExpression(.tupleElement(values[0], $0), elements[$0].type, range)
      }
      let result = self.apply(name, parts[0], parts[1], range, wanted.result)
      if case .variable = self.shallow(wanted.result) { _ = self.unify(wanted.result, result.type) }
      return self.convert(result, to: wanted.result, .closureResult)
    }
  }

  /// An operand of which nothing is known is taken to be like the other.
  private func likenOperands(_ a: Type, _ b: Type) {
    func isOpen(_ type: Type) -> Bool {
      if case .variable(let variable) = shallow(type) { return variable.literal == nil }
      return false
    }
    if isOpen(a) != isOpen(b) { _ = unify(a, b) }
  }
}
