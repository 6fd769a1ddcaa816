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
    let result = open(signature.result, substitution)
    if let expected { hint(result, expected) }
    requireSame(signature, substitution)

    var values = [[TypedExpression]](repeating: [], count: signature.parameters.count)
    var inouts = [TypedArgument?](repeating: nil, count: signature.parameters.count)
    let late = lateArguments(arguments, match, signature, substitution)
    // Closures last: the other arguments say what their parameters are.
    for pass in 0...2 {
      if pass > 0, !settleDeferred() { break }
      for (index, parameter) in signature.parameters.enumerated() {
        for argumentIndex in match.arguments[index] {
          let argument = arguments[argumentIndex]
          let type = open(parameter.type, substitution)
          guard late[argumentIndex] ?? 0 == pass else { continue }
          if parameter.isInout {
            inouts[index] = inoutArgument(argument.value, type)
          } else if parameter.isAutoclosure {
            values[index].append(autoclosure(argument.value, type))
          } else {
            if case .inoutArgument = argument.value.kind {
              report(
                "'&' used with non-inout argument of type '\(deep(type))'", at: argument.value.range
              )
              continue
            }
            values[index].append(
              self.argument(argument.value, as: type, parameter, signature, range))
          }
        }
      }
      if pass == 0 {
        requireSame(signature, substitution)
        settleSequences(signature, substitution)
      }
    }
    if !settleDeferred() {
      report("generic arguments do not agree", at: range)
    }
    checkRequirements(signature, substitution, candidate, range)
    if signature.isThrowing, throwsHere(candidate, values.joined()) {
      let thrown = signature.thrown.map { deep(open($0, substitution)) }
      // `throws(Never)` throws nothing.
      if thrown?.isNever != true { requireTry(range, throwing: thrown) }
    }

    var all: [TypedArgument] = []
    for (index, parameter) in signature.parameters.enumerated() {
      if let place = inouts[index] {
        all.append(place)
      } else if parameter.isVariadic {
        let element = open(parameter.type, substitution)
        all.append(
          TypedArgument(value: TypedExpression(.array(values[index]), .array(element), range)))
      } else if let value = values[index].first {
        all.append(TypedArgument(value: value))
      } else if let node = parameter.defaultValue {
        cost += 1
        let type = open(parameter.type, substitution)
        let value = defaultValue(node, type, candidate, substitution, range)
        all.append(TypedArgument(value: parameter.isAutoclosure ? thunk(value, type) : value))
      } else {
        all.append(TypedArgument(value: wrong(range)))
      }
    }
    if case .function(let symbol) = candidate.target,
      let underlying = compiler.opaqueResult(of: symbol, substitution.mapValues(deep))
    {
      return make(candidate, all, underlying, substitution, range)
    }
    return make(candidate, all, result, substitution, range)
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

  private func make(
    _ candidate: Candidate, _ arguments: [TypedArgument], _ result: Type,
    _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    switch candidate.target {
    case .enumCase(let symbol):
      return enumeration(symbol, arguments.map(\.value), result, range)
    case .memberwise: return makeMemberwise(candidate, arguments, range)
    case .value(let function, _):
      return TypedExpression(.call(.value(function), arguments), result, range)
    case .function(let symbol):
      if symbol.isInitializer {
        return makeInitializer(symbol, candidate, arguments, result, substitution, range)
      }
      return makeFunction(symbol, candidate, arguments, result, substitution, range)
    }
  }

  private func makeFunction(
    _ symbol: FunctionSymbol, _ candidate: Candidate, _ arguments: [TypedArgument],
    _ result: Type, _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    var arguments = arguments
    if let receiver = candidate.receiver, !symbol.isStatic {
      if symbol.isMutating {
        requireMutable(receiver, verb: .mutatingMember, at: candidate.nameRange)
      }
      if let operation = symbol.native?.operation, arguments.count <= 1 {
        if !operation.isChange {
          return TypedExpression(
            .operation(operation, [receiver] + arguments.map(\.value)), result, range)
        }
        if operation == .concatenate || settled(receiver.type).arrayElement != nil {
          return compound(operation, receiver, arguments[0].value, range)
        }
      }
      arguments.insert(TypedArgument(value: receiver, isInout: symbol.isMutating), at: 0)
    } else if let operation = symbol.native?.operation {
      return TypedExpression(.operation(operation, arguments.map(\.value)), result, range)
    }
    let callee = callee(
      symbol, substitution, owner: deep(candidate.owner), isSuper: candidate.isSuper)
    return TypedExpression(.call(callee, arguments), result, range)
  }

  private func makeInitializer(
    _ symbol: FunctionSymbol, _ candidate: Candidate, _ arguments: [TypedArgument],
    _ result: Type, _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    if let operation = symbol.native?.operation {
      return TypedExpression(.operation(operation, arguments.map(\.value)), result, range)
    }
    var arguments = arguments
    var type = result
    if symbol.owner?.kind == .class {
      // The instance is made first; the initialiser, perhaps of a class above, fills it.
      let owner = candidate.owner
      let instance = candidate.receiver ?? newInstance(owner, range)
      arguments.insert(TypedArgument(value: instance), at: 0)
      let isFailable = shallow(result).isOptional
      type = isFailable ? .optional(owner) : owner
      return TypedExpression(
        .call(.function(FunctionReference(symbol: symbol, substitution: substitution)), arguments),
        type, range)
    }
    type = result
    return TypedExpression(
      .call(.function(FunctionReference(symbol: symbol, substitution: substitution)), arguments),
      type, range)
  }

  private func makeMemberwise(
    _ candidate: Candidate, _ arguments: [TypedArgument], _ range: SourceRange
  ) -> TypedExpression {
    let type = candidate.owner
    guard let nominal = type.nominal else { return wrong(range) }
    if nominal.kind == .class { return candidate.receiver ?? newInstance(type, range) }
    var values: [TypedExpression] = []
    var rest = arguments[...]
    for property in compiler.memberTable(of: nominal).stored {
      if property.isLazy {
        values.append(TypedExpression(.unit, .void, range))
      } else if property.isLet, property.node.initializer != nil {
        values.append(initialValue(of: property, in: type, range) ?? wrong(range))
      } else if let next = rest.popFirst() {
        values.append(stored(next.value, in: property))
      }
    }
    return TypedExpression(.structure(values), type, range)
  }
}
