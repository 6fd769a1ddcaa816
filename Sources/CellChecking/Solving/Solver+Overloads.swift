internal import CellSyntax

extension Solver {
  /// The call or operator with the fewest meanings.
  func calls() -> Question? {
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
      let possible = fitting.filter { isPossible($0, call.types) }
      return question(instead: constraint, answers(possible, for: call))
    case .operation(let call): return question(about: call, constraint)
    case .reference(let candidates, let type, let node):
      return question(instead: constraint, references(candidates, type, node))
    case .forcedIfNeeded(let optional, let type):
      return Question(answers: [
        { self.unify(type, optional) },
        {
          self.problem.score.forced += 1
          return self.shallow(optional).optionalWrapped.map { self.unify(type, $0) } ?? false
        },
      ])
    default: return nil
    }
  }

  private func question(about call: OperatorCall, _ constraint: Constraint) -> Question? {
    let isReady = call.types.allSatisfy { isKnown($0) || literal($0) != nil }
    var known = call.types.filter { isKnown($0) }
    // `-.i == x`: where the operand says nothing, the result does.
    if known.isEmpty, !isReady, isKnown(call.result) { known = [call.result] }
    guard isReady || !known.isEmpty || hasDeclared(call), !call.types.contains(where: isToCome)
    else { return nil }
    let literals = literalTexts(call.types) + literalArrays(call.types) + literalTypes(call)
    let declared = declared(call, by: literals + known).filter {
      isPossible($0, call.types)
    }
    let inner = Call(
      node: call.node, arguments: call.arguments, types: call.types, result: call.result,
      callee: .candidates(declared))
    var answers = answers(declared, for: inner)
    if mayBeStandard(call) { answers.append((-1, { self.standard(call) })) }
    return question(instead: constraint, answers)
  }

  // MARK: - Which is more special

  typealias Weighed = (weight: Int, answer: () -> Bool)

  private func answers(_ fitting: [Call.Fitting], for call: Call) -> [Weighed] {
    let ranks = ranks(fitting.map(\.candidate))
    return zip(fitting, ranks).map { option, rank in
      (
        rank * 256 + generality(of: option.candidate, option.signature),
        { self.apply(option, call) }
      )
    }
  }

  /// How little a function says of what it takes: a generic parameter says the more the more protocols it
  /// is to conform to.
  private func generality(of candidate: Candidate, _ signature: Signature) -> Int {
    var result = 0
    for generic in signature.generics {
      var depth = 0
      for case .conformance(.parameter(generic), let wanted) in signature.requirements {
        depth = max(depth, compiler.protocols(of: .existential([wanted])).count)
      }
      result += max(2, 16 - 2 * depth)
    }
    // What a cell declares comes before what the library has of the same name.
    if case .function(let symbol) = candidate.target, symbol.context.source.isLibrary {
      result += 1
    }
    return result
  }

  private func references(
    _ candidates: [Candidate], _ type: Type, _ node: Expression?
  ) -> [Weighed] {
    zip(candidates, ranks(candidates)).map { option, rank in
      (
        rank * 256 + generality(of: option, checker.signature(of: option)),
        {
          if option.isDisfavored { self.problem.score.disfavored += 1 }
          if let node {
            self.problem.choices.append((node, Choice(candidate: option, substitution: [:])))
          }
          return self.unify(type, self.functionType(of: option))
        }
      )
    }
  }

  /// How far candidates are from the type that each is a member of, counted among those of that type.
  private func ranks(_ candidates: [Candidate]) -> [Int] {
    let owners = candidates.map { checker.deep($0.owner) }
    return zip(candidates, owners).map { candidate, owner in
      guard !owner.isError else { return 0 }
      let nearer = zip(candidates, owners).filter { $1 == owner && $0.rank < candidate.rank }
      return Set(nearer.map(\.0.rank)).count
    }
  }

  /// A text for operands that are literals of one.
  private func literalTexts(_ types: [Type]) -> [Type] {
    types.contains { literal($0) == .string || literal($0) == .character } ? [.string] : []
  }

  /// An array for each operand that is a literal of one whose surroundings have not said what it is.
  private func literalArrays(_ types: [Type]) -> [Type] {
    types.contains { type in
      problem.constraints.contains {
        if case .arrayLiteral(let literal, _) = $0 {
          shallow(literal) == shallow(type)
        } else {
          false
        }
      }
    } ? [.array(variable())] : []
  }

  private func mayBeStandard(_ call: OperatorCall) -> Bool {
    let text = call.name.text
    return Operation.binary[text] != nil || ["-", "+", "~"].contains(text)
      || text.isAssigningOperator && Operation.binary[String(text.dropLast())] != nil
  }

  /// A question that takes the place of a constraint, the most special answer first; others cost what they
  /// are more general.
  func question(instead constraint: Constraint, _ answers: [Weighed]) -> Question? {
    guard let index = problem.constraints.firstIndex(where: { $0.isSame(as: constraint) }),
      let least = answers.map(\.weight).min()
    else { return Question(answers: []) }
    let ordered = answers.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }
    return Question(
      answers: ordered.map { _, option in
        {
          self.problem.constraints.remove(at: index)
          self.problem.score.generality += option.weight - least
          return option.answer()
        }
      })
  }
}
