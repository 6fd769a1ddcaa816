internal import CellSyntax

extension BodyChecker {
  /// A static member of a type that is only known when the program runs: found by the value of the
  /// metatype, since a class below may override it.
  func dispatched(
    _ member: TypedExpression, by metatype: TypedExpression
  ) -> TypedExpression {
    guard isOpenMetatype(metatype) else { return member }
    func opened(_ callee: Callee) -> Callee {
      guard case .function(let reference) = callee, reference.symbol.isStatic,
        reference.symbol.native == nil, reference.symbol.host == nil
      else { return callee }
      return .ofType(reference.symbol, reference.substitution, metatype)
    }
    switch member.kind {
    case .call(let callee, let arguments):
      return TypedExpression(.call(opened(callee), arguments), member.type, member.range)
    case .computed(var use, let arguments):
      use.getter = opened(use.getter)
      use.setter = use.setter.map(opened)
      return TypedExpression(.computed(use, arguments), member.type, member.range)
    default: return member
    }
  }

  /// The type of `self` where `Self` is written in a method of a class, perhaps a class below, or in one
  /// that a protocol gives to values of any type that conforms to it.
  func dynamicSelf(_ base: Expression, _ type: Type) -> TypedExpression? {
    guard case .name(let name, _) = base.kind, name.base == "Self", isOpenInstance(type),
      let selfSymbol = selfScope?.selfSymbol, shallow(selfSymbol.type) == type
    else { return nil }
    return TypedExpression(.dynamicType(selfValue(base.range)), .metatype(type), base.range)
  }

  /// Whether the value of a metatype may be of a class below, or of any type with a protocol.
  private func isOpenMetatype(_ metatype: TypedExpression) -> Bool {
    if case .metatype = metatype.kind { return false }
    guard case .metatype(let instance) = shallow(metatype.type) else { return false }
    return isOpenInstance(shallow(instance))
  }

  private func isOpenInstance(_ type: Type) -> Bool {
    if case .existential = type { true } else { type.nominal?.kind == .class }
  }

  /// `type.init(…)` where `type` is a value: an instance of the class that it is.
  func constructDynamic(
    _ metatype: TypedExpression, _ type: Type, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression? {
    guard isOpenMetatype(metatype) else { return nil }
    guard type.nominal?.kind == .class else {
      let makers = makers(of: type)
      guard !makers.isEmpty else { return nil }
      return dispatched(
        resolveCall(makers, arguments, range, "init", expected: nil, owner: type), by: metatype)
    }
    let instance = TypedExpression(.instanceOfType(metatype), type, range)
    let candidates = initializers(of: type).map { candidate in
      var candidate = candidate
      candidate.receiver = instance
      return candidate
    }
    let made = resolveCall(candidates, arguments, range, "init", expected: nil, owner: type)
    return overridable(made)
  }

  /// The call of an initialiser as one that a class below may override.
  func overridable(_ call: TypedExpression) -> TypedExpression {
    guard case .call(.function(let reference), let arguments) = call.kind,
      reference.symbol.isInitializer, reference.symbol.owner?.kind == .class
    else { return call }
    return TypedExpression(
      .call(.dynamic(reference.symbol, reference.substitution), arguments), call.type, call.range)
  }
}
