/// A question with several answers.
struct Question {
  /// Each makes its answer part of the problem; whether that is possible.
  var answers: [() -> Bool]
  /// Whether the first answer that works is right, whatever the others are worth.
  var isDecidedByFirst = false
}

extension Solver {
  /// The question to answer next; nil where there is none left but the problem is not solved.
  func nextQuestion() -> Question? {
    bounds(isComplete: true) ?? calls() ?? conventional() ?? bounds(isComplete: false)
      ?? upperBounds(isGeneral: false) ?? literals() ?? forcedClosure()
      ?? upperBounds(isGeneral: true)
  }

  // MARK: - Types of variables

  /// A type that values of known types convert to.
  ///
  /// - Parameter isComplete: whether nothing else may convert to it that is not known yet.
  private func bounds(isComplete: Bool) -> Question? {
    var seen: Set<Type> = []
    for case .convert(_, let target) in problem.constraints {
      let type = shallow(target)
      guard isOpen(type), seen.insert(type).inserted else { continue }
      var lower: [Type] = []
      var isOpenBelow = false
      for case .convert(let a, let b) in problem.constraints where shallow(b) == type {
        if isKnown(a) {
          lower.append(shallow(a))
        } else if literal(a) == nil {
          isOpenBelow = true
        }
      }
      guard !lower.isEmpty, !(isComplete && isOpenBelow) else { continue }
      return Question(answers: answers(type, candidates(lower)), isDecidedByFirst: false)
    }
    return nil
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

  private func answers(_ type: Type, _ candidates: [Type]) -> [() -> Bool] {
    candidates.map { candidate in { self.unify(type, candidate) } }
  }

  /// A type of which it is only known what it must convert to.
  ///
  /// - Parameter isGeneral: whether many types convert to that: optionals, and any type with a protocol.
  private func upperBounds(isGeneral: Bool) -> Question? {
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

  // MARK: - Overloads

  /// The call or operator with the fewest meanings.
  private func calls() -> Question? {
    var best: (question: Question, count: Int)?
    for constraint in problem.constraints {
      guard let question = question(about: constraint) else { continue }
      let count = question.answers.count
      if count < best?.count ?? .max { best = (question, count) }
    }
    return best?.question
  }

  private func question(about constraint: Constraint) -> Question? {
    switch constraint {
    case .call(let call):
      guard case .candidates(let fitting) = call.callee else { return nil }
      let possible = fitting.filter { isPossible($0, call.types, call.result) }
      return question(instead: constraint, possible.map { option in { self.apply(option, call) } })
    case .operation(let call):
      let isReady = call.types.allSatisfy { isKnown($0) || literal($0) != nil }
      let known = call.types.filter { isKnown($0) }
      guard isReady || !known.isEmpty || hasFunctions(call) else { return nil }
      let declared = declared(call, by: known).filter {
        isPossible($0, call.types, call.result)
      }
      let inner = Call(
        node: call.node, arguments: call.arguments, types: call.types, result: call.result,
        callee: .candidates(declared))
      var answers = declared.map { option in { self.apply(option, inner) } }
      if mayBeStandard(call) { answers.append { self.standard(call) } }
      return question(instead: constraint, answers)
    case .reference(let candidates, let type):
      return question(
        instead: constraint,
        candidates.map { option in
          {
            self.problem.score.generality += option.rank
            return self.unify(type, self.functionType(of: option))
          }
        })
    default: return nil
    }
  }

  private func hasFunctions(_ call: OperatorCall) -> Bool {
    if case .functions? = checker.lookUp(call.name.text) { return true }
    return false
  }

  private func mayBeStandard(_ call: OperatorCall) -> Bool {
    let text = call.name.text
    return Operation.binary[text] != nil || ["-", "+", "~"].contains(text)
      || text.isAssigningOperator && Operation.binary[String(text.dropLast())] != nil
  }

  /// A question that takes the place of a constraint.
  private func question(instead constraint: Constraint, _ answers: [() -> Bool]) -> Question? {
    guard let index = problem.constraints.firstIndex(where: { $0.isSame(as: constraint) }) else {
      return nil
    }
    return Question(
      answers: answers.map { answer in
        {
          self.problem.constraints.remove(at: index)
          return answer()
        }
      })
  }

  // MARK: - What is usual

  /// Literals of collections and `nil` whose surroundings say nothing.
  private func conventional() -> Question? {
    for constraint in problem.constraints {
      switch constraint {
      case .nilLiteral(let type) where isOpen(type):
        return Question(answers: [{ self.unify(type, .optional(self.variable())) }])
      case .arrayLiteral(let type, let element) where isOpen(type):
        return Question(answers: [{ self.unify(type, .array(element)) }])
      case .dictionaryLiteral(let type, let key, let value) where isOpen(type):
        return Question(answers: [{ self.unify(type, .dictionary(key, value)) }])
      default: continue
      }
    }
    return nil
  }

  private func forcedClosure() -> Question? {
    for constraint in problem.constraints {
      guard case .closure(let use) = constraint else { continue }
      return question(
        instead: constraint, [{ self.simplify(use, isForced: true) ?? false }])
    }
    return nil
  }

  /// Literals are what they usually are.
  private func literals() -> Question? {
    for constraint in problem.constraints {
      for type in constraint.types {
        for part in variables(in: type) {
          guard let literal = literal(part) else { continue }
          return Question(answers: answers(part, usual(literal)), isDecidedByFirst: true)
        }
      }
    }
    for case .convert(let a, let b) in problem.constraints where isOpen(a) && isOpen(b) {
      return Question(answers: [{ self.unify(a, b) }])
    }
    return nil
  }

  private func variables(in type: Type) -> [Type] {
    var result: [Type] = []
    _ = checker.deep(type).contains { part in
      if case .variable = part { result.append(part) }
      return false
    }
    return result
  }

  /// What a literal may be without being told.
  private func usual(_ literal: TypeVariable.Literal) -> [Type] {
    switch literal {
    case .integer: [.int, .double]
    case .floating: [.double]
    case .string: [.string]
    case .character: [.string, .character]
    }
  }
}

extension Constraint {
  /// The types that the constraint speaks of.
  var types: [Type] {
    switch self {
    case .equal(let a, let b), .convert(let a, let b), .superclass(let a, let b),
      .optional(let a, let b), .chain(let a, let b), .implicitBase(let a, let b):
      [a, b]
    case .conforms(let type, _), .comparable(let type, _), .nilLiteral(let type): [type]
    case .coalesce(let a, let b, let c), .dictionaryLiteral(let a, let b, let c): [a, b, c]
    case .arrayLiteral(let type, let element): [type, element]
    case .member(let base, _, let type), .implicitMember(let base, _, let type): [base, type]
    case .call(let call): call.types + call.callee.types
    case .operation(let call): call.types
    case .closure(let use): [use.type]
    case .keyPath(let use): [use.type]
    case .operatorFunction(_, let type), .reference(_, let type): [type]
    }
  }

  /// Whether it is the same constraint, by the node that it is of.
  fileprivate func isSame(as other: Constraint) -> Bool {
    switch (self, other) {
    case (.call(let a), .call(let b)): a.node === b.node
    case (.operation(let a), .operation(let b)): a.node === b.node
    case (.closure(let a), .closure(let b)): a.node === b.node
    case (.reference(_, let a), .reference(_, let b)): a == b
    default: false
    }
  }
}

extension Call.Callee {
  fileprivate var types: [Type] {
    switch self {
    case .candidates: []
    case .value(let type), .member(let type, _), .implicit(let type, _), .subscript(let type):
      [type]
    }
  }
}
