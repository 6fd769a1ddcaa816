internal import CellSyntax

extension Solver {
  func binary(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ expression: Expression
  ) throws -> Type {
    switch name.text {
    case "&&", "||":
      for operand in [left, right] { add(.convert(try type(of: operand), .bool)) }
      return .bool
    case "===", "!==":
      for operand in [left, right] { _ = try type(of: operand) }
      return .bool
    case "==" where isNil(left) || isNil(right), "!=" where isNil(left) || isNil(right):
      _ = try type(of: isNil(left) ? right : left)
      return .bool
    case "??":
      let result = variable()
      add(.coalesce(try type(of: left), try type(of: right), result, left))
      return result
    case "...", "..<":
      let bound = variable()
      for operand in [left, right] { add(.convert(try type(of: operand), bound)) }
      add(.comparable(bound, isEquality: false))
      return .nominal(name.text == "..." ? .closedRange : .range, [bound])
    default: break
    }
    let arguments = [left, right].enumerated().map { index, operand in
      let isPlace = index == 0 && name.text.isAssigningOperator
      return Argument(
        label: nil,
        value: isPlace ? Expression(.inoutArgument(operand), operand.range) : operand)
    }
    return try operation(name, arguments, [left, right], expression)
  }

  private func isNil(_ expression: Expression) -> Bool {
    if case .nilLiteral = expression.kind { true } else { false }
  }

  func prefix(
    _ name: OperatorUse, _ operand: Expression, _ expression: Expression
  ) throws -> Type {
    switch name.text {
    case "!":
      let value = try type(of: operand)
      if case .nominal(let nominal, _) = shallow(value), nominal !== Nominal.bool,
        !compiler.members("!", of: value, isStatic: true).isEmpty
      {
        return try operation(name, [Argument(label: nil, value: operand)], [operand], expression)
      }
      add(.convert(value, .bool))
      return .bool
    case "...", "..<":
      return try partialRange(
        name.text == "..." ? "PartialRangeThrough" : "PartialRangeUpTo", operand)
    default:
      return try operation(name, [Argument(label: nil, value: operand)], [operand], expression)
    }
  }

  func postfix(
    _ name: OperatorUse, _ operand: Expression, _ expression: Expression
  ) throws -> Type {
    if name.text == "..." { return try partialRange("PartialRangeFrom", operand) }
    return try operation(name, [Argument(label: nil, value: operand)], [operand], expression)
  }

  private func partialRange(_ name: String, _ operand: Expression) throws -> Type {
    guard case .type(let type)? = checker.lookUp(name), let nominal = type.nominal else {
      throw Unsupported()
    }
    return .nominal(nominal, [try self.type(of: operand)])
  }

  private func operation(
    _ name: OperatorUse, _ arguments: [Argument], _ operands: [Expression],
    _ expression: Expression
  ) throws -> Type {
    let result = variable()
    var isInChain = false
    let types = try operands.map { operand in
      // `a?.b += c` changes what the chain leads to, if it leads anywhere.
      guard name.text.isAssigningOperator, case .chain(let inner) = operand.kind else {
        return try type(of: operand)
      }
      isInChain = true
      return try chained { try type(of: inner) }
    }
    add(
      .operation(
        OperatorCall(
          node: expression, name: name, arguments: arguments, types: types, result: result)))
    return isInChain ? .optional(result) : result
  }

  // MARK: - Simplifying

  /// An operator whose operands are known well enough; nil where it must wait.
  func simplify(_ call: OperatorCall) -> Bool? {
    if call.types.contains(where: { shallow($0).isError }) { return unify(call.result, .error) }
    guard call.types.allSatisfy({ isKnown($0) || literal($0) != nil }) else {
      // `count += $0.size`, `word.count > $0`: what one operand is says what the other is.
      // `[.infinity, -.infinity]` as numbers: so does what the result is.
      let isArithmetic = Operation.binary[call.name.text]?.isComparison != true
      let others = isArithmetic ? call.types + [call.result] : call.types
      guard !hasDeclared(call), !call.types.contains(where: isToCome),
        let known = others.first(where: isKnown).map(checker.deep)
      else {
        return nil
      }
      guard isStandard(known), declared(call, by: [known]).isEmpty else { return nil }
      return standard(call)
    }
    let candidates = declared(call, by: call.types + literalTypes(call))
    guard candidates.isEmpty || isText(call) && candidates.allSatisfy(isGenericOfLibrary) else {
      return nil
    }
    return standard(call)
  }

