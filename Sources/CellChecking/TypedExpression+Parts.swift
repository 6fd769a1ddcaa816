extension TypedExpression {
  /// The expressions that always run before the value of one that does nothing else with them.
  package var parts: [TypedExpression] {
    switch kind {
    case .interpolation(let parts), .array(let parts), .set(let parts), .tuple(let parts),
      .operation(_, let parts), .structure(let parts), .enumeration(_, let parts):
      parts
    case .dictionary(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .instance(let values): values.map(\.value)
    case .function(_, let receiver?): [receiver]
    case .field(let a, _), .tupleElement(let a, _), .instanceField(let a, _),
      .lazyField(let a, _, _), .isNil(let a, _), .force(let a), .unwrapInChain(let a),
      .forceOrFail(let a), .chain(let a, _), .wrap(let a), .weaken(let a), .strengthen(let a),
      .erase(let a), .reinterpret(let a), .convertEach(let a, _), .isType(let a, _),
      .cast(let a, _, _), .attemptOptional(let a, _), .attemptForced(let a), .dynamicType(let a),
      .instanceOfType(let a):
      [a]
    case .element(let a, let b), .dictionaryValue(let a, let b), .range(let a, let b, _),
      .compound(_, let a, let b):
      [a, b]
    case .dictionaryDefault(let a, let b, let c): [a, b, c]
    default: []
    }
  }
}
