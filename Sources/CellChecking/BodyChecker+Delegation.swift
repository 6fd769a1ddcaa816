internal import CellSyntax

/// Calls of what is above, and of other initialisers of the same value.
extension BodyChecker {
  func superCall(
    _ name: Name, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if let type = staticSuperclass {
      return staticCall(name, on: type, arguments, range, expected)
    }
    guard let (value, type) = superValue(range) else {
      return fail("'super' members cannot be referenced in a root class", at: range)
    }
    if name.base == "init" { return delegate(to: type, value, arguments, range) }
    let found = compiler.members(name.base, of: type, isStatic: false)
    let candidates = candidates(from: found, owner: type, receiver: value, isSuper: true)
    guard !candidates.isEmpty else { return missingMember(name, type, value, range) }
    return resolveCall(candidates, arguments, range, name.base, expected: expected, at: name.range)
  }

  /// `self.init(…)` and `super.init(…)`: an initialiser run on the value being made.
  func delegate(
    to type: Type, _ receiver: TypedExpression, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression {
    let candidates = initializers(of: type)
    let isOfProtocol = scope.types.context.nominal?.kind == .protocol
    guard type.nominal?.kind == .class, !isOfProtocol else {
      // A struct is replaced by what the other initialiser makes, and so is whatever an initialiser of a
      // protocol's extension makes.
      let made = resolveCall(candidates, arguments, range, "init", expected: type, owner: type)
      if let wrapped = shallow(made.type).optionalWrapped {
        let value = TypedExpression(
          forcesDelegation ? .force(made) : .forceOrFail(made), wrapped, range)
        return TypedExpression(.assignment(receiver, value), .void, range)
      }
      return TypedExpression(.assignment(receiver, made), .void, range)
    }
    let onSelf = candidates.map { candidate in
      var candidate = candidate
      candidate.receiver = receiver
      return candidate
    }
    var made = resolveCall(onSelf, arguments, range, "init", expected: nil, owner: type)
    // `self.init` runs the initialiser that a class below puts in the place of this one.
    if case .variable = receiver.kind { made = overridable(made) }
    if shallow(made.type).isOptional {
      return TypedExpression(
        forcesDelegation ? .force(made) : .forceOrFail(made), .void, range)
    }
    return TypedExpression(.reinterpret(made), .void, range)
  }
}
