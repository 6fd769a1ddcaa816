internal import CellSyntax

extension BodyChecker {
  func subscripted(
    _ base: Expression, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if case .name(let keyword, _) = base.kind, keyword.base == "super",
      let (value, type) = superValue(range)
    {
      let found = compiler.members("subscript", of: type, isStatic: false)
      return callSubscript(found, value, type, arguments, range, expected, isSuper: true)
    }
    if let type = typeExpression(base) {
      let found = compiler.members("subscript", of: type, isStatic: true)
      return callSubscript(found, nil, type, arguments, range, expected)
    }
    let value = forcedIfImplicit(check(base))
    let type = settled(value.type)
    if type.isError {
      for argument in arguments where !isDependent(argument.value) { _ = check(argument.value) }
      return wrong(range)
    }
    return subscripted(value, type, arguments, range, expected)
  }

  private func subscripted(
    _ value: TypedExpression, _ type: Type, _ arguments: [Argument], _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    if arguments.count == 1, arguments[0].label == "keyPath" {
      return keyPathSubscript(value, type, arguments[0].value, range, expected)
    }
    if arguments.count == 1, case .operatorFunction(let name) = arguments[0].value.kind,
      name.text == "..."
    {
      return whole(value, range, expected)
    }
    if let result = collectionElement(value, type, arguments, range) { return result }
    let concrete = deep(type)
    if isIntegerIndexOfText(concrete, arguments) {
      return fail(
        "'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.",
        at: value.range)
    }
    let found = compiler.members("subscript", of: concrete, isStatic: false)
    guard !found.isEmpty else {
      if let wrapped = concrete.optionalWrapped,
        !compiler.members("subscript", of: wrapped, isStatic: false).isEmpty
      {
        return fail(
          "value of optional type '\(concrete)' must be unwrapped to refer to member 'subscript' of wrapped base type '\(wrapped)'",
          at: value.range)
      }
      return fail("value of type '\(concrete)' has no subscripts", at: value.range)
    }
    return callSubscript(found, value, concrete, arguments, range, expected)
  }

  /// `collection[...]`: from its start to its end.
  private func whole(
    _ value: TypedExpression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    guard case .variable = value.kind else { return wholeOnce(value, range, expected) }
    let base = hidden(value)
    func bound(_ name: String) -> Expression {
      Expression.member(name, of: base, at: range)
    }
    let bounds = Expression(
      .binary(
        OperatorUse(text: "..<", range: range), bound("startIndex"), bound("endIndex")), range)
    return check(
      Expression(.subscript(base, [Argument(label: nil, value: bounds)]), range),
      expecting: expected)
  }

  /// The same of a value that is computed, which must happen only once.
  private func wholeOnce(
    _ value: TypedExpression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let symbol = VariableSymbol(
      hiddenName("whole"), settled(value.type), isLet: true, range: range, owner: scope)
    scope.declare(symbol.name, .variable(symbol))
    let variable = TypedExpression(.variable(symbol), symbol.type, range)
    let part = whole(variable, range, expected)
    return TypedExpression(
      .sequence([TypedStatement(kind: .variable(symbol, value), range: range)], part), part.type,
      range)
  }

  /// Whether somebody counts the characters of a string, and the program has no subscript for that.
  private func isIntegerIndexOfText(_ type: Type, _ arguments: [Argument]) -> Bool {
    guard type == .string || type == .nominal(.substring, []), arguments.count == 1,
      arguments[0].label == nil
    else { return false }
    let hasOwn = compiler.members("subscript", of: type, isStatic: false).contains { found in
      if case .subscript(let symbol) = found.member {
        return symbol.getter.context.source.isLibrary == false
      }
      return false
    }
    return !hasOwn && tentatively { settled(check(arguments[0].value).type) == .int }
  }

