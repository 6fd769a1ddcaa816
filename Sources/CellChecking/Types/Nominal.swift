package import CellSyntax

/// A type that has a declaration: struct, enum, class, protocol or host type.
///
/// Identity makes it: a later cell that declares the same name again makes another type. What belongs
/// to it (members, conformances) is found by the compiler from the declaration and from the extensions
/// in the environment, so that an extension in a later cell never reaches an earlier state.
package final class Nominal: Hashable, Sendable {
  package typealias Kind = TypeDeclaration.Kind

  package let name: String
  package let kind: Kind
  package let parameters: [GenericParameter]
  /// What the source says; `nil` for types built into the language.
  package let declaration: TypeDeclaration?
  /// How many of the parameters, the first ones, are those of the type around.
  package let outerCount: Int
  /// Where the declaration stands: names in it are looked up from there.
  package let context: LexicalContext?
  /// The type that it is nested in.
  package let parent: Nominal?
  /// For `Sequence<Int>`: the protocol, and what its `Element` is.
  let constrained: ConstrainedProtocol?
  /// For a class: what `Self` stands for in its static members, where that is a class below.
  package let dynamicSelf: GenericParameter?

  package init(
    _ name: String, _ kind: Kind, parameters: [GenericParameter] = [],
    outerCount: Int = 0, declaration: TypeDeclaration? = nil, context: LexicalContext? = nil,
    parent: Nominal? = nil, constrained: ConstrainedProtocol? = nil
  ) {
    self.constrained = constrained
    self.outerCount = outerCount
    dynamicSelf = kind == .class ? GenericParameter("Self") : nil
    self.name = name
    self.kind = kind
    self.parameters = parameters
    self.declaration = declaration
    self.context = context
    self.parent = parent
  }

  package static func == (lhs: Nominal, rhs: Nominal) -> Bool { lhs === rhs }
  package static func ~= (pattern: Nominal, value: Nominal) -> Bool { pattern === value }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// The name with the types it is nested in: `Parser.State`.
  package var qualifiedName: String { parent.map { "\($0.qualifiedName).\(name)" } ?? name }
}

/// A protocol, and what some of its associated types are.
package struct ConstrainedProtocol: Sendable {
  package let base: Nominal
  package let types: [String: Type]
}
