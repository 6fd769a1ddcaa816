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
    bounds(isComplete: true) ?? literalBounds() ?? receivers() ?? calls() ?? conventional()
      ?? bounds(
        isComplete: false)
      ?? upperBounds(isGeneral: false) ?? literals() ?? forcedClosure()
      ?? upperBounds(isGeneral: true)
  }

  // MARK: - What is usual

  /// Literals of collections and `nil` whose surroundings say nothing.
  private func conventional() -> Question? {
    for constraint in problem.constraints {
      switch constraint {
      case .nilLiteral(let type) where isOpen(type):
        return Question(answers: [{ self.unify(type, .optional(self.variable())) }])
      case .booleanLiteral(let type) where isOpen(type):
        return Question(answers: [{ self.unify(type, .bool) }])
      case .arrayLiteral(let type, let element) where isOpen(type):
        return literal(type, .array(element), element)
      case .dictionaryLiteral(let type, let key, let value) where isOpen(type):
        return literal(type, .dictionary(key, value), value)
      default: continue
      }
    }
    return nil
  }

  /// A literal of a collection that is what it usually is; where anything is wanted, its elements need not
  /// be of one type.
  private func literal(_ type: Type, _ usual: Type, _ element: Type) -> Question {
    var answers = [{ self.unify(type, usual) }]
    if case .existential([])? = context(of: type) {
      answers.append {
        self.problem.score.collectionConversions += 1
        return self.unify(type, usual) && self.unify(element, .any)
      }
    }
    return Question(answers: answers, isDecidedByFirst: true)
  }

  private func forcedClosure() -> Question? {
    for constraint in problem.constraints {
      switch constraint {
      case .closure(let use):
        return question(
          instead: constraint, [(0, { self.simplify(use, isForced: true) ?? false })])
      case .branches(let use):
        return question(instead: constraint, [(0, { self.unify(use.type, self.value(of: use)) })])
      default: continue
      }
    }
    return nil
  }

  /// Literals whose members are asked for are what literals usually are.
  private func receivers() -> Question? {
    for constraint in problem.constraints {
      let base: Type
      switch constraint {
      case .member(let type, _, _): base = type
      case .call(let call):
        switch call.callee {
        case .member(let type, _), .subscript(let type), .value(let type): base = type
        case .candidates, .implicit: continue
        }
      default: continue
      }
      guard let literal = literal(base) else { continue }
      return Question(answers: answers(shallow(base), usual(literal)), isDecidedByFirst: true)
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

  func variables(in type: Type) -> [Type] {
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
