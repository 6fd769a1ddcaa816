/// What was worked out about which types conform to what, kept to be quick from cell to cell.
///
/// An extension may change all of it: then it is made anew.
struct ConformanceCache: Sendable {
  /// What declarations and extensions inherit from.
  var inherited: [Nominal: [Compiler.Inherited]] = [:]
  /// Whether a class is, by mistake, among the classes above it.
  var circularClasses: [Nominal: Bool] = [:]
  /// All protocols that a type conforms to, nearest first.
  var protocols: [Type: [Nominal]] = [:]
  /// Nested and associated types.
  var memberTypes: [MemberTypeKey: Type] = [:]
  /// Protocols of the standard library by their names.
  var standard: [String: Nominal] = [:]
}
