internal import CellSyntax

/// Operators that types, protocols, cells and libraries declare.
extension BodyChecker {
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
  func userOperator(
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
  func userOperator(
    _ name: OperatorUse, _ arguments: [Argument], _ types: [Type], _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression? {
    let candidates = operatorCandidates(name.text, of: types, operands: arguments.count)
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

  /// The operators of a name that operands' types and the cells declare.
  func operatorCandidates(_ name: String, of types: [Type], operands: Int) -> [Candidate] {
    var candidates: [Candidate] = []
    var seen: Set<FunctionReference> = []
    for type in types.map(deep) {
      if case .variable = type { continue }
      for found in operators(name, of: type) {
        guard case .function(let symbol) = found.member,
          seen.insert(FunctionReference(symbol: symbol, substitution: found.substitution)).inserted,
          symbol.declaration.parameters.count == operands
        else { continue }
        candidates.append(
          Candidate(
            target: .function(symbol), substitution: found.substitution, owner: type,
            rank: found.rank))
      }
    }
    if case .functions(let symbols)? = lookUp(name) {
      for symbol in symbols where symbol.declaration.parameters.count == operands {
        candidates.append(Candidate(target: .function(symbol), rank: 50))
      }
    }
    return candidates
  }

  /// The operators that a type declares. A generic parameter that stands for a class has that with which
  /// the class first conformed: those that classes below it declare are other functions.
  private func operators(_ name: String, of type: Type) -> [FoundMember] {
    let isParameter =
      type.nominal?.kind == .class
      && scope.types.substitution.values.contains { $0.contains { $0 == type } }
    if isParameter, let witness = compiler.ownOperator(name, of: type) { return [witness] }
    return compiler.members(name, of: type, isStatic: true)
  }

  /// A checked expression in the place of one as written.
  func hidden(_ value: TypedExpression) -> Expression {
    let name = hiddenName("value")
    substituted[name] = value
    return Expression.named(name, at: value.range)
  }
}
