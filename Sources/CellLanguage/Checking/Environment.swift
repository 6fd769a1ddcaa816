internal import CellSyntax
internal import SwiftOperators

/// Everything declared so far and everything compiled from it: the part of a state that the compiler
/// adds to. A value, so that an earlier state never sees what a later cell declares.
struct Environment: Sendable {
  /// The names of the top level, the latest declaration first.
  var names: [String: [Symbol]] = [:]
  /// Extensions of types by the cells.
  var extensions: [Nominal: [(ExtensionDeclaration, LexicalContext)]] = [:]
  /// Operators with their precedences.
  var operators = OperatorTable.swiftOperators
  /// The functions compiled so far, by what they are compiled from.
  var functions: [FunctionReference: CompiledFunction] = [:]
  /// The functions that make instances of classes known only at run time.
  var allocators: [Type: CompiledFunction] = [:]
  /// Types at run time.
  var typeObjects: [Type: TypeObject] = [:]
  /// Whether types were extended after values of them could be made: those still know the older type.
  var hasOutdatedTypes = false
  /// The names of properties that classes override: those of the classes above are found by the type of
  /// a value.
  var overriddenProperties: Set<String> = []
  /// Whether a class has a `deinit`: then variables end with their blocks.
  var hasDeinitializers = false
  /// How many calls find their function by the type of a value.
  var dispatchCount = 0
  /// How many variables the cells have.
  var valueCount = 0
  /// What the expression `_` stands for: the last value shown, where a run was to remember it.
  var lastValue: VariableSymbol?
  /// Whether code that is kept uses it, so that its place cannot be another's.
  var isLastValueUsed = false
  /// Whether the variable with a number may lead to instances or shared boxes, by its type.
  var mayHoldReferences: [Bool] = []
  /// The variables that are declared and have had no value yet, by their numbers.
  var unset: [Int: VariableSymbol] = [:]
  /// Whether a variable or property is weak: then what holds an instance can be seen.
  var hasWeakReferences = false
  /// Where the static properties of types are kept, in the cells' value storage.
  var staticSlots: [StaticKey: Int] = [:]
  /// What each of the variables of the cells is, in their order.
  var owners: [GlobalOwner] = []
  /// How many statements of the last cell finished, where it failed.
  var finishedStatements: Int?
  /// The texts of the cells that were compiled, in their order.
  var sources: [SourceText] = []
  /// What was compiled only when a cell ran, in the order in which it was.
  var additions: [RuntimeAddition] = []
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

/// A static property of a type with its generic arguments.
struct StaticKey: Hashable, Sendable {
  var property: PropertySymbol
  var type: Type
}

/// The members of one type by name.
struct MemberTable: Sendable {
  var members: [String: [Member]] = [:]
  /// Stored properties in order.
  var stored: [PropertySymbol] = []
  /// Cases in order.
  var cases: [EnumCaseSymbol] = []
}
