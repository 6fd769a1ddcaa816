internal import CellSyntax

extension BodyChecker {
  /// A call of whatever stands before the parentheses.
  func call(
    _ function: Expression, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if let special = specialCall(function, arguments, range, expected) { return special }
    let outer = argumentList
    argumentList = SourceRange(start: function.range.end, end: function.range.end + 1)
    defer { argumentList = outer }
    return callWithoutPlace(function, arguments, range, expected)
  }

  private func callWithoutPlace(
    _ function: Expression, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    switch function.kind {
    case .name(let name, let generics):
      if name.labels == nil, let meaning = lookUp(name.base, at: function.range) {
        switch meaning {
        case .functions(let symbols):
          let candidates = symbols.enumerated().map { Candidate(target: .function($1), rank: $0) }
          return resolveCall(
            candidates, arguments, range, name.base, expected: expected, at: name.range)
        case .members(let found, let owner, let receiver):
          var candidates = candidates(from: found, owner: owner, receiver: receiver)
          if !candidates.contains(where: { takes(arguments, $0) }) {
            // `max(a, b)` in an extension of `Array`, whose members of that name take other arguments.
            let functions = functionsOutside(name.base).enumerated().map {
              Candidate(target: .function($1), rank: $0)
            }
            if functions.contains(where: { takes(arguments, $0) }) { candidates = functions }
          }
          if !candidates.isEmpty {
            return resolveCall(
              candidates, arguments, range, name.base, expected: expected, at: name.range)
          }
        case .type:
          let type = resolve(TypeNode(.name(name.base, generics), function.range))
          return construct(type, arguments, range, expected)
        case .variable, .constant: break
        }
      }
    case .member(let base?, let name, _) where name.labels == nil:
      if let type = typeExpression(function) { return construct(type, arguments, range, expected) }
      return memberCall(base, name, function, arguments, range, expected)
    case .member(nil, let name, _) where name.labels == nil:
      return implicitCall(name, arguments, range, expected)
    default:
      if let type = typeExpression(function) { return construct(type, arguments, range, expected) }
    }
    return callValue(check(function), arguments, range, expected)
  }

  private func takes(_ arguments: [Argument], _ candidate: Candidate) -> Bool {
    if case .success = signature(of: candidate).match(arguments) { true } else { false }
  }

  /// `T(…)`
  func construct(
    _ type: Type, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if type.isError {
      for argument in arguments where !isDependent(argument.value) { _ = check(argument.value) }
      return wrong(range)
    }
    if case .existential(let protocols) = type {
      return fail(
        "type 'any \(protocols.first?.name ?? "Any")' cannot be instantiated", at: range)
    }
    if case .parameter = type {
      // Only the type is asked for: what stands for it is known when the property is made.
      for argument in arguments where !isDependent(argument.value) { _ = check(argument.value) }
      return TypedExpression(.error, type, range)
    }
    let opened = openArguments(type)
    if let literal = literalConstruction(opened, arguments, range) { return literal }
    return resolveCall(
      initializers(of: opened), arguments, range, "init", expected: expected, owner: opened)
  }

