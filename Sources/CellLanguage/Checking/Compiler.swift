internal import CellSyntax

/// Turns one cell into code: collects its declarations, checks it, lowers it.
///
/// A compiler lives for one run. It holds the environment while it is added to; what it learns about
/// types stays there for later cells. It also serves the running machine, which asks it for functions
/// that are only known to be needed then (a requirement called on `any P`).
final class Compiler {
  /// Taken by each machine that asks something while others may run the same cell.
  let lock = SharedLock()
  var environment: Environment
  let library: Library
  /// The messages so far.
  var diagnostics: [CellDiagnostic] {
    lasting + reported.filter { !lasting.contains($0) }
  }
  /// Those that an attempt may take back.
  private(set) var reported: [CellDiagnostic] = []
  /// Those about declarations, which hold whatever becomes of the attempt that asked first.
  private var lasting: [CellDiagnostic] = []
  /// The expressions of the cell whose values are shown, and whether each is the value of the cell.
  var shown: [SourceRange: Bool] = [:]
  /// Functions that have no code yet.
  var pending: [(reference: FunctionReference, function: CompiledFunction)] = []
  /// How many mistakes were reported that an attempt may take back.
  private(set) var errorCount = 0
  private var lastingErrorCount = 0
  /// How many mistakes there are.
  var totalErrorCount: Int { errorCount + lastingErrorCount }
  /// Functions whose results are being found.
  var opaqueInProgress: Set<FunctionReference> = []
  /// The variables that the cell declares, each with the number of its statement.
  var cellVariables: [(symbol: VariableSymbol, statement: Int)] = []
  /// How many statements the top level of the cell has.
  var statementCount = 0
  /// Whether it ends with what it deferred.
  var isDeferring = false
  /// The place in a cell whose code is being made, and for functions that are still to be compiled the
  /// place that asked for them: messages about the library's own code are of use there only.
  var position: Site?
  private var origins: [ObjectIdentifier: Site] = [:]
  private var origin: (site: Site, name: String)?
  /// What the functions of the cell use, for when a statement does not finish.
  var uses = Uses()

  /// What is asked about a place in the text, where nothing is to run.
  var inquiry: Inquiry?

  /// Whether the cell runs: what is compiled now would not be by compiling its text again.
  var isRunning = false
  /// The closures that were lowered.
  var closures: [CompiledFunction] = []

  // What is being worked out about types.
  var inheritedInProgress: Set<Nominal> = []
  /// Aliases being expanded, to find one that stands for itself.
  var aliasesInProgress: Set<ObjectIdentifier> = []
  var protocolsInProgress: Set<Type> = []
  /// The types that cells declare and literals may be of.
  lazy var literalTypes = ownLiteralTypes
  var memberTypesInProgress: Set<MemberTypeKey> = []
  /// How many tables of members are being filled.
  var tablesInProgress = 0
  var propertyTypes: [PropertySymbol: Type] = [:]
  var propertiesInProgress: Set<PropertySymbol> = []
  /// Initial values and default arguments being checked where they are used.
  var elsewhereInProgress: Set<ObjectIdentifier> = []
  var payloads: [ObjectIdentifier: [Signature.Parameter]] = [:]

  /// The names of the top level before the cell.
  let namesBefore: [String: [Symbol]]

  init(_ environment: Environment, library: Library) {
    namesBefore = environment.names
    self.environment = environment
    self.library = library
  }

  // MARK: - Messages

  func report(
    _ message: String, at range: SourceRange, in source: SourceText,
    notes: [(message: String, range: SourceRange)] = [],
    severity: CellDiagnostic.Severity = .error
  ) {
    if severity == .error { errorCount += 1 }
    if source.isLibrary, let origin {
      let middle = "' cannot be used like this: "
      // One message is enough: the rest follows from it.
      let isKnown = diagnostics.contains {
        $0.place == origin.site.place && $0.message.contains(middle)
      }
      guard !isKnown else { return }
      let text = "'\(origin.name)\(middle)\(message)"
      reported.append(CellDiagnostic(severity, text, at: origin.site.place))
      return
    }
    let diagnostic = CellDiagnostic(
      severity, message, at: source.place(of: range),
      notes: notes.map { CellDiagnostic(.note, $0.message, at: source.place(of: $0.range)) })
    if !reported.contains(diagnostic) { reported.append(diagnostic) }
  }

  /// Forgets the messages after a point, when an attempt has failed.
  func forgetDiagnostics(after count: Int, errors: Int) {
    reported.removeLast(reported.count - count)
    errorCount = errors
  }

  /// Works out what a declaration says, once for all: the messages stay, also where an attempt that asked
  /// for it fails.
  func lastingly<T>(_ work: () -> T) -> T {
    let count = reported.count
    let errors = errorCount
    let result = work()
    lasting += reported[count...].filter { !lasting.contains($0) }
    lastingErrorCount += errorCount - errors
    forgetDiagnostics(after: count, errors: errors)
    return result
  }

  /// The messages in the order of the source.
  var sortedDiagnostics: [CellDiagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let x = a.element.place
      let y = b.element.place
      return (x?.line ?? 0, x?.column ?? 0, a.offset) < (y?.line ?? 0, y?.column ?? 0, b.offset)
    }.map(\.element)
  }

  // MARK: - Functions

  /// A function, which is compiled later if it has not been yet.
  func function(for reference: FunctionReference) -> CompiledFunction {
    if let known = environment.functions[reference] {
      uses.note(known)
      return known
    }
    guard reference.substitution.values.allSatisfy({ $0.depth < Compiler.deepestType }) else {
      let declaration = reference.symbol.declaration
      report(
        "generic function '\(declaration.fullName)' is used for ever larger types",
        at: declaration.range, in: reference.symbol.context.source)
      return CompiledFunction()
    }
    let function = CompiledFunction()
    function.origin = .function(reference)
    environment.functions[reference] = function
    uses.note(function)
    if let site = origin?.site ?? position { origins[ObjectIdentifier(function)] = site }
    pending.append((reference, function))
    return function
  }

  /// Types nested deeper than this come from generic functions that call themselves for larger types.
  private static let deepestType = 40

  /// Compiles everything that has been referred to.
  func compilePending() {
    while let next = pending.popLast() {
      guard environment.functions.count < 200_000 else {
        report(
          "generic functions refer to each other without end",
          at: next.reference.symbol.declaration.range, in: next.reference.symbol.context.source)
        pending = []
        return
      }
      let isLibrary = next.reference.symbol.context.source.isLibrary
      uses.compiling = isLibrary ? nil : next.function
      origin =
        isLibrary
        ? origins[ObjectIdentifier(next.function)].map {
          ($0, next.reference.symbol.declaration.shownName)
        } : nil
      next.function.fill(with: compile(next.reference))
      uses.compiling = nil
      origin = nil
    }
  }

  /// The type at run time.
  func typeObject(_ type: Type) -> TypeObject {
    if let known = environment.typeObjects[type] { return known }
    let object = TypeObject(type)
    environment.typeObjects[type] = object
    if isRunning { environment.additions.append(.type(type)) }
    fill(object)
    return object
  }
}
