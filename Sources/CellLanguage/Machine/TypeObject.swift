/// A concrete type at run time: what values of it need for being shown, compared and dispatched on.
final class TypeObject {
  let type: Type
  /// What the stored properties, or for each case of an enumeration the case, are called.
  var fieldNames: [String] = []
  var fieldTypes: [Type] = []
  var cases: [EnumCaseLayout] = []
  /// The function that implements a requirement or an overridable method for this type.
  var implementations: [Int: Int] = [:]
  /// The class above, for `is`, `as?` and inherited members.
  var superclass: TypeObject?

  init(_ type: Type) { self.type = type }
}

/// One case of an enumeration at run time.
struct EnumCaseLayout {
  var name: String
  var labels: [String?]
  var types: [Type]
}
