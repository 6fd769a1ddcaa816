internal import CellSyntax

extension Solver {
  /// A call as far as its callee is known; nil where it must wait.
  func simplify(_ call: Call) -> Bool? {
    switch call.callee {
    case .candidates(let fitting): return choose(among: fitting, for: call)
    case .value(let type): return callValue(shallow(type), call)
    case .member(let base, let name): return callMember(shallow(base), name, call)
    case .implicit(let base, let name):
      guard isKnown(base) else { return nil }
      guard let owner = implicitOwner(base, name.base) else { return false }
      if owner != checker.deep(base) { problem.score.membersThroughOptionals += 1 }
      return callStatic(name, of: owner, call)
    case .subscript(let base): return callSubscript(shallow(base), call)
    }
  }

  private func becoming(_ candidates: [Candidate], _ call: Call) -> Bool? {
    let fitting = fitting(candidates, call.arguments)
    guard !fitting.isEmpty else { return false }
    var call = call
    call.callee = .candidates(fitting)
    if let done = choose(among: fitting, for: call) { return done }
    add(.call(call))
    return true
  }

  private func callMember(_ owner: Type, _ name: Name, _ call: Call) -> Bool? {
    guard isKnown(owner) else { return nil }
    if owner.isError { return unify(call.result, .error) }
    let concrete = checker.deep(owner)
    if case .metatype(let instance) = concrete { return callStatic(name, of: instance, call) }
    let found = compiler.members(name.base, of: concrete, isStatic: false)
    let candidates = checker.candidates(from: found, owner: concrete, receiver: stand(concrete))
    if !candidates.isEmpty { return becoming(candidates, call) }
    let type = variable()
    add(.member(concrete, name, type))
    var call = call
    call.callee = .value(type)
    add(.call(call))
    return true
  }

  private func callStatic(_ name: Name, of owner: Type, _ call: Call) -> Bool? {
    let owner = checker.openArguments(owner)
    if name.base == "init" { return construct(owner, call) }
    let found = compiler.members(name.base, of: owner, isStatic: true)
    return becoming(checker.candidates(from: found, owner: owner, receiver: nil), call)
  }

  /// `type.init(…)` where `type` is a value.
  private func construct(_ type: Type, _ call: Call) -> Bool? {
    becoming(checker.initializers(of: type) + checker.makers(of: checker.deep(type)), call)
  }

  private func callValue(_ type: Type, _ call: Call) -> Bool? {
    switch type {
    case .variable: return nil
    case .error: return unify(call.result, .error)
    case .function(let function):
      var signature = Signature()
      signature.parameters = function.parameters.enumerated().map { index, parameter in
        .init(
          label: call.arguments.indices.contains(index) && !call.arguments[index].isTrailingClosure
            ? call.arguments[index].label : nil, name: "", type: parameter.type,
          isInout: parameter.isInout)
      }
      guard case .success(let match) = signature.match(call.arguments) else { return false }
      return pass(call, signature, match, [:]) && unify(call.result, function.result)
    case .metatype(let instance): return construct(instance, call)
    default:
      let owner = checker.deep(type)
      let found = compiler.members("callAsFunction", of: owner, isStatic: false)
      guard found.isEmpty else {
        return becoming(
          checker.candidates(from: found, owner: owner, receiver: stand(owner)), call)
      }
      return dynamicCall(owner, call)
    }
  }

  /// A call of a value whose type has `dynamicallyCall`: all arguments are elements of one literal.
  private func dynamicCall(_ owner: Type, _ call: Call) -> Bool {
    guard let label = checker.dynamicLabel(of: owner, call.arguments) else { return false }
    let all = variable()
    let element = variable()
    for type in call.types { add(.convert(type, element)) }
    if label == "withArguments" {
      add(.arrayLiteral(all, element: element))
    } else {
      add(.dictionaryLiteral(all, key: variable(.string), value: element))
    }
    let inner = Call(
      node: call.node,
      arguments: [Argument(label: label, value: Expression(.error, call.node.range))],
      types: [all], result: call.result,
      callee: .member(
        owner, Name(base: "dynamicallyCall", labels: nil, range: call.node.range)))
    add(.call(inner))
    return true
  }

  private func callSubscript(_ base: Type, _ call: Call) -> Bool? {
    guard isKnown(base) else { return nil }
    if base.isError { return unify(call.result, .error) }
    let first = call.types.first ?? .error
    if let element = base.arrayElement, call.types.count == 1 {
      if literal(first) == .integer || shallow(first) == .int {
        return unify(first, .int) && unify(call.result, element)
      }
      guard isKnown(first) else { return nil }
    }
    if let types = base.dictionaryTypes {
      if call.arguments.count == 2, call.arguments[1].label == "default" {
        add(.convert(first, types.key))
        add(.convert(call.types[1], types.value))
        return unify(call.result, types.value)
      }
      let isKey = !isKnown(first) || checker.canConvert(checker.deep(first), to: types.key)
      if call.arguments.count == 1, isKey {
        add(.convert(first, types.key))
        return unify(call.result, .optional(types.value))
      }
    }
    return becoming(subscripts(of: checker.deep(base), isStatic: false), call)
  }

