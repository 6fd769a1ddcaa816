internal import CellSyntax
internal import SwiftOperators

/// Everything declared so far: the part of a state that checking a cell adds to. A value, so that an earlier
/// state never sees what a later cell declares.
struct Environment: Sendable {
  /// The names of the top level, the latest declaration first.
  var names: [String: [Symbol]] = [:]
  /// Extensions of types by the cells.
  var extensions: [Nominal: [(ExtensionDeclaration, LexicalContext)]] = [:]
  /// Operators with their precedences.
  var operators = OperatorTable.swiftOperators
  /// The names of properties that classes override: those of the classes above are found by the type of
  /// a value.
  var overriddenProperties: Set<String> = []
  /// Whether a class has a `deinit`: then variables end with their blocks.
  var hasDeinitializers = false
  /// What the expression `_` stands for: the last value shown, where a run was to remember it.
  var lastValue: VariableSymbol?
  /// Whether code that is kept uses it, so that its place cannot be another's.
  var isLastValueUsed = false
  /// The variables that are declared and have had no value yet, by their numbers.
  var unset: [Int: VariableSymbol] = [:]
  /// Whether a variable or property is weak: then what holds an instance can be seen.
  var hasWeakReferences = false
  /// The texts of the cells that were compiled, in their order.
  var sources: [SourceText] = []
  /// What was worked out about types, kept to be quick.
  var memberTables: [Nominal: MemberTable] = [:]
  var conformances = ConformanceCache()
  var signatures: [FunctionSymbol: Signature] = [:]
  /// Functions that the language adds to properties, and the property that each is of.
  var accessors: [AccessorKey: FunctionSymbol] = [:]
  var accessorsOf: [FunctionSymbol: PropertySymbol] = [:]
  /// The types behind opaque results.
  var opaqueResults: [FunctionReference: Type] = [:]
  /// Protocols with what their first associated types are, as in `any Sequence<Int>`.
  var constrained: [Nominal: [[Type]: Nominal]] = [:]
}

/// The members of one type by name.
struct MemberTable: Sendable {
  var members: [String: [Member]] = [:]
  /// Stored properties in order.
  var stored: [PropertySymbol] = []
  /// Cases in order.
  var cases: [EnumCaseSymbol] = []
}