  /// The everyday subscripts, which the machine does itself.
  private func collectionElement(
    _ value: TypedExpression, _ type: Type, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression? {
    guard let first = arguments.first, first.label == nil else { return nil }
    if let element = type.arrayElement, arguments.count == 1 {
      return arrayElement(value, type, element, first.value, range)
    }
    guard let types = type.dictionaryTypes else { return nil }
    if arguments.count == 2, arguments[1].label == "default" {
      let key = check(first.value, as: types.key, .argument)
      let standard = check(arguments[1].value, as: types.value, .argument)
      return TypedExpression(.dictionaryDefault(value, key, standard), types.value, range)
    }
    guard arguments.count == 1, deep(types.key) != .nominal(.stringIndex, []) else { return nil }
    let key = check(first.value, expecting: types.key)
    if shallow(key.type).isError { return TypedExpression(.error, .optional(types.value), range) }
    if let converted = conversion(of: key, to: types.key) {
      return TypedExpression(.dictionaryValue(value, converted), .optional(types.value), range)
    }
    let members = compiler.members("subscript", of: deep(type), isStatic: false)
    return attempt {
      callSubscript(
        members, value, deep(type), [Argument(label: nil, value: hidden(key))], range, nil)
    } ?? fail(mismatchMessage(final(key.type), final(types.key), .argument), at: key.range)
  }

  /// `array[index]`
  private func arrayElement(
    _ value: TypedExpression, _ type: Type, _ element: Type, _ node: Expression,
    _ range: SourceRange
  ) -> TypedExpression {
    let index = check(node)
    if case .variable(let variable) = shallow(index.type), variable.literal != .integer {
      _ = settled(index.type)
    }
    let indexType = shallow(index.type)
    if indexType.isError { return TypedExpression(.error, element, range) }
    if isIntegerLike(indexType) {
      _ = unify(indexType, .int)
      return TypedExpression(.element(value, index), element, range)
    }
    if indexType.isOptional {
      _ = convert(index, to: .int, .argument)
      return TypedExpression(.error, element, range)
    }
    if indexType.scalarKind != nil || indexType.nominal === Nominal.string {
      report(
        "no exact matches in call to subscript",
        at: SourceRange(start: value.range.end, end: value.range.end + 1))
      return TypedExpression(.error, element, range)
    }
    return callSubscriptHidden(value, type, [Argument(label: nil, value: hidden(index))], range)
  }

  private func isIntegerLike(_ type: Type) -> Bool {
    if case .variable(let variable) = type {
      return variable.literal != .floating && variable.literal != .string
        && variable.literal != .character
    }
    return type == .int
  }

  private func callSubscriptHidden(
    _ value: TypedExpression, _ type: Type, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression {
    let concrete = deep(type)
    let found = compiler.members("subscript", of: concrete, isStatic: false)
    return callSubscript(found, value, concrete, arguments, range, nil)
  }

  /// A subscript that is declared: chosen by its getter, written by its setter.
  func callSubscript(
    _ found: [FoundMember], _ receiver: TypedExpression?, _ owner: Type, _ arguments: [Argument],
    _ range: SourceRange, _ expected: Type?, isSuper: Bool = false
  ) -> TypedExpression {
    var symbols: [FunctionSymbol: SubscriptSymbol] = [:]
    var candidates: [Candidate] = []
    for member in found {
      guard case .subscript(let symbol) = member.member else { continue }
      symbols[symbol.getter] = symbol
      candidates.append(
        Candidate(
          target: .function(symbol.getter), substitution: member.substitution, receiver: receiver,
          owner: owner, rank: member.rank, isSuper: isSuper))
    }
    guard !candidates.isEmpty else {
      return fail("value of type '\(deep(owner))' has no subscripts", at: range)
    }
    let call = resolveCall(candidates, arguments, range, "subscript", expected: expected)
    guard case .call(let callee, var typed) = call.kind, let getter = callee.function,
      let symbol = symbols[getter.symbol]
    else { return call }
    if receiver != nil { typed.removeFirst() }
    let use = AccessorUse(
      getter: callee,
      setter: symbol.setter.map { setter in
        let types = substitution(for: setter, besides: getter)
        return self.callee(setter, types, owner: deep(owner), isSuper: isSuper)
      },
      receiver: receiver, isReference: receiver.map { $0.isReference(deep(owner)) } ?? true,
      isMutatingGetter: symbol.getter.isMutating)
    return TypedExpression(.computed(use, typed), call.type, range)
  }

  /// What the generic parameters of a setter stand for, which are not the ones of its getter.
  private func substitution(
    for setter: FunctionSymbol, besides getter: FunctionReference
  ) -> Substitution {
    let own = compiler.signature(of: setter).generics
    let others = compiler.signature(of: getter.symbol).generics
    return zip(own, others).reduce(into: getter.substitution) {
      $0[$1.0] = getter.substitution[$1.1]
    }
  }
}

extension Callee {
  /// The function or requirement that is called, unless a type finds it when it runs.
  fileprivate var function: FunctionReference? {
    switch self {
    case .function(let reference): reference
    case .dynamic(let symbol, let substitution):
      FunctionReference(symbol: symbol, substitution: substitution)
    case .value, .ofType: nil
    }
  }
}
