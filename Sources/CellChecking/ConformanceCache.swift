/// What was worked out about which types conform to what, kept to be quick from cell to cell.
///
/// An extension may change all of it: then it is made anew.
package struct ConformanceCache: Sendable {
  /// What declarations and extensions inherit from.
  var inherited: [Nominal: [Compiler.Inherited]] = [:]
  /// Whether a class is, by mistake, among the classes above it.
  var circularClasses: [Nominal: Bool] = [:]
  /// All protocols that a type conforms to, nearest first.
  package var protocols: [Type: [Nominal]] = [:]
  /// Nested and associated types.
  package var memberTypes: [MemberTypeKey: Type] = [:]
  /// Names that are no types of a type.
  var noMemberTypes: Set<MemberTypeKey> = []
  /// Protocols of the standard library by their names.
  package var standard: [String: Nominal] = [:]

  /// A type as it is known by: what is still to be found in it conforms to what any such type does.
  package static func key(_ type: Type) -> Type {
    guard type.hasVariables else { return type }
    return type.mapLeaves { part in
      guard case .variable(let variable) = part else { return nil }
      if let binding = variable.binding { return key(binding) }
      return .parameter(stand(for: variable.literal))
    }
  }

  private static func stand(for literal: TypeVariable.Literal?) -> GenericParameter {
    switch literal {
    case .integer: integer
    case .floating: floating
    case .string, .character: text
    case nil: anything
    }
  }

  private static let anything = GenericParameter("_")
  private static let integer = GenericParameter("integer literal")
  private static let floating = GenericParameter("floating-point literal")
  private static let text = GenericParameter("text literal")
}
