package import CellSyntax

/// Checks one cell: collects its declarations and checks them, body by body, as code is made of them.
///
/// A compiler lives for one run. It holds the environment while it is added to; what it learns about
/// types stays there for later cells. It also answers what the running machine asks about types.
package final class Compiler {
  package var environment: Environment
  package let library: Library
  /// The messages so far.
  package var diagnostics: [CellDiagnostic] {
    lasting + reported.filter { !lasting.contains($0) }
  }
  /// Those that an attempt may take back.
  package private(set) var reported: [CellDiagnostic] = []
  /// Those about declarations, which hold whatever becomes of the attempt that asked first.
  private var lasting: [CellDiagnostic] = []
  /// The expressions of the cell whose values are shown, and whether each is the value of the cell.
  package var shown: [SourceRange: Bool] = [:]
  /// How many mistakes were reported that an attempt may take back.
  private(set) var errorCount = 0
  private var lastingErrorCount = 0
  /// How many mistakes there are.
  package var totalErrorCount: Int { errorCount + lastingErrorCount }
  /// Functions whose results are being found.
  var opaqueInProgress: Set<FunctionReference> = []
  /// The variables that the cell declares, each with the number of its statement.
  package var cellVariables: [(symbol: VariableSymbol, statement: Int)] = []
  /// How many statements the top level of the cell has.
  package var statementCount = 0
  /// Whether it ends with what it deferred.
  package var isDeferring = false
  /// What has the library's function compiled that is being checked: messages about the library's own code
  /// are of use there only.
  package var origin: (site: Site, name: String)?
  /// The variables of the cells that were used since this was emptied.
  package var usedVariables: [VariableSymbol] = []
  /// Functions that must be right though nothing may call them.
  package var declaredFunctions: [FunctionReference] = []
  /// The types that the cell extends.
  package var extendedTypes: [Nominal] = []

  /// What is asked about a place in the text, where nothing is to run.
  package var inquiry: Inquiry?

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
  package let namesBefore: [String: [Symbol]]

  package init(_ environment: Environment, library: Library) {
    namesBefore = environment.names
    self.environment = environment
    self.library = library
  }

  // MARK: - Messages

  package func report(
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
  package var sortedDiagnostics: [CellDiagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let x = a.element.place
      let y = b.element.place
      return (x?.line ?? 0, x?.column ?? 0, a.offset) < (y?.line ?? 0, y?.column ?? 0, b.offset)
    }.map(\.element)
  }
}
