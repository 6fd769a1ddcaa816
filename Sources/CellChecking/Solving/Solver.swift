internal import CellSyntax

/// Finds the types of all parts of an expression, and which declarations the names in it mean, as swiftc
/// does: from constraints over the whole of it, with the closures whose body is one expression.
///
/// What is known is simplified until nothing changes; then the most constrained question that is open is
/// answered in every way that there is, and the best of the solutions is kept (swiftlang/swift,
/// docs/TypeChecker.md). A closure of several statements is checked once its parameters are known.
final class Solver {
  let checker: BodyChecker
  var compiler: Compiler { checker.compiler }
  var problem = Problem()
  /// How much was tried: a limit against expressions that would take for ever.
  private(set) var effort = 0
  /// The best solution so far.
  private var best: Answer?
  /// How many bindings there were before the part of the problem that is being solved.
  private var base = 0
  /// How many literals were not what literals usually are, before it.
  private var usual = 0
  /// The node whose type is being made.
  var node: Expression?
  /// How many links of a chain are around, and the base of the implicit member that it begins with.
  var depthOfChain = 0
  var implicitBase: Type?
  /// What closures of several statements answer, by their nodes and the types of their parameters.
  var results: [ClosureCheck: Type] = [:]

  /// What is to be solved, as far as it has not been; types are bound in the variables themselves.
  struct Problem {
    var constraints: [Constraint] = []
    var types: [(node: Expression, type: Type)] = []
    var choices: [(node: Expression, choice: Choice)] = []
    var score = Score()
  }

  /// A way to solve the problem, or a part of it.
  private struct Answer {
    package var bindings: [(variable: TypeVariable, type: Type)]
    package var types: [(node: Expression, type: Type)]
    var choices: [(node: Expression, choice: Choice)]
    package var score: Score
  }

  /// What the surroundings of an expression want it to be.
  enum Wanted {
    case anything
    /// A value of the type, perhaps.
    case hint(Type)
    /// A value that converts to the type.
    case value(Type)
    /// What a value of the type can be compared with by `~=`.
    case pattern(Type)
    /// A sequence of elements of the type.
    case elements(Type)
  }

  /// Why an expression is left to the checker alone.
  struct Unsupported: Error {}

  static let maximumEffort = 1_000
  /// Larger expressions are long literals, whose elements say what they are.
  private static let maximumSize = 1_000

  init(_ checker: BodyChecker) { self.checker = checker }

  /// The solution for an expression that must be what is wanted; nil where there is none, or none was found.
  func solve(_ expression: Expression, _ wanted: Wanted) -> Solution? {
    let mark = checker.mark
    let closures = checker.scope.outermost.closureCount
    defer {
      checker.restore(mark)
      checker.scope.outermost.closureCount = closures
    }
    guard let type = try? type(of: expression) else { return nil }
    switch wanted {
    case .anything: break
    case .hint(let wanted), .value(let wanted): add(.convert(type, wanted))
    case .pattern(let subject): addPattern(type, subject)
    case .elements(let wanted): add(.equal(.member(type, "Element"), wanted))
    }
    guard problem.constraints.count < Solver.maximumSize else { return nil }
    base = checker.trail.count
    search()
    return best.flatMap(solution)
  }

  /// A pattern is of the type that it is compared with, or a range of it.
  private func addPattern(_ type: Type, _ subject: Type) {
    guard case .nominal(let nominal, let arguments) = type, arguments.count == 1,
      nominal != .optional, let bound = arguments.first, isOpen(bound) || literal(bound) != nil
    else { return add(.convert(type, subject)) }
    add(.equal(bound, checker.core(subject) ?? subject))
  }

  func add(_ constraint: Constraint) { problem.constraints.append(constraint) }

  func variable(_ literal: TypeVariable.Literal? = nil) -> Type {
    .variable(TypeVariable(literal: literal))
  }

  // MARK: - Search

