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
      if isNilBelow { common = common.map { $0.isOptional ? $0 : .optional($0) } }
      return Question(answers: answers(type, common))
    }
    return nil
  }

  /// A type that only literals convert to is that of a literal too, as open as they are.
  private func literalBounds() -> Question? {
    for case .convert(let source, let target) in problem.constraints
    where literal(source) != nil && isOpen(target) {
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
    let known = call.types.filter { isKnown($0) }
    guard isReady || !known.isEmpty || hasFunctions(call) else { return nil }
    let literals = literalTexts(call.types) + literalArrays(call.types)
    let declared = declared(call, by: literals + known).filter {
      isPossible($0, call.types, call.result)
    }
    let inner = Call(
      node: call.node, arguments: call.arguments, types: call.types, result: call.result,
      callee: .candidates(declared))
    var answers = answers(declared, for: inner)
    if mayBeStandard(call) { answers.append((-1, { self.standard(call) })) }
    return question(instead: constraint, answers)
  }

  // MARK: - Which is more special

  private typealias Weighed = (weight: Int, answer: () -> Bool)

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

  private func hasFunctions(_ call: OperatorCall) -> Bool {
    if case .functions? = checker.lookUp(call.name.text) { return true }
    return false
  }

  private func mayBeStandard(_ call: OperatorCall) -> Bool {
    let text = call.name.text
    return Operation.binary[text] != nil || ["-", "+", "~"].contains(text)
      || text.isAssigningOperator && Operation.binary[String(text.dropLast())] != nil
  }

  /// A question that takes the place of a constraint, the most special answer first; others cost what they
  /// are more general.
  private func question(instead constraint: Constraint, _ answers: [Weighed]) -> Question? {
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
      guard case .closure(let use) = constraint else { continue }
      return question(
        instead: constraint, [(0, { self.simplify(use, isForced: true) ?? false })])
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

extension Constraint {
  /// The types that the constraint speaks of.
  var types: [Type] {
    switch self {
    case .equal(let a, let b), .convert(let a, let b), .superclass(let a, let b),
      .optional(let a, let b), .chain(let a, let b), .implicitBase(let a, let b),
      .forcedIfNeeded(let a, let b):
      [a, b]
    case .conforms(let type, _), .comparable(let type, _), .nilLiteral(let type),
      .booleanLiteral(let type):
      [type]
    case .coalesce(let a, let b, let c), .dictionaryLiteral(let a, let b, let c): [a, b, c]
    case .arrayLiteral(let type, let element): [type, element]
    case .member(let base, _, let type), .implicitMember(let base, _, let type): [base, type]
    case .call(let call): call.types + call.callee.types + [call.result]
    case .operation(let call): call.types + [call.result]
    case .closure(let use): [use.type]
    case .keyPath(let use): [use.type]
    case .operatorFunction(_, let type): [type]
    case .reference(let candidates, let type, _): candidates.flatMap(\.types) + [type]
    }
  }

  /// Whether it is the same constraint, by the node that it is of.
  fileprivate func isSame(as other: Constraint) -> Bool {
    switch (self, other) {
    case (.call(let a), .call(let b)): a.node === b.node
    case (.operation(let a), .operation(let b)): a.node === b.node
    case (.closure(let a), .closure(let b)): a.node === b.node
    case (.reference(_, let a, _), .reference(_, let b, _)): a == b
    default: false
    }
  }
}

extension Call.Callee {
  fileprivate var types: [Type] {
    switch self {
    case .candidates(let fitting): fitting.flatMap(\.candidate.types)
    case .value(let type), .member(let type, _), .implicit(let type, _), .subscript(let type):
      [type]
    }
  }
}

extension Candidate {
  /// The types around the function.
  fileprivate var types: [Type] { [owner] + substitution.values }
}
