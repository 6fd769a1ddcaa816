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
      add(.coalesce(try type(of: left), try type(of: right), result))
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
      guard !hasDeclared(call), let known = others.first(where: isKnown).map(checker.deep) else {
        return nil
      }
      guard isStandard(known), declared(call, by: [known]).isEmpty else { return nil }
      return standard(call)
    }
    let candidates = declared(call, by: call.types)
    guard candidates.isEmpty || isText(call) && candidates.allSatisfy(isGenericOfLibrary) else {
      return nil
    }
    return standard(call)
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
    var candidates: [Candidate] = []
    var seen: Set<FunctionReference> = []
    for type in types.map(checker.deep) {
      if case .variable = type { continue }
      for found in compiler.members(call.name.text, of: type, isStatic: true) {
        guard case .function(let symbol) = found.member,
          seen.insert(FunctionReference(symbol: symbol, substitution: found.substitution)).inserted,
          symbol.declaration.parameters.count == call.arguments.count
        else { continue }
        candidates.append(
          Candidate(
            target: .function(symbol), substitution: found.substitution, owner: type,
            rank: found.rank))
      }
    }
    if case .functions(let symbols)? = checker.lookUp(call.name.text) {
      for symbol in symbols where symbol.declaration.parameters.count == call.arguments.count {
        candidates.append(Candidate(target: .function(symbol), rank: 50))
      }
    }
    return fitting(candidates, call.arguments)
  }

  private func isStandard(_ type: Type) -> Bool {
    let type = shallow(type)
    return type.scalarKind != nil || type.nominal === Nominal.string
      || type.nominal === Nominal.character || type.arrayElement != nil
  }

  /// The operator as the language has it for numbers, texts, truth values and arrays, and for equality
  /// and order of what can be compared.
  func standard(_ call: OperatorCall) -> Bool {
    guard call.types.count == 2 else { return standardPrefix(call) }
    let (a, b) = (call.types[0], call.types[1])
    let isAssigning = call.name.text.isAssigningOperator
    let text = isAssigning ? String(call.name.text.dropLast()) : call.name.text
    guard let operation = Operation.binary[text] else { return false }
    if isAssigning { return standardCompound(operation, a, b, call.result) }
    if operation.isShift {
      return isInteger(a) && isInteger(b) && unify(call.result, a)
    }
    if operation.isComparison {
      let type = variable()
      add(.convert(a, type))
      add(.convert(b, type))
      add(.comparable(type, isEquality: operation == .equal || operation == .notEqual))
      return unify(call.result, .bool)
    }
    if operation == .add, call.types.contains(where: isArray) {
      // The elements of both become what the sum's are: `[Int] + [nil]` as `[Int?]`.
      let element = variable()
      for operand in [a, b] { add(.convert(operand, .array(element))) }
      return unify(call.result, .array(element))
    }
    guard unify(a, b), unify(call.result, a) else { return false }
    return allows(operation, a)
  }

  private func isArray(_ type: Type) -> Bool { shallow(type).arrayElement != nil }

  private func allows(_ operation: Operation, _ type: Type) -> Bool {
    let type = shallow(type)
    switch literal(type) {
    case .integer, .floating: return true
    case .string, .character: return operation == .add
    case nil: break
    }
    switch type.scalarKind {
    case .integer: return true
    case .floating: return !operation.isForIntegersOnly
    case .boolean: return false
    case nil:
      return operation == .add && (type.nominal === Nominal.string || type.arrayElement != nil)
    }
  }

  private func standardCompound(
    _ operation: Operation, _ place: Type, _ value: Type, _ result: Type
  ) -> Bool {
    guard unify(result, .void) else { return false }
    // `counts[key, default: 0] += 1`, where it is open what is counted.
    guard isKnown(place) else { return !isOpen(value) && unify(place, value) }
    if operation.isShift { return isInteger(place) && isInteger(value) }
    if let element = shallow(place).arrayElement {
      guard operation == .add else { return false }
      if isKnown(value), shallow(value).arrayElement == nil {
        return unify(.member(value, "Element"), element)
      }
      add(.convert(value, place))
      return true
    }
    guard allows(operation, place) else { return false }
    if shallow(place).nominal === Nominal.string, shallow(value).nominal === Nominal.substring {
      return true
    }
    add(.convert(value, place))
    return true
  }

  private func isInteger(_ type: Type) -> Bool {
    literal(type) == .integer || shallow(type).scalarKind == .integer
  }

  private func standardPrefix(_ call: OperatorCall) -> Bool {
    let operand = call.types[0]
    if call.name.text == "!" { return unify(operand, .bool) && unify(call.result, .bool) }
    guard ["-", "+", "~"].contains(call.name.text), unify(call.result, operand) else {
      return false
    }
    switch literal(operand) {
    case .integer, .floating: return true
    case .string, .character: return false
    case nil: break
    }
    let kind = shallow(operand).scalarKind
    return kind == .integer || kind == .floating && call.name.text != "~"
  }

  /// `a ?? b`; nil where it must wait.
  func coalesce(_ a: Type, _ b: Type, _ result: Type) -> Bool? {
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
    return unify(result, isBoth ? .optional(type) : type)
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