  /// The subscripts of a type's values, or of the type itself.
  func subscripts(of owner: Type, isStatic: Bool) -> [Candidate] {
    compiler.members("subscript", of: owner, isStatic: isStatic).compactMap { member in
      guard case .subscript(let symbol) = member.member else { return nil }
      return Candidate(
        target: .function(symbol.getter), substitution: member.substitution,
        receiver: isStatic ? nil : stand(owner), owner: owner, rank: member.rank)
    }
  }

  // MARK: - Candidates

  /// Calls the only candidate that may be meant; nil where there are several.
  private func choose(among fitting: [Call.Fitting], for call: Call) -> Bool? {
    let possible = fitting.filter { isPossible($0, call.types) }
    if possible.isEmpty { return false }
    return possible.count == 1 ? apply(possible[0], call) : nil
  }

  /// Whether the heads of types speak against a candidate.
  func isPossible(_ fitting: Call.Fitting, _ types: [Type]) -> Bool {
    for (parameter, indices) in zip(fitting.signature.parameters, fitting.match.arguments) {
      for index in indices where !mayBe(types[index], parameter.type, fitting) { return false }
    }
    return true
  }

  /// Whether a type might convert to that of a parameter, by what is on their outside.
  private func mayBe(_ type: Type, _ parameter: Type, _ fitting: Call.Fitting) -> Bool {
    let actual = shallow(type)
    var wanted = parameter
    if case .parameter(let generic) = wanted {
      guard let known = fitting.candidate.substitution[generic] else { return true }
      wanted = shallow(known)
    }
    while let wrapped = wanted.optionalWrapped {
      if actual.isOptional { return true }
      wanted = wrapped
    }
    if let literal = literal(actual) {
      if case .nominal = wanted {
        return checker.isExpressible(wanted, by: literal) || wanted.isAnyHashable
      }
      if case .function = wanted { return false }
      return true
    }
    guard case .nominal(let own, _) = actual, own.kind != .class else { return true }
    switch wanted {
    case .nominal(let other, _): return own == other || wanted.isAnyHashable || actual.isNever
    case .function, .tuple: return actual.isNever
    default: return true
    }
  }

  /// Calls a candidate: its parameters take the arguments, and its result is the call's.
  func apply(_ fitting: Call.Fitting, _ call: Call) -> Bool {
    let candidate = fitting.candidate
    let signature = fitting.signature
    let substitution = checker.opened(candidate, signature, [:])
    if case .value = candidate.target {
    } else {
      problem.choices.append((call.node, Choice(candidate: candidate, substitution: substitution)))
    }
    for requirement in signature.requirements { require(requirement, substitution) }
    if case .function(let symbol) = candidate.target {
      requireConformance(of: candidate.owner, to: symbol.owner)
    }
    if candidate.isDisfavored { problem.score.disfavored += 1 }
    guard pass(call, signature, fitting.match, substitution) else { return false }
    return unify(call.result, result(of: candidate, signature, substitution))
  }

  private func result(
    of candidate: Candidate, _ signature: Signature, _ substitution: Substitution
  ) -> Type {
    let result = checker.open(signature.result, substitution)
    guard case .function(let symbol) = candidate.target else { return result }
    guard symbol.isInitializer, symbol.owner?.kind == .class else {
      return opaqueResult(of: symbol, substitution) ?? result
    }
    return shallow(result).isOptional ? .optional(candidate.owner) : candidate.owner
  }

  /// A member of a protocol is one of a type only if the type conforms, which is not certain while its
  /// generic arguments are not known.
  func requireConformance(of type: Type, to owner: Nominal?) {
    guard let owner, owner.kind == .protocol, case .nominal = shallow(type),
      checker.deep(type).hasVariables
    else { return }
    add(.conforms(type, owner))
  }

  func require(_ requirement: Requirement, _ substitution: Substitution) {
    switch requirement {
    case .conformance(let type, let wanted):
      add(.conforms(checker.open(type, substitution), wanted))
    case .superclass(let type, let parent):
      add(.superclass(checker.open(type, substitution), checker.open(parent, substitution)))
    case .same(let a, let b):
      add(.equal(checker.open(a, substitution), checker.open(b, substitution)))
    }
  }

  /// Lets the parameters of a function take the arguments.
  private func pass(
    _ call: Call, _ signature: Signature, _ match: ArgumentMatch, _ substitution: Substitution
  ) -> Bool {
    for (parameter, indices) in zip(signature.parameters, match.arguments) {
      if indices.isEmpty, !parameter.isVariadic { problem.score.defaults += 1 }
      let wanted = checker.open(parameter.type, substitution)
      for index in indices {
        let isPlace =
          if case .inoutArgument = call.arguments[index].value.kind { true } else { false }
        // Operators change their operands without `&`.
        guard isPlace == parameter.isInout || parameter.isInout && call.node.isOperator else {
          return false
        }
        if parameter.isInout {
          add(.equal(call.types[index], wanted))
        } else {
          add(.convert(call.types[index], wanted))
        }
      }
    }
    return true
  }
}

extension Candidate {
  /// Whether it is declared to stand back behind others.
  var isDisfavored: Bool {
    if case .function(let symbol) = target {
      symbol.declaration.modifiers.contains(.isDisfavored)
    } else {
      false
    }
  }
}

extension Expression {
  fileprivate var isOperator: Bool {
    switch kind {
    case .prefix, .postfix, .binary: true
    default: false
    }
  }
}
