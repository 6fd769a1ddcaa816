internal import CellSyntax

extension BodyChecker {
  func loop(_ node: ForStatement, _ range: SourceRange) -> TypedStatement.Kind {
    scope.blocks.append([:])
    defer { scope.blocks.removeLast() }
    let wanted = node.type.map { Solver.Wanted.elements(resolve($0)) } ?? .anything
    let sequence = whole(node.sequence, wanted) { forcedIfImplicit(check(node.sequence)) }
    if let annotation = node.type, let element = shallow(sequence.type).arrayElement {
      _ = attemptUnify(element, resolve(annotation))
    }
    let counted = counted(sequence)
    let (iteration, elementType) = counted.map { ($0.iteration, $0.bound) } ?? iteration(sequence)
    let target = LoopTarget(label: node.label, isLoop: true)
    scope.blocks.append([:])
    defer { scope.blocks.removeLast() }
    if let annotation = node.type {
      let wanted = resolve(annotation)
      if !unify(wanted, elementType) {
        report(
          "cannot convert sequence element type '\(final(elementType))' to expected type '\(final(wanted))'",
          at: annotation.range)
      }
    }
    let typed = TypedFor(
      target: target, iteration: iteration, pattern: pattern(node.pattern, elementType),
      elementType: elementType, condition: nil)
    typed.condition = node.condition.map { check($0, as: .bool, .condition) }
    scope.targets.append(target)
    typed.body = block(node.body)
    scope.targets.removeLast()
    guard let counted else { return .forLoop(typed) }
    // The range is there for as long as the loop.
    return .block(nil, [counted.range, TypedStatement(kind: .forLoop(typed), range: range)])
  }

  /// All elements of a sequence, as the array that the library makes of them.
  func elements(of sequence: TypedExpression) -> TypedExpression {
    let name = Name(base: "_elements", labels: nil, range: sequence.range)
    return callMember(name, of: sequence, [], sequence.range, nil)
  }

  /// Sequences of the library whose iterators go through an array of their elements: so does a loop.
  private static let sequencesOfArrays: Set = [
    "ArraySlice", "Dictionary", "ReversedCollection", "Set", "String", "Substring",
  ]

  /// Sequences of the library that have as many elements as those that they are made of.
  private static let sequencesOfOthers: Set = [
    "DefaultIndices", "EnumeratedSequence", "FlattenSequence", "Slice", "Zip2Sequence",
  ]

  /// Whether all elements of a sequence may be made before the first is looked at: they are there.
  private func isOfArrays(_ type: Type) -> Bool {
    guard case .nominal(let nominal, let arguments) = type,
      nominal.context?.source.isLibrary ?? true
    else { return false }
    if nominal == .array || Self.sequencesOfArrays.contains(nominal.name) { return true }
    return Self.sequencesOfOthers.contains(nominal.name) && arguments.allSatisfy(isOfArrays)
  }

  /// A loop over a range of integers that is not written there: it counts, as over one that is.
  private func counted(
    _ sequence: TypedExpression
  ) -> (range: TypedStatement, iteration: TypedFor.Iteration, bound: Type)? {
    if case .range = sequence.kind { return nil }
    guard case .nominal(let nominal, let arguments) = shallow(sequence.type),
      nominal == .range || nominal == .closedRange, let bound = arguments.first,
      settled(bound).integerWidth != nil
    else { return nil }
    let range = sequence.range
    let symbol = VariableSymbol(
      hiddenName("range"), sequence.type, isLet: true, range: range, owner: scope)
    scope.declare(symbol.name, .variable(symbol))
    let place = TypedExpression(.variable(symbol), sequence.type, range)
    let lower = member(Name(base: "lowerBound", labels: nil, range: range), of: place, range)
    let upper = member(Name(base: "upperBound", labels: nil, range: range), of: place, range)
    return (
      TypedStatement(kind: .variable(symbol, sequence), range: range),
      .range(lower, upper, isClosed: nominal == .closedRange), bound
    )
  }

  /// How a sequence is gone through, and the type of what comes out.
  private func iteration(_ sequence: TypedExpression) -> (TypedFor.Iteration, Type) {
    settleLiterals(sequence.type)
    let type = settled(sequence.type)
    if type.isError { return (.array(sequence), .error) }
    if case .range(let lower, let upper, let isClosed) = sequence.kind,
      case .nominal(_, let arguments) = type, settled(arguments[0]).integerWidth != nil
    {
      return (.range(lower, upper, isClosed: isClosed), arguments[0])
    }
    if let element = type.arrayElement { return (.array(sequence), element) }
    let concrete = deep(type)
    if let wrapped = concrete.optionalWrapped {
      report(
        "for-in loop requires '\(concrete)' to conform to 'Sequence'; did you mean to unwrap optional?",
        at: sequence.range)
      _ = wrapped
      return (.array(sequence), .error)
    }
    guard compiler.conforms(concrete, to: "Sequence") else {
      report(
        "for-in loop requires '\(concrete)' to conform to 'Sequence'", at: sequence.range)
      return (.array(sequence), .error)
    }
    if isOfArrays(concrete) || compiler.isOpened(concrete) {
      let elements = elements(of: sequence)
      if let element = settled(elements.type).arrayElement { return (.array(elements), element) }
    }
    let range = sequence.range
    let make = Name(base: "makeIterator", labels: nil, range: range)
    let iterator = callMember(make, of: sequence, [], range, nil)
    let symbol = VariableSymbol(
      hiddenName("iterator"), iterator.type, isLet: false, range: range, owner: scope)
    scope.declare(symbol.name, .variable(symbol))
    let place = TypedExpression(.variable(symbol), iterator.type, range)
    let next = callMember(Name(base: "next", labels: nil, range: range), of: place, [], range, nil)
    let element = settled(next.type).optionalWrapped ?? .error
    return (.iterator(symbol, iterator, next: next), element)
  }
}
