/// A type as written.
final class TypeNode: Sendable {
  enum Kind: Sendable {
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

  struct Element: Sendable {
    var label: String?
    var type: TypeNode
  }

  struct Parameter: Sendable {
    var type: TypeNode
    var isInout: Bool
  }

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// Whether it is `T!`.
  var isImplicit: Bool { if case .implicit = kind { true } else { false } }
}
