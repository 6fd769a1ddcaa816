package import CellSyntax
package import SwiftOperators

/// Everything declared so far: the part of a state that checking a cell adds to. A value, so that an earlier
/// state never sees what a later cell declares.
package struct Environment: Sendable {
  /// The names of the top level, the latest declaration first.
  package var names: [String: [Symbol]] = [:]
  /// Extensions of types by the cells.
  package var extensions: [Nominal: [(ExtensionDeclaration, LexicalContext)]] = [:]
  /// Operators with their precedences.
  package var operators = OperatorTable.swiftOperators
  /// The names of properties that classes override: those of the classes above are found by the type of
  /// a value.
  var overriddenProperties: Set<String> = []
  /// Whether a class has a `deinit`: then variables end with their blocks.
  package var hasDeinitializers = false
  /// What the expression `_` stands for: the last value shown, where a run was to remember it.
  package var lastValue: VariableSymbol?
  /// Whether code that is kept uses it, so that its place cannot be another's.
  package var isLastValueUsed = false
  /// The variables that are declared and have had no value yet, by their numbers.
  package var unset: [Int: VariableSymbol] = [:]
  /// Whether a variable or property is weak: then what holds an instance can be seen.
  package var hasWeakReferences = false
  /// The texts of the cells that were compiled, in their order.
  package var sources: [SourceText] = []
  /// What was worked out about types, kept to be quick.
  var memberTables: [Nominal: MemberTable] = [:]
  package var conformances = ConformanceCache()
  package var signatures: [FunctionSymbol: Signature] = [:]
  /// Functions that the language adds to properties, and the property that each is of.
  package var accessors: [AccessorKey: FunctionSymbol] = [:]
  package var accessorsOf: [FunctionSymbol: PropertySymbol] = [:]
  /// The types behind opaque results.
  var opaqueResults: [FunctionReference: Type] = [:]
  /// Protocols with what their first associated types are, as in `any Sequence<Int>`.
  var constrained: [Nominal: [[Type]: Nominal]] = [:]

  package init() {}
}

/// The members of one type by name.
package struct MemberTable: Sendable {
  package var members: [String: [Member]] = [:]
  /// Stored properties in order.
  package var stored: [PropertySymbol] = []
  /// Cases in order.
  package var cases: [EnumCaseSymbol] = []
}
