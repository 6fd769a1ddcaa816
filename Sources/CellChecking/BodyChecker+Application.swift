internal import CellSyntax

extension BodyChecker {
  /// Makes the call of a candidate whose parameters the arguments have been distributed over.
  func apply(
    _ candidate: Candidate, _ signature: Signature, _ match: ArgumentMatch,
    _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    apply(candidate, signature, match, arguments, range, expected, given: [:])
  }

  /// The same, with what is known of generic parameters.
  func apply(
    _ candidate: Candidate, _ signature: Signature, _ match: ArgumentMatch,
    _ arguments: [Argument], _ range: SourceRange, _ expected: Type?, given: Substitution
  ) -> TypedExpression {
    let substitution = opened(candidate, signature, given)
    let result = open(signature.result, substitution)
    if let expected { hint(result, expected) }
    requireSame(signature, substitution)
    let checked = check(arguments, match, signature, substitution, range)
    checkRequirements(signature, substitution, candidate, range)
    if signature.isThrowing, throwsHere(candidate, checked.values.joined()) {
      let thrown = signature.thrown.map { deep(open($0, substitution)) }
      // `throws(Never)` throws nothing.
      if thrown?.isNever != true { requireTry(range, throwing: thrown) }
    }
    let all = signature.parameters.indices.map {
      passed(checked, $0, signature, candidate, substitution, range)
    }
    if case .function(let symbol) = candidate.target,
      let underlying = compiler.opaqueResult(of: symbol, substitution.mapValues(deep))
    {
      return make(candidate, all, underlying, substitution, range)
    }
    return make(candidate, all, result, substitution, range)
  }

  /// What the generic parameters of a candidate stand for, with variables for what is still to be found.
  func opened(
    _ candidate: Candidate, _ signature: Signature, _ given: Substitution
  ) -> Substitution {
    var substitution = candidate.substitution
    if case .nominal(let nominal, let types) = candidate.owner, candidate.receiver == nil {
      for (parameter, type) in zip(nominal.parameters, types) where substitution[parameter] == nil {
        substitution[parameter] = type
      }
    }
    for generic in signature.generics {
      substitution[generic] = given[generic] ?? .variable(TypeVariable())
    }
    if candidate.substitution.isEmpty, case .enumCase(let symbol) = candidate.target {
      for parameter in symbol.owner.parameters where substitution[parameter] == nil {
        substitution[parameter] = .variable(TypeVariable())
      }
    }
    return substitution
  }

  /// The arguments of a call by the parameters that take them: values, or places to be changed.
  private struct CheckedArguments {
    package var values: [[TypedExpression]]
    package var places: [TypedArgument?]
  }

  /// Checks the arguments, closures last: the others say what their parameters are.
  private func check(
    _ arguments: [Argument], _ match: ArgumentMatch, _ signature: Signature,
    _ substitution: Substitution, _ range: SourceRange
  ) -> CheckedArguments {
    let count = signature.parameters.count
    var result = CheckedArguments(
      values: Array(repeating: [], count: count), places: Array(repeating: nil, count: count))
    let late = lateArguments(arguments, match, signature, substitution)
    for pass in 0...2 {
      if pass > 0, !settleDeferred() { break }
      for (index, parameter) in signature.parameters.enumerated() {
        for argument in match.arguments[index] where late[argument] ?? 0 == pass {
          let node = arguments[argument].value
          let type = open(parameter.type, substitution)
          if parameter.isInout {
            result.places[index] = inoutArgument(node, type)
          } else if parameter.isAutoclosure {
            result.values[index].append(autoclosure(node, type))
          } else if case .inoutArgument = node.kind {
            report(
              "'&' used with non-inout argument of type '\(deep(type))'", at: node.range)
          } else {
            result.values[index].append(
              self.argument(node, as: type, parameter, signature, range))
          }
        }
      }
      if pass == 0 {
        requireSame(signature, substitution)
        settleSequences(signature, substitution)
      }
    }
    if !settleDeferred() { report("generic arguments do not agree", at: range) }
    return result
  }

  /// What is passed to a parameter: what was checked for it, or else its default.
  private func passed(
    _ checked: CheckedArguments, _ index: Int, _ signature: Signature, _ candidate: Candidate,
    _ substitution: Substitution, _ range: SourceRange
  ) -> TypedArgument {
    if let place = checked.places[index] { return place }
    let parameter = signature.parameters[index]
    let values = checked.values[index]
    let type = open(parameter.type, substitution)
    if parameter.isVariadic {
      return TypedArgument(value: TypedExpression(.array(values), .array(type), range))
    }
    if let value = values.first { return TypedArgument(value: value) }
    guard let node = parameter.defaultValue else { return TypedArgument(value: wrong(range)) }
    cost += 1
    let value = defaultValue(node, of: parameter, as: type, candidate, substitution, range)
    return TypedArgument(value: parameter.isAutoclosure ? thunk(value, type) : value)
  }

  /// An argument; one that contradicts what an earlier one said of a generic parameter is told so.
  private func argument(
    _ node: Expression, as type: Type, _ parameter: Signature.Parameter, _ signature: Signature,
    _ range: SourceRange
  ) -> TypedExpression {
    guard case .parameter(let generic) = parameter.type, signature.generics.contains(generic),
      !isDependent(node)
    else { return check(node, as: type, .argument) }
    let known = deep(type)
    let value = check(node, expecting: type)
    if let converted = conversion(of: value, to: type) { return converted }
    return fail(
      "conflicting arguments to generic parameter '\(generic.name)' ('\(final(known))' vs. '\(final(value.type))')",
      at: range)
  }