  /// The types of cells that the operands, all of them literals, may be of: `2 * "x"` as an expression.
  func literalTypes(_ call: OperatorCall) -> [Type] {
    let literals = call.types.compactMap(literal)
    guard literals.count == call.types.count else { return [] }
    return compiler.literalTypes.filter { type in
      literals.allSatisfy { checker.isExpressible(type, by: $0) }
    }
  }

  /// Whether a type is going to follow from another call or operator.
  func isToCome(_ type: Type) -> Bool {
    guard isOpen(type) else { return isWaiting(type) }
    let open = shallow(type)
    return problem.constraints.contains { constraint in
      switch constraint {
      case .operation(let call): return shallow(call.result) == open
      case .call(let call) where shallow(call.result) == open:
        switch call.callee {
        case .candidates: return true
        // What begins with an implicit member follows from where it is used.
        case .implicit: return false
        case .value(let base), .member(let base, _), .subscript(let base):
          return isKnown(base) || isToCome(base)
        }
      default: return false
      }
    }
  }

  /// Whether all operands are texts, or literals of one: then what is declared for all sequences stands
  /// back.
  private func isText(_ call: OperatorCall) -> Bool {
    call.types.allSatisfy {
      literal($0) == .string || literal($0) == .character || shallow($0).nominal === Nominal.string
    }
  }

  private func isGenericOfLibrary(_ fitting: Call.Fitting) -> Bool {
    guard case .function(let symbol) = fitting.candidate.target else { return false }
    return symbol.context.source.isLibrary && !fitting.signature.generics.isEmpty
  }

  /// Whether cells declare functions of the operator's name outside of types.
  func hasDeclared(_ call: OperatorCall) -> Bool {
    if case .functions? = checker.lookUp(call.name.text) { return true }
    return false
  }

  /// The functions that an operator may mean, of the types of its operands and outside of types.
  func declared(_ call: OperatorCall, by types: [Type]) -> [Call.Fitting] {
    let candidates = checker.operatorCandidates(
      call.name.text, of: types, operands: call.arguments.count)
    return fitting(candidates.filter { !isOfNumbers($0) }, call.arguments)
  }

  /// Whether a candidate is what the library's protocols of numbers ask for, which is built in.
  private func isOfNumbers(_ candidate: Candidate) -> Bool {
    guard case .function(let symbol) = candidate.target else { return false }
    return candidate.owner.scalarKind != nil && symbol.owner?.kind == .protocol
      && symbol.context.source.isLibrary
  }

  /// `a ?? b`; nil where it must wait.
  func coalesce(_ a: Type, _ b: Type, _ result: Type, _ left: Expression) -> Bool? {
    guard isKnown(a) else { return nil }
    guard let wrapped = shallow(a).optionalWrapped else {
      add(.convert(b, a))
      return unify(result, a)
    }
    guard isKnown(b) || literal(b) != nil || isWrappedKnown(wrapped) else { return nil }
    let isBoth = shallow(b).isOptional && !shallow(wrapped).isOptional
    let type = variable()
    add(.convert(wrapped, type))
    add(.convert(b, isBoth ? .optional(type) : type))
    if isOptionalOfItsOwn(left) { add(.mayBeWider(type)) }
    return unify(result, isBoth ? .optional(type) : type)
  }

  /// Whether what an expression makes optional is, for swiftc, of a type of its own to which the value's
  /// converts: what a chain leads to, or what a closure answers. `print(a?.x ?? 0)` may take both as `Any`.
  private func isOptionalOfItsOwn(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .chain(let inner):
      return problem.types.last { $0.node === inner }.map { !shallow($0.type).isOptional } ?? false
    case .call(_, let arguments):
      guard case .closure(let closure)? = arguments.last?.value.kind, closure.body.count == 1,
        let choice = problem.choices.last(where: { $0.node === expression })?.choice
      else { return false }
      let signature = checker.signature(of: choice.candidate)
      guard let wrapped = signature.result.optionalWrapped, case .parameter = wrapped else {
        return false
      }
      return signature.parameters.contains {
        if case .function(let function) = $0.type { function.result == wrapped } else { false }
      }
    default: return false
    }
  }

  /// `base[keyPath: path]`
  func keyPathSubscript(
    _ base: Expression, _ path: Expression
  ) throws -> Type {
    let root = try type(of: base)
    guard let nominal = checker.keyPathNominal else { throw Unsupported() }
    let (from, value) = (variable(), variable())
    add(.convert(root, from))
    add(.convert(try outsideOfChain { try type(of: path) }, .nominal(nominal, [from, value])))
    return value
  }

  private func isWrappedKnown(_ type: Type) -> Bool { isKnown(type) && !shallow(type).isOptional }
}