  /// Looks for solutions of what is left of the problem, and keeps the best.
  private func search() {
    effort += 1
    guard effort < Solver.maximumEffort, simplify() else { return }
    if let best, best.score <= problem.score { return }
    guard !problem.constraints.isEmpty else { return keep() }
    let parts = parts(of: problem.constraints)
    guard parts.count == 1 else { return solve(parts) }
    guard let question = nextQuestion() else { return }
    let before = problem
    for answer in question.answers {
      let start = checker.trail.count
      if answer() { search() }
      checker.undo(to: start)
      checker.deferred = []
      problem = before
      if question.isDecidedByFirst, best != nil { return }
    }
  }

  /// Solves parts that have nothing to do with each other, each for itself.
  private func solve(_ parts: [[Constraint]]) {
    let outer = (best, base, usual, problem)
    var whole = problem
    whole.constraints = []
    for part in parts {
      problem = Problem(constraints: part, types: whole.types)
      (best, base, usual) = (nil, checker.trail.count, unusualCount)
      search()
      guard let found = best else {
        (best, base, usual, problem) = outer
        return
      }
      for (variable, type) in found.bindings { checker.bind(variable, to: type) }
      whole.types = found.types
      whole.choices += found.choices
      whole.score = whole.score + found.score
      whole.score.unusualLiterals = 0
    }
    (best, base, usual, problem) = (outer.0, outer.1, outer.2, whole)
    keep()
  }

  /// Keeps what was found, if it is better than what was found before.
  private func keep() {
    var score = problem.score
    score.unusualLiterals += unusualCount - usual
    if let best, best.score <= score { return }
    let bound = Set(checker.trail[base...].map(\.variable))
    best = Answer(
      bindings: bound.map { ($0, checker.deep(.variable($0))) }, types: problem.types,
      choices: problem.choices, score: score)
  }

  /// What the best answer says of each node; nil where something stays open.
  private func solution(_ answer: Answer) -> Solution? {
    for (variable, type) in answer.bindings { checker.bind(variable, to: type) }
    var solution = Solution()
    for (node, type) in answer.types {
      let known = checker.final(type)
      guard !known.hasError || checker.deep(type).hasError else { return nil }
      solution.types[ObjectIdentifier(node)] = known
    }
    for (node, choice) in answer.choices {
      solution.choices[ObjectIdentifier(node)] = Choice(
        candidate: choice.candidate, substitution: choice.substitution.mapValues(checker.final))
    }
    return solution
  }

  /// How many literals are not what literals usually are.
  private var unusualCount: Int { problem.types.count { isUnusual($0.node, $0.type) } }

  /// Whether a literal has another type than literals usually have.
  private func isUnusual(_ node: Expression, _ type: Type) -> Bool {
    let isUndecided = isOpen(type)
    let type = checker.final(type)
    switch node.kind {
    case .integer, .negativeInteger: return type != .int
    case .floating: return type != .double
    case .string: return type != .string
    case .array: return !isUndecided && type.arrayElement == nil
    default: return false
    }
  }

  // MARK: - Types

  func shallow(_ type: Type) -> Type { checker.shallow(type) }

  /// Whether nothing is known of a type, not even that it is a literal's.
  func isOpen(_ type: Type) -> Bool {
    if case .variable(let variable) = shallow(type) { return variable.literal == nil }
    return false
  }

  /// Whether the head of a type is known: what it is of, not of what.
  func isKnown(_ type: Type) -> Bool {
    switch shallow(type) {
    case .variable: false
    case .member(let base, _): !checker.deep(base).hasVariables
    default: true
    }
  }

  /// Whether a type is an associated type of one that is not known yet.
  func isWaiting(_ type: Type) -> Bool {
    if case .member = shallow(type) { return !isKnown(type) }
    return false
  }

  func literal(_ type: Type) -> TypeVariable.Literal? {
    if case .variable(let variable) = shallow(type) { return variable.literal }
    return nil
  }

  /// Makes two types the same; what waits for an associated type is a constraint of its own.
  func unify(_ a: Type, _ b: Type) -> Bool {
    guard checker.unify(a, b) else { return false }
    let waiting = checker.deferred
    checker.deferred = []
    // An associated type that nothing is going to tell more about agrees with anything.
    for (a, b) in waiting where isWaiting(a) || isWaiting(b) { add(.equal(a, b)) }
    return true
  }
}

/// A closure with the types of its parameters.
struct ClosureCheck: Hashable {
  let node: ObjectIdentifier
  let parameters: [Type]
  let result: Type?
}
