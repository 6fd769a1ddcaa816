internal import CellChecking

/// Everything compiled so far from what is declared: the part of a state that making code adds to. A value,
/// so that an earlier state never sees what a later cell is compiled to.
struct CompiledCode: Sendable {
  /// The functions compiled so far, by what they are compiled from.
  var functions: [FunctionReference: CompiledFunction] = [:]
  /// The functions that make instances of classes known only at run time.
  var allocators: [Type: CompiledFunction] = [:]
  /// Types at run time.
  var typeObjects: [Type: TypeObject] = [:]
  /// Whether types were extended after values of them could be made: those still know the older type.
  var hasOutdatedTypes = false
  /// How many calls find their function by the type of a value.
  var dispatchCount = 0
  /// How many variables the cells have.
  var valueCount = 0
  /// Whether the variable with a number may lead to instances or shared boxes, by its type.
  var mayHoldReferences: [Bool] = []
  /// Where the static properties of types are kept, in the cells' value storage.
  var staticSlots: [StaticKey: Int] = [:]
  /// What each of the variables of the cells is, in their order.
  var owners: [GlobalOwner] = []
  /// How many statements of the last cell finished, where it failed.
  var finishedStatements: Int?
  /// What was compiled only when a cell ran, in the order in which it was.
  var additions: [RuntimeAddition] = []
}

/// A static property of a type with its generic arguments.
struct StaticKey: Hashable, Sendable {
  var property: PropertySymbol
  var type: Type
}
