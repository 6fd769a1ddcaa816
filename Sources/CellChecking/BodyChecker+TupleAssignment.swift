internal import CellSyntax

extension BodyChecker {
  /// `(a, b) = (b, a)`: what the places need first, then all values, which go to the places one by one.
  func tupleAssignment(
    _ elements: [Argument], _ value: Expression, _ placeRange: SourceRange, _ range: SourceRange
  ) -> TypedExpression {
    var statements: [TypedStatement] = []
    let places = elements.map { element -> TypedExpression? in
      if case .discard = element.value.kind { return nil }
      let place = check(element.value)
      requireMutable(place, verb: .assignment)
      return steady(place, &statements)
    }
    let wanted = Type.tuple(
      zip(elements, places).map {
        TupleElement(label: nil, type: $1?.type ?? .variable(TypeVariable()))
      })
    let typed = check(value, as: wanted, .assignment)
    guard case .tuple(let types) = shallow(typed.type), types.count == places.count else {
      return wrong(range)
    }
    let whole = VariableSymbol(
      hiddenName("tuple"), typed.type, isLet: true, range: range, owner: scope)
    statements.append(TypedStatement(kind: .variable(whole, typed), range: range))
    let source = TypedExpression(.variable(whole), typed.type, range)
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let part = TypedExpression(.tupleElement(source, index), types[index].type, range)
      let assignment = TypedExpression(.assignment(place, part), .void, range)
      statements.append(TypedStatement(kind: .expression(assignment), range: range))
    }
    return TypedExpression(
      .sequence(statements, TypedExpression(.unit, .void, range)), .void, range)
  }

  /// A place whose indices, keys and instances are constants of their own, where finding them calls
  /// something.
  private func steady(
    _ place: TypedExpression, _ statements: inout [TypedStatement]
  ) -> TypedExpression {
    func again(_ kind: TypedExpression.Kind) -> TypedExpression {
      let result = TypedExpression(kind, place.type, place.range)
      result.isImplicit = place.isImplicit
      return result
    }
    switch place.kind {
    case .field(let base, let index): return again(.field(steady(base, &statements), index))
    case .tupleElement(let base, let index):
      return again(.tupleElement(steady(base, &statements), index))
    case .force(let base): return again(.force(steady(base, &statements)))
    case .reinterpret(let base): return again(.reinterpret(steady(base, &statements)))
    case .instanceField(let base, let index):
      return again(.instanceField(kept(base, &statements), index))
    case .element(let base, let index):
      let base = steady(base, &statements)
      return again(.element(base, kept(index, &statements)))
    case .dictionaryValue(let base, let key):
      let base = steady(base, &statements)
      return again(.dictionaryValue(base, kept(key, &statements)))
    case .computed(var use, var arguments):
      if let receiver = use.receiver {
        use.receiver =
          use.isReference ? kept(receiver, &statements) : steady(receiver, &statements)
      }
      for index in arguments.indices {
        arguments[index].value = kept(arguments[index].value, &statements)
      }
      return again(.computed(use, arguments))
    default: return place
    }
  }

  /// The value as a constant of its own, unless finding it again calls nothing.
  private func kept(
    _ value: TypedExpression, _ statements: inout [TypedStatement]
  ) -> TypedExpression {
    if callsNothing(value) { return value }
    let symbol = VariableSymbol(
      hiddenName("part"), value.type, isLet: true, range: value.range, owner: scope)
    statements.append(TypedStatement(kind: .variable(symbol, value), range: value.range))
    return TypedExpression(.variable(symbol), value.type, value.range)
  }

  private func callsNothing(_ value: TypedExpression) -> Bool {
    switch value.kind {
    case .integer, .floating, .boolean, .string, .variable, .constant, .none: true
    case .operation(_, let operands): operands.allSatisfy(callsNothing)
    case .field(let base, _), .instanceField(let base, _), .tupleElement(let base, _),
      .reinterpret(let base), .wrap(let base):
      callsNothing(base)
    case .element(let base, let index): callsNothing(base) && callsNothing(index)
    default: false
    }
  }
}
