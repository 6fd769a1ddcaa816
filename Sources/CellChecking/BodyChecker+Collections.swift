internal import CellSyntax

extension BodyChecker {
  func array(
    _ elements: [Expression], _ expression: Expression, _ expected: Type?
  ) -> TypedExpression {
    let range = expression.range
    if let wanted = core(expected) {
      if let element = wanted.arrayElement {
        let parts = elements.map { check($0, as: element, .arrayElement) }
        return TypedExpression(.array(parts), .array(element), range)
      }
      if let element = wanted.setElement {
        let parts = elements.map { check($0, as: element, .arrayElement) }
        return TypedExpression(.set(parts), .set(element), range)
      }
      if compiler.conforms(wanted, to: "ExpressibleByArrayLiteral"),
        let found = literalInit("arrayLiteral", wanted)
      {
        let arguments = elements.map { Argument(label: nil, value: $0) }
        return resolveCall(
          [found], labeled(arguments, "arrayLiteral"), range, "init", expected: wanted)
      }
    }
    if elements.count == 1, let type = typeExpression(expression) {
      return TypedExpression(.metatype(type), .metatype(type), range)
    }
    if elements.isEmpty {
      if case .existential? = expected.map(shallow) {
        return fail("empty collection literal requires an explicit type", at: range)
      }
      return TypedExpression(.array([]), .array(.variable(TypeVariable())), range)
    }
    if let made = anyArray(elements, range, expected) { return made }
    let (parts, element) = joined(elements, nil) { part, type in
      "heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional"
    }
    return TypedExpression(.array(parts), .array(element), range)
  }

  /// A literal where anything is expected: its elements need not be of one type then.
  private func anyArray(
    _ elements: [Expression], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    guard var wanted = expected.map(shallow) else { return nil }
    while let wrapped = wanted.optionalWrapped { wanted = shallow(wrapped) }
    guard wanted == .any, attempt({ joined(elements, nil) }) == nil else { return nil }
    return attempt {
      TypedExpression(
        .array(elements.map { check($0, as: .any, .arrayElement) }), .array(.any), range)
    }
  }

  func dictionary(
    _ pairs: [DictionaryPair], _ expression: Expression, _ expected: Type?
  ) -> TypedExpression {
    let range = expression.range
    if let types = core(expected)?.dictionaryTypes {
      let typed = pairs.map {
        (
          key: check($0.key, as: types.key, .dictionaryKey),
          value: check($0.value, as: types.value, .dictionaryValue)
        )
      }
      return TypedExpression(.dictionary(typed), .dictionary(types.key, types.value), range)
    }
    if let wanted = core(expected),
      compiler.conforms(wanted, to: "ExpressibleByDictionaryLiteral"),
      let found = literalInit("dictionaryLiteral", wanted)
    {
      let arguments = pairs.map {
        Argument(
          label: nil,
          value: Expression(
            .tuple([Argument(label: nil, value: $0.key), Argument(label: nil, value: $0.value)]),
            $0.key.range + $0.value.range))
      }
      return resolveCall(
        [found], labeled(arguments, "dictionaryLiteral"), range, "init", expected: wanted)
    }
    if pairs.count == 1, let type = typeExpression(expression) {
      return TypedExpression(.metatype(type), .metatype(type), range)
    }
    guard !pairs.isEmpty else {
      let type = Type.dictionary(.variable(TypeVariable()), .variable(TypeVariable()))
      return TypedExpression(.dictionary([]), type, range)
    }
    let message =
      "heterogeneous collection literal could only be inferred to '[AnyHashable : Any]'; add explicit type annotation if this is intentional"
    let (keys, key) = joined(pairs.map(\.key), nil) { _, _ in message }
    let (values, value) = joined(pairs.map(\.value), nil) { _, _ in message }
    return TypedExpression(
      .dictionary(zip(keys, values).map { (key: $0, value: $1) }), .dictionary(key, value), range)
  }

  private func labeled(_ arguments: [Argument], _ label: String) -> [Argument] {
    var result = arguments
    if !result.isEmpty { result[0].label = label }
    return result
  }

  /// The initialiser of a type for a kind of literal.
  func literalInit(_ label: String, _ type: Type) -> Candidate? {
    initializers(of: type).first { candidate in
      guard case .function(let symbol) = candidate.target else { return false }
      return symbol.declaration.parameters.first?.label == label
    }
  }

  /// The type that an expression spells, as in `[Int]()`, `String.self`; `nil` when it is a value.
  func typeExpression(_ expression: Expression) -> Type? {
    switch expression.kind {
    case .type(let node): return resolve(node)
    case .name(let name, let arguments):
      guard name.labels == nil, case .type(let meaning)? = lookUp(name.base) else { return nil }
      let node = TypeNode(.name(name.base, arguments), expression.range)
      _ = meaning
      return resolve(node)
    case .member(let base?, let name, let arguments):
      if isModule(base) {
        return typeExpression(Expression(.name(name, arguments), expression.range))
      }
      guard let owner = typeExpression(base), name.labels == nil else { return nil }
      if name.base == "self" { return nil }
      guard let nominal = owner.nominal, isNestedType(name.base, of: nominal, owner) else {
        return nil
      }
      guard let node = typeNode(base) else { return compiler.memberType(name.base, of: owner) }
      return resolve(TypeNode(.member(node, name.base, arguments), expression.range))
    case .array(let elements):
      guard elements.count == 1 else { return nil }
      return typeExpression(elements[0]).map { .array($0) }
    case .dictionary(let pairs):
      guard pairs.count == 1, let key = typeExpression(pairs[0].key),
        let value = typeExpression(pairs[0].value)
      else { return nil }
      return .dictionary(key, value)
    case .unwrapInChain(let inner): return typeExpression(inner).map { .optional($0) }
    case .chain(let inner): return typeExpression(inner)
    case .tuple(let elements):
      guard !elements.isEmpty else { return nil }
      var types: [TupleElement] = []
      for element in elements {
        guard let type = typeExpression(element.value) else { return nil }
        types.append(TupleElement(label: element.label, type: type))
      }
      return .tuple(types)
    default: return nil
    }
  }

  private func isNestedType(_ name: String, of nominal: Nominal, _ owner: Type) -> Bool {
    let own = compiler.memberTable(of: nominal).members[name] ?? []
    if own.contains(where: {
      switch $0 {
      case .type, .alias: true
      default: false
      }
    }) {
      return true
    }
    return own.isEmpty && (name.first?.isUppercase ?? false)
      && compiler.memberType(name, of: owner) != nil
  }

  private func typeNode(_ expression: Expression) -> TypeNode? {
    switch expression.kind {
    case .type(let node): node
    case .name(let name, let arguments): TypeNode(.name(name.base, arguments), expression.range)
    case .member(let base?, let name, let arguments):
      typeNode(base).map { TypeNode(.member($0, name.base, arguments), expression.range) }
    default: nil
    }
  }
}
