extension Solver {
  /// A type that values of known types convert to.
  ///
  /// - Parameter isComplete: whether nothing else may convert to it that is not known yet.
  func bounds(isComplete: Bool) -> Question? {
    var seen: Set<Type> = []
    for case .convert(_, let target) in problem.constraints {
      let type = shallow(target)
      guard isOpen(type), seen.insert(type).inserted, !isOfOpenLiteral(type) else { continue }
      var lower: [Type] = []
      var isOpenBelow = false
      var isNilBelow = false
      for case .convert(let a, let b) in problem.constraints where shallow(b) == type {
        if isKnown(a) {
          lower.append(shallow(a))
        } else if isNil(a) {
          isNilBelow = true
        } else if literal(a) == nil, !isCollectionLiteral(a) {
          isOpenBelow = true
        }
      }
      guard !lower.isEmpty, !(isComplete && isOpenBelow) else { continue }
      var common = candidates(lower)
      // What has nothing in common may become what is wanted of all.
      if common.count > 1 || mayBeWider(type), let wanted = wanted(of: type),
        !common.contains(wanted)
      {
        common.append(wanted)
      }
      if isNilBelow { common = common.map { $0.isOptional ? $0 : .optional($0) } }
      return Question(answers: answers(type, common))
    }
    return nil
  }

  /// Whether a type is that of the elements of a literal which may still become any collection of them.
  private func isOfOpenLiteral(_ type: Type) -> Bool {
    problem.constraints.contains {
      switch $0 {
      case .arrayLiteral(let literal, let element):
        shallow(element) == type && isOpen(literal)
      case .dictionaryLiteral(let literal, let key, let value):
        (shallow(key) == type || shallow(value) == type) && isOpen(literal)
      default: false
      }
    }
  }

  private func mayBeWider(_ type: Type) -> Bool {
    problem.constraints.contains {
      if case .mayBeWider(let other) = $0 { shallow(other) == type } else { false }
    }
  }

  /// What a value of a type is to be converted to, where that is known.
  private func wanted(of type: Type) -> Type? {
    for case .convert(let source, let target) in problem.constraints where shallow(source) == type {
      if isKnown(target) { return shallow(target) }
      if mayBeWider(shallow(target)) { return wanted(of: shallow(target)) }
    }
    return nil
  }

  /// A type that only literals convert to is that of a literal too, as open as they are.
  func literalBounds() -> Question? {
    for case .convert(let source, let target) in problem.constraints
    where literal(source) != nil && isOpen(target) && !isOfOpenLiteral(shallow(target)) {
      let type = shallow(target)
      var below: [Type] = []
      for case .convert(let a, let b) in problem.constraints where shallow(b) == type {
        below.append(a)
      }
      guard below.allSatisfy({ literal($0) != nil }) else { continue }
      return Question(answers: [
        { below.allSatisfy { self.unify($0, type) } },
        { self.unify(type, .optional(self.variable())) },
      ])
    }
    return nil
  }

  /// Whether a type is that of a literal of a collection, or of `nil`.
  private func isCollectionLiteral(_ type: Type) -> Bool {
    let type = shallow(type)
    return problem.constraints.contains {
      switch $0 {
      case .arrayLiteral(let literal, _), .dictionaryLiteral(let literal, _, _),
        .nilLiteral(let literal), .booleanLiteral(let literal):
        shallow(literal) == type
      default: false
      }
    }
  }

  private func isNil(_ type: Type) -> Bool {
    let type = shallow(type)
    return problem.constraints.contains {
      if case .nilLiteral(let literal) = $0 { shallow(literal) == type } else { false }
    }
  }

  /// The types that several others may have in common.
  private func candidates(_ lower: [Type]) -> [Type] {
    var result: [Type] = []
    for type in lower where !result.contains(type) { result.append(type) }
    if var common = result.first {
      for type in result.dropFirst() {
        guard let wider = checker.commonType(common, type) else { return result }
        common = wider
      }
      if !result.contains(common) { result.append(common) }
    }
    // Optionals take what is none.
    result.sort { $0.isOptional && !$1.isOptional }
    return result
  }

  func answers(_ type: Type, _ candidates: [Type]) -> [() -> Bool] {
    candidates.map { candidate in { self.unify(type, candidate) } }
  }

  /// A type of which it is only known what it must convert to.
  ///
  /// - Parameter isGeneral: whether many types convert to that: optionals, and any type with a protocol.
  func upperBounds(isGeneral: Bool) -> Question? {
    for case .convert(let source, let target) in problem.constraints
    where isOpen(source) && isKnown(target) && takesMany(target) == isGeneral {
      let type = shallow(source)
      var candidates = [shallow(target)]
      if let wrapped = shallow(target).optionalWrapped { candidates.append(wrapped) }
      return Question(answers: answers(type, candidates))
    }
    return nil
  }

  private func takesMany(_ type: Type) -> Bool {
    if case .existential = shallow(type) { return true }
    return shallow(type).isOptional
  }
}
