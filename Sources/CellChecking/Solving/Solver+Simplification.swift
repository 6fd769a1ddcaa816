extension Solver {
  /// Draws all conclusions that have no alternative; whether nothing contradicts.
  func simplify() -> Bool {
    while true {
      let bound = checker.trail.count
      let count = problem.constraints.count
      var isHeld = [Bool](repeating: false, count: count)
      for index in 0..<count {
        switch simplify(problem.constraints[index]) {
        case true?: isHeld[index] = true
        case false?: return false
        case nil: break
        }
      }
      let isNew = problem.constraints.count > count
      var next = 0
      problem.constraints.removeAll { _ in
        defer { next += 1 }
        return next < count && isHeld[next]
      }
      if !isNew, checker.trail.count == bound { return true }
    }
  }

  /// What follows from one constraint: whether it can hold, or nil where that is not known yet.
  private func simplify(_ constraint: Constraint) -> Bool? {
    switch constraint {
    case .equal(let a, let b): return equal(a, b)
    case .convert(let a, let b): return convert(a, b)
    case .conforms(let type, let wanted): return conforms(type, wanted)
    case .superclass(let type, let parent):
      guard isKnown(type), isKnown(parent) else { return nil }
      return compiler.isSubclass(checker.deep(type), of: checker.deep(parent))
    case .comparable(let type, let isEquality): return comparable(type, isEquality)
    case .optional(let type, let wrapped):
      guard isKnown(type) else { return nil }
      return shallow(type).optionalWrapped.map { unify($0, wrapped) } ?? shallow(type).isError
    case .chain(let inner, let type):
      guard isKnown(inner) else { return nil }
      return unify(type, shallow(inner).isOptional ? inner : .optional(inner))
    case .coalesce(let a, let b, let result, let left): return coalesce(a, b, result, left)
    case .mayBeWider(let type): return isOpen(type) ? nil : true
    case .nilLiteral(let type): return nilLiteral(type)
    case .booleanLiteral(let type): return booleanLiteral(type)
    case .forcedIfNeeded(let optional, let type):
      guard isKnown(type) else { return nil }
      if shallow(type).isOptional { return unify(type, optional) }
      return shallow(optional).optionalWrapped.map { unify(type, $0) } ?? false
    case .arrayLiteral(let type, let element): return arrayLiteral(type, element)
    case .dictionaryLiteral(let type, let key, let value):
      return dictionaryLiteral(type, key, value)
    case .member(let base, let name, let type): return simplifyMember(base, name, type)
    case .call(let call): return simplify(call)
    case .operation(let call): return simplify(call)
    case .closure(let use): return simplify(use)
    case .branches(let use): return isKnown(use.type) || context(of: use.type) != nil ? true : nil
    case .keyPath(let use): return simplify(use)
    case .operatorFunction(let name, let type): return simplifyOperator(name, type)
    case .reference(let candidates, let type, _): return simplifyReference(candidates, type)
    case .implicitBase(let end, let base): return implicitBase(end, base)
    case .implicitMember(let base, let name, let type):
      return simplifyImplicitMember(base, name, type)
    }
  }

  private func equal(_ a: Type, _ b: Type) -> Bool? {
    if isWaiting(a) || isWaiting(b) { return a == b ? true : nil }
    return unify(a, b)
  }

  private func conforms(_ type: Type, _ wanted: Nominal) -> Bool? {
    let type = checker.deep(type)
    switch type {
    case .variable, .member: return nil
    default:
      guard compiler.conforms(type, to: wanted) else { return false }
      return type.hasVariables ? nil : true
    }
  }

  private func comparable(_ type: Type, _ isEquality: Bool) -> Bool? {
    let type = checker.deep(type)
    guard !type.hasVariables else { return nil }
    return isEquality ? checker.isEquatable(type) : checker.isComparable(type)
  }

  // MARK: - Literals

  private func booleanLiteral(_ type: Type) -> Bool? {
    guard isKnown(type) else {
      guard let wanted = context(of: type) else { return nil }
      let isOwn =
        wanted.nominal?.declaration != nil
        && compiler.conforms(checker.deep(wanted), to: "ExpressibleByBooleanLiteral")
      return unify(type, isOwn ? wanted : .bool)
    }
    return shallow(type) == .bool
      || compiler.conforms(checker.deep(type), to: "ExpressibleByBooleanLiteral")
  }

  private func nilLiteral(_ type: Type) -> Bool? {
    var known = shallow(type)
    if !isKnown(known) {
      guard let wanted = optionalContext(of: type), unify(type, wanted) else { return nil }
      known = wanted
    }
    return known.isError || known.isOptional
      || compiler.conforms(checker.deep(known), to: "ExpressibleByNilLiteral")
  }

  /// The optional that is wanted where a value of a type is used.
  private func optionalContext(of type: Type) -> Type? {
    for case .convert(let a, let b) in problem.constraints
    where shallow(a) == shallow(type) && isKnown(b) {
      return shallow(b)
    }
    return nil
  }

  private func arrayLiteral(_ type: Type, _ element: Type) -> Bool? {
    guard let wanted = isKnown(type) ? shallow(type) : context(of: type) else { return nil }
    if let inner = wanted.arrayElement ?? wanted.setElement {
      return unify(type, wanted) && unify(element, inner)
    }
    if case .existential = wanted { return nil }
    guard compiler.conforms(checker.deep(wanted), to: "ExpressibleByArrayLiteral"),
      let found = checker.literalInit("arrayLiteral", wanted),
      let parameter = checker.signature(of: found).parameters.first
    else { return false }
    return unify(type, wanted)
      && unify(element, checker.open(parameter.type, found.substitution))
  }

  private func dictionaryLiteral(_ type: Type, _ key: Type, _ value: Type) -> Bool? {
    guard let wanted = isKnown(type) ? shallow(type) : context(of: type) else { return nil }
    if let types = wanted.dictionaryTypes {
      return unify(type, wanted) && unify(key, types.key) && unify(value, types.value)
    }
    if case .existential = wanted { return nil }
    guard compiler.conforms(checker.deep(wanted), to: "ExpressibleByDictionaryLiteral"),
      let found = checker.literalInit("dictionaryLiteral", wanted),
      let parameter = checker.signature(of: found).parameters.first,
      case .tuple(let elements) = checker.open(parameter.type, found.substitution),
      elements.count == 2
    else { return false }
    return unify(type, wanted) && unify(key, elements[0].type) && unify(value, elements[1].type)
  }

  /// The base of an implicit member, from where the chain that begins with it is wanted.
  private func implicitBase(_ end: Type, _ base: Type) -> Bool? {
    if isKnown(base) { return true }
    for case .convert(let a, let b) in problem.constraints
    where shallow(a) == shallow(end) && isKnown(b) {
      return unify(base, shallow(b))
    }
    // The chain's own type says it where that is the same: `x == .a` where both are one variable.
    if isKnown(end) { return unify(base, end) }
    return nil
  }
}
