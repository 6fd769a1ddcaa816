internal import CellChecking

/// A concrete type at run time: what values of it need for being shown, compared and dispatched on.
final class TypeObject: @unchecked Sendable {
  // Filled when it is made and never changed after that.

  let type: Type
  /// What the stored properties, or for each case of an enumeration the case, are called.
  var fieldNames: [String] = []
  var fieldTypes: [Type] = []
  var cases: [EnumCaseLayout] = []
  /// The class above, for `is`, `as?` and inherited members.
  var superclass: TypeObject?
  /// Whether the program says how values are compared, hashed and shown.
  var hasOwnEquality = false
  var hasOwnHash = false
  var isDescribed = false
  var isDebugDescribed = false
  /// The `deinit`s of a class and of those above it.
  var deinitializers: [CompiledFunction] = []

  init(_ type: Type) { self.type = type }
}

/// One case of an enumeration at run time.
struct EnumCaseLayout {
  var name: String
  var labels: [String?]
  var types: [Type]
}
