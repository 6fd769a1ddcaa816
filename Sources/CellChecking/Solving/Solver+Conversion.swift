internal import CellSyntax

extension Solver {
  /// The conversion of one type to another; nil where it must wait for what the types are.
  func convert(_ a: Type, _ b: Type) -> Bool? {
    let (actual, wanted) = (shallow(a), shallow(b))
    if actual == wanted || actual.isError || wanted.isError { return true }
    if isWaiting(actual) || isWaiting(wanted) { return nil }
    switch (actual, wanted) {
    case (.variable(let x), .variable(let y)):
      return x.literal != nil && y.literal != nil ? unify(actual, wanted) : nil
    case (.variable(let x), _): return convertVariable(x, actual, wanted)
    case (_, .variable(let y)): return y.literal == nil ? nil : unify(actual, wanted)
    case (.member, _), (_, .member): return unify(actual, wanted)
    default: return convertKnown(actual, wanted)
    }
  }

  /// What is still to be found, where something is wanted; nil where it may be several things.
  private func convertVariable(
    _ variable: TypeVariable, _ actual: Type, _ wanted: Type
  ) -> Bool? {
    if let wrapped = wanted.optionalWrapped {
      guard variable.literal != nil, isKnown(wrapped) else { return nil }
      problem.score.optionals += 1
      return convert(actual, wrapped) ?? waiting(.convert(actual, wrapped))
    }
    switch wanted {
    case .existential: return nil
    case .nominal(let nominal, _):
      if nominal.kind == .class, variable.literal == nil { return nil }
      if Type.nominal(nominal, []).isAnyHashable { return nil }
      if variable.literal == nil, !wanted.arguments.isEmpty { return nil }
      return variable.literal == nil && wanted.scalarKind == nil ? nil : unify(actual, wanted)
    case .tuple(let elements):
      return elements.isEmpty ? nil : variable.literal == nil ? nil : false
    default: return variable.literal == nil ? nil : false
    }
  }

  private func waiting(_ constraint: Constraint) -> Bool {
    add(constraint)
    return true
  }

  private func convertKnown(_ actual: Type, _ wanted: Type) -> Bool {
    if let wrapped = wanted.optionalWrapped {
      if let inner = actual.optionalWrapped {
        add(.convert(inner, wrapped))
        return true
      }
      problem.score.optionals += 1
      add(.convert(actual, wrapped))
      return true
    }
    if case .existential(let protocols) = wanted {
      if case .existential(let own) = actual, Set(own) == Set(protocols) { return true }
      problem.score.erasures += 1
      return protocols.allSatisfy { mayBecome(actual, $0) }
    }
    if actual.isNever { return true }
    switch (actual, wanted) {
    case (.nominal(let a, let x), .nominal(let b, let y)):
      if Type.nominal(b, []).isAnyHashable, a != b {
        return compiler.conforms(checker.deep(actual), to: "Hashable")
      }
      return convertNominal(a, x, b, y, actual, wanted)
    case (.existential, .nominal(let b, _)) where b.kind == .class:
      return upcast(actual, wanted)
    case (.tuple(let x), .tuple(let y)):
      guard x.count == y.count else { return false }
      for (from, to) in zip(x, y) {
        if let p = from.label, let q = to.label, p != q { return false }
        add(.convert(from.type, to.type))
      }
      return true
    case (.function(let x), .function(let y)): return convertFunction(x, y)
    case (.metatype(let x), .metatype(let y)):
      return checker.attemptUnify(x, y) || upcast(shallow(x), shallow(y))
        || convertMetatype(checker.deep(x), shallow(y))
    default: return unify(actual, wanted)
    }
  }

  /// Whether a value may become one of any type with a protocol, whose elements may say what those of the
  /// value are.
  private func mayBecome(_ actual: Type, _ wanted: Nominal) -> Bool {
    let type = checker.deep(actual)
    guard type.hasVariables, let constrained = wanted.constrained else {
      return compiler.conforms(type, to: wanted)
    }
    for (name, known) in constrained.types.sorted(by: { $0.key < $1.key }) {
      add(.equal(.member(actual, name), known))
    }
    return compiler.conforms(type, to: constrained.base)
  }

  private func convertMetatype(_ type: Type, _ wanted: Type) -> Bool {
    guard case .existential(let protocols) = wanted else { return false }
    return protocols.allSatisfy { compiler.conforms(type, to: $0) }
  }

  private func convertNominal(
    _ a: Nominal, _ x: [Type], _ b: Nominal, _ y: [Type], _ actual: Type, _ wanted: Type
  ) -> Bool {
    guard a == b else { return a.kind == .class && b.kind == .class && upcast(actual, wanted) }
    switch a {
    case .array where x.count == 1 && y.count == 1:
      return convertElements(x[0], y[0])
    case .dictionary where x.count == 2 && y.count == 2:
      return unify(x[0], y[0]) && convertElements(x[1], y[1])
    default: return unify(actual, wanted)
    }
  }

  /// What a collection holds; elements that are not the same must be converted one by one.
  private func convertElements(_ a: Type, _ b: Type) -> Bool {
    guard isKnown(a), isKnown(b) else { return unify(a, b) }
    if checker.attemptUnify(a, b) { return true }
    problem.score.collectionConversions += 1
    add(.convert(a, b))
    return true
  }

  private func upcast(_ actual: Type, _ wanted: Type) -> Bool {
    var next: Type? = actual
    while let current = next {
      if checker.attemptUnify(current, wanted) { return true }
      next = compiler.superclass(of: current)
    }
    return false
  }

  private func convertFunction(_ x: FunctionType, _ y: FunctionType) -> Bool {
    guard x.parameters.count == y.parameters.count else {
      // A function of several parameters where one of a tuple is wanted.
      guard y.parameters.count == 1, case .tuple(let elements) = shallow(y.parameters[0].type),
        elements.count == x.parameters.count
      else { return false }
      for (from, to) in zip(elements, x.parameters) { add(.convert(from.type, to.type)) }
      return convertResult(x, y)
    }
    for (from, to) in zip(y.parameters, x.parameters) {
      guard from.isInout == to.isInout else { return false }
      if from.isInout || !isKnown(from.type) || !isKnown(to.type) {
        guard unify(from.type, to.type) else { return false }
      } else {
        add(.convert(from.type, to.type))
      }
    }
    return convertResult(x, y)
  }

  private func convertResult(_ x: FunctionType, _ y: FunctionType) -> Bool {
    add(.convert(x.result, y.result))
    return true
  }
}