  /// `Double(2)`: a literal of the type rather than a conversion.
  private func literalConstruction(
    _ type: Type, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression? {
    guard arguments.count == 1, arguments[0].label == nil, type.scalarKind != nil else {
      return nil
    }
    switch arguments[0].value.kind {
    case .integer(_?), .negativeInteger:
      guard isExpressible(type, by: .integer) else { return nil }
    case .floating: guard isExpressible(type, by: .floating) else { return nil }
    default: return nil
    }
    return check(arguments[0].value, expecting: type)
  }

  private func memberCall(
    _ base: Expression, _ name: Name, _ function: Expression, _ arguments: [Argument],
    _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if case .name(let keyword, _) = base.kind, keyword.base == "super" {
      return superCall(name, arguments, range, expected)
    }
    if let symbols = moduleFunctions(name.base, of: base) {
      let candidates = symbols.enumerated().map { Candidate(target: .function($1), rank: $0) }
      return resolveCall(
        candidates, arguments, range, name.base, expected: expected, at: name.range)
    }
    if let type = typeExpression(base) {
      let call = staticCall(name, on: type, arguments, range, expected)
      return dynamicSelf(base, type).map { dispatched(call, by: $0) } ?? call
    }
    return callMember(name, of: check(base), arguments, range, expected)
  }

  /// Calls a method of a checked value.
  func callMember(
    _ name: Name, of receiver: TypedExpression, _ arguments: [Argument], _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    let receiver = forcedIfImplicit(receiver, for: name.base)
    // What a closure does with the elements of a literal may still decide their type.
    let hasClosure = arguments.contains { if case .closure = $0.value.kind { true } else { false } }
    let isOpen = if case .array = receiver.kind { hasClosure } else { false }
    if !isOpen { settleLiterals(receiver.type) }
    let type = settled(receiver.type)
    if type.isError {
      for argument in arguments where !isDependent(argument.value) { _ = check(argument.value) }
      return wrong(range)
    }
    if let inquiry = inquiry(at: name.base) {
      if case .metatype(let instance) = type {
        note(inquiry, memberOf: instance, isStatic: true)
      } else {
        note(inquiry, memberOf: type, isStatic: false)
      }
      return wrong(range)
    }
    if case .metatype(let instance) = type {
      let instance = deep(instance)
      if name.base == "init",
        let made = constructDynamic(receiver, instance, arguments, range)
      {
        return made
      }
      let call = staticCall(name, on: instance, arguments, range, expected)
      return dispatched(call, by: receiver)
    }
    if name.base == "init" {
      return delegate(to: deep(type), receiver, arguments, range)
    }
    let found = compiler.members(name.base, of: deep(type), isStatic: false)
    let all = self.candidates(from: found, owner: deep(type), receiver: receiver)
    let candidates = all.filter { !isHidden($0) }
    if candidates.isEmpty, !all.isEmpty { return hidden(name) }
    if candidates.isEmpty {
      return callValue(
        member(name, of: receiver, receiver.range + name.range), arguments, range, expected)
    }
    return resolveCall(candidates, arguments, range, name.base, expected: expected, at: name.range)
  }

  private func isHidden(_ candidate: Candidate) -> Bool {
    guard case .function(let symbol) = candidate.target else { return false }
    return isHidden(symbol.declaration.modifiers, symbol.owner)
  }

  func staticCall(
    _ name: Name, on type: Type, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if name.base == "init" { return construct(type, arguments, range, expected) }
    if let inquiry = inquiry(at: name.base) {
      note(inquiry, memberOf: type, isStatic: true)
      return wrong(range)
    }
    let opened = openArguments(type)
    let found = compiler.members(name.base, of: opened, isStatic: true)
    let candidates = candidates(from: found, owner: opened, receiver: nil)
    if candidates.isEmpty {
      if !takesReceiver(arguments, opened),
        !compiler.members(name.base, of: opened, isStatic: false).isEmpty
      {
        return missingStaticMember(name, opened, range)
      }
      return callValue(
        staticMember(name, [], of: type, range, nil), arguments, range, expected)
    }
    return resolveCall(
      candidates, arguments, range, name.base, expected: expected, at: name.range, owner: opened)
  }

  /// Whether the only argument may be the receiver of a method that is taken from its type.
  private func takesReceiver(_ arguments: [Argument], _ type: Type) -> Bool {
    guard arguments.count == 1, arguments[0].label == nil else { return false }
    return tentatively { canConvert(check(arguments[0].value).type, to: type) }
  }

  /// `.name(…)` of the expected type.
  private func implicitCall(
    _ name: Name, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if let inquiry = inquiry(at: name.base) {
      if let expected { note(inquiry, .implicit(deep(expected))) }
      return wrong(range)
    }
    guard let expected, let type = implicitBase(expected, name.base) else {
      return fail("cannot infer contextual base in reference to member '\(name.base)'", at: range)
    }
    return staticCall(name, on: deep(type), arguments, range, expected)
  }

  /// A call of a function value.
  func callValue(
    _ function: TypedExpression, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let function = forcedIfImplicit(function)
    let type = settled(function.type)
    switch type {
    case .function(let functionType):
      return callFunctionValue(function, functionType, arguments, range)
    case .error: return wrong(range)
    case .variable:
      // A closure parameter that nothing else says anything about.
      let parameters = arguments.map { check($0.value) }
      let result = Type.variable(TypeVariable())
      let wanted = FunctionType(parameters: parameters.map { .init(type: $0.type) }, result: result)
      guard unify(type, .function(wanted)) else { return wrong(range) }
      return TypedExpression(
        .call(.value(function), parameters.map { TypedArgument(value: $0) }), result, range)
    case .metatype(let instance):
      let instance = deep(instance)
      if let made = constructDynamic(function, instance, arguments, range) { return made }
      return construct(instance, arguments, range, expected)
    default:
      let found = compiler.members("callAsFunction", of: deep(type), isStatic: false)
      let candidates = candidates(from: found, owner: deep(type), receiver: function)
      if !candidates.isEmpty {
        return resolveCall(candidates, arguments, range, "callAsFunction", expected: expected)
      }
      if let call = dynamicCall(function, deep(type), arguments, range, expected) { return call }
      return fail("cannot call value of non-function type '\(deep(type))'", at: function.range)
    }
  }

  private func callFunctionValue(
    _ function: TypedExpression, _ type: FunctionType, _ arguments: [Argument],
    _ range: SourceRange
  ) -> TypedExpression {
    var signature = Signature()
    if case .variable(let symbol) = function.kind, let own = symbol.signature {
      // A local function, which is a value to us, is called with its labels.
      signature = own
    } else {
      signature.parameters = type.parameters.map {
        .init(label: nil, name: "", type: $0.type, isInout: $0.isInout)
      }
      signature.result = type.result
      signature.isThrowing = type.isThrowing
    }
    let candidate = Candidate(target: .value(function, signature))
    noteCall(
      fullName(candidate), [Inquiry.Call.Option(candidate: candidate, signature: signature)],
      arguments, range)
    switch signature.match(arguments) {
    case .failure(let error):
      if let explored = explore([candidate], arguments, range, nil) { return explored }
      reportMismatch(error.kind, signature, arguments, range)
      return TypedExpression(.error, type.result, range)
    case .success(let match):
      return apply(candidate, signature, match, arguments, range, nil)
    }
  }

  /// An argument for an `inout` parameter.
  func inoutArgument(_ expression: Expression, _ type: Type) -> TypedArgument {
    guard case .inoutArgument(let place) = expression.kind else {
      let value = check(expression, expecting: type)
      if !value.type.isError {
        report(
          "passing value of type '\(deep(value.type))' to an inout parameter requires explicit '&'",
          at: expression.range)
      }
      return TypedArgument(value: value, isInout: true)
    }
    let value = check(place, expecting: type)
    requireMutable(value, verb: .inoutArgument, at: expression.range)
    if !unify(value.type, type) {
      report(
        mismatchMessage(deep(value.type), deep(type), .argument), at: expression.range)
    }
    return TypedArgument(value: value, isInout: true)
  }
}
