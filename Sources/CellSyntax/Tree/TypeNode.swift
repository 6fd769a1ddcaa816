/// A type as written.
package final class TypeNode: Sendable {
  package enum Kind: Sendable {
    case name(String, [TypeNode])
    case member(TypeNode, String, [TypeNode])
    case array(TypeNode)
    case dictionary(TypeNode, TypeNode)
    case optional(TypeNode)
    /// `T!`: an optional that is forced where its value is used.
    case implicit(TypeNode)
    case tuple([Element])
    case function([Parameter], TypeNode, isThrowing: Bool)
    /// `@Sendable` before a function type.
    case concurrent(TypeNode)
    /// `any P`, and `some P`, which means the same to a caller who may not know the type.
    case existential(TypeNode)
    case opaque(TypeNode)
    case composition([TypeNode])
    case metatype(TypeNode)
    /// `_`
    case inferred
    case error
  }

  package struct Element: Sendable {
    package var label: String?
    package var type: TypeNode

    package init(label: String?, type: TypeNode) {
      self.label = label
      self.type = type
    }
  }

  package struct Parameter: Sendable {
    package var type: TypeNode
    package var isInout: Bool

    package init(type: TypeNode, isInout: Bool) {
      self.type = type
      self.isInout = isInout
    }
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// Whether it is `T!`.
  package var isImplicit: Bool { if case .implicit = kind { true } else { false } }
}