  /// A type of a signature with its parameters replaced.
  func open(_ type: Type, _ substitution: Substitution) -> Type {
    compiler.substitute(type, substitution)
  }

  /// The arguments that are checked after the others, and whether first or last: `.zero` in
  /// `reduce(.zero, +)` is what the operator makes it.
  private func lateArguments(
    _ arguments: [Argument], _ match: ArgumentMatch, _ signature: Signature,
    _ substitution: Substitution
  ) -> [Int: Int] {
    var late: [Int: Int] = [:]
    for (parameter, indices) in zip(signature.parameters, match.arguments) {
      let type = open(parameter.type, substitution)
      for index in indices {
        if isLate(arguments[index].value) {
          late[index] = 1
        } else if waits(arguments[index].value, for: type, in: parameter) {
          late[index] = arguments[index].value.implicitStart == nil ? 1 : 2
        }
      }
    }
    return late
  }

  /// Whether an argument needs what the others say.
  private func isLate(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .closure, .operatorFunction, .keyPath: true
    case .name(let name, _):
      if case .functions? = lookUp(name.base) { true } else { false }
    default: false
    }
  }

  /// Whether an argument says nothing by itself, and the others may say what it is: `eq(.a, value)`.
  private func waits(
    _ expression: Expression, for type: Type, in parameter: Signature.Parameter
  ) -> Bool {
    guard case .parameter = parameter.type, isDependent(expression) else { return false }
    return isOpen(type)
  }

  /// Lets the result's type follow from what is expected where that says something.
  private func hint(_ result: Type, _ expected: Type) {
    guard deep(result).hasVariables else { return }
    let wanted = shallow(expected)
    switch (shallow(result), wanted) {
    case (_, .existential), (_, .variable): return
    case (.variable, _):
      // `T` may be what is expected or what an expected optional wraps.
      if wanted.isOptional { return }
    case (let type, _) where type.isOptional != wanted.isOptional:
      if let wrapped = wanted.optionalWrapped {
        if case .existential = shallow(wrapped) { return }
        _ = attemptUnify(result, wrapped)
      }
      return
    default: break
    }
    if deep(wanted).contains(where: { if case .existential = $0 { true } else { false } }) {
      return
    }
    _ = attemptUnify(result, wanted)
  }

  /// Makes the types equal that a signature says are.
  func requireSame(_ signature: Signature, _ substitution: Substitution) {
    for case .same(let a, let b) in signature.requirements {
      _ = attemptUnify(open(a, substitution), open(b, substitution))
    }
  }

  /// Decides the bounds of ranges of literals that are to be sequences: those of integers are, and
  /// what closures do with an element is not to make them anything else.
  private func settleSequences(_ signature: Signature, _ substitution: Substitution) {
    for case .conformance(let type, let wanted) in signature.requirements
    where wanted.name == "Sequence" {
      let actual = deep(open(type, substitution))
      guard actual.nominal === Nominal.range || actual.nominal === Nominal.closedRange,
        let bound = actual.arguments.first
      else { continue }
      _ = settled(bound)
    }
  }

  private func checkRequirements(
    _ signature: Signature, _ substitution: Substitution, _ candidate: Candidate,
    _ range: SourceRange
  ) {
    for requirement in signature.requirements {
      switch requirement {
      case .conformance(let type, let wanted):
        let actual = deep(open(type, substitution))
        if case .member = actual { continue }
        guard !compiler.conforms(actual, to: wanted) else {
          if case .variable(let variable) = shallow(actual), variable.literal == .integer,
            !compiler.conforms(.int, to: wanted)
          {
            bind(variable, to: .double)
          }
          continue
        }
        reportMissing(wanted, actual, type, candidate, range)
      case .same(let a, let b):
        let x = open(a, substitution)
        let y = open(b, substitution)
        guard unify(x, y) else {
          let kind = kindName(candidate)
          report(
            "\(kind) '\(fullName(candidate))' requires the types '\(deep(x))' and '\(deep(y))' be equivalent",
            at: range)
          continue
        }
      case .superclass(let type, let parent):
        let actual = deep(open(type, substitution))
        let wanted = deep(open(parent, substitution))
        if !actual.hasVariables, !compiler.isSubclass(actual, of: wanted) {
          report(
            "\(kindName(candidate)) '\(fullName(candidate))' requires that '\(actual)' inherit from '\(wanted)'",
            at: range)
        }
      }
    }
  }

  private func reportMissing(
    _ wanted: Nominal, _ actual: Type, _ type: Type, _ candidate: Candidate, _ range: SourceRange
  ) {
    let subject = "\(kindName(candidate)) '\(fullName(candidate))'"
    // What the type around a member demands is told of the type.
    let own = signature(of: candidate).generics
    let speaksOfOwn = type.contains {
      if case .parameter(let parameter) = $0 { own.contains(parameter) } else { false }
    }
    if case .function(let symbol) = candidate.target, let owner = symbol.owner, !speaksOfOwn,
      !symbol.isInitializer
    {
      report(
        "referencing \(subject) on '\(owner.name)' requires that '\(actual)' conform to '\(wanted.name)'",
        at: candidate.nameRange ?? range)
      return
    }
    report("\(subject) requires that '\(actual)' conform to '\(wanted.name)'", at: range)
  }

  private func throwsHere(
    _ candidate: Candidate, _ values: some Sequence<TypedExpression>
  ) -> Bool {
    if case .value = candidate.target { return true }
    guard case .function(let symbol) = candidate.target else { return false }
    guard symbol.declaration.modifiers.contains(.isRethrowing) else { return true }
    return values.contains {
      if case .function(let type) = shallow($0.type), type.isThrowing { return $0.canThrow }
      return false
    }
  }

  // MARK: - Making the call

}
