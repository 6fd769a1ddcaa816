/// A type to be found: it stands for one type throughout an expression, and is bound when that is known.
///
/// Used by one checker on one thread; none is left in a checked program.
package final class TypeVariable: Hashable, @unchecked Sendable {
  /// The literal that the type must be expressible by.
  package enum Literal { case integer, floating, string, character }

  /// What it stands for, once known.
  package var binding: Type?
  /// What it becomes when nothing else is said.
  package var literal: Literal?

  init(literal: Literal? = nil) { self.literal = literal }

  package static func == (lhs: TypeVariable, rhs: TypeVariable) -> Bool { lhs === rhs }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
