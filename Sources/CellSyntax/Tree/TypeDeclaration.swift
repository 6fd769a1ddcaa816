/// A struct, enum, class or protocol.
package final class TypeDeclaration: Sendable {
  package enum Kind: String, Sendable {
    case structure = "struct"
    case enumeration = "enum"
    case `class` = "class"
    case `protocol` = "protocol"
    /// A type that is made elsewhere, and that libraries declare for it.
    case host = "host type"
  }

  package let kind: Kind
  package let name: String
  package let modifiers: Modifiers
  package let generics: GenericClause
  package let inheritance: [TypeNode]
  package let members: [Declaration]
  package let documentation: String
  package let range: SourceRange

  package init(
    kind: Kind, name: String, modifiers: Modifiers, generics: GenericClause,
    inheritance: [TypeNode], members: [Declaration], documentation: String, range: SourceRange
  ) {
    self.kind = kind
    self.name = name
    self.modifiers = modifiers
    self.generics = generics
    self.inheritance = inheritance
    self.members = members
    self.documentation = documentation
    self.range = range
  }
}

/// `extension T: P where … { … }`
package final class ExtensionDeclaration: Sendable {
  package let type: TypeNode
  package let inheritance: [TypeNode]
  package let generics: GenericClause
  package let members: [Declaration]
  package let range: SourceRange

  package init(
    type: TypeNode, inheritance: [TypeNode], generics: GenericClause, members: [Declaration],
    range: SourceRange
  ) {
    self.type = type
    self.inheritance = inheritance
    self.generics = generics
    self.members = members
    self.range = range
  }
}

/// `typealias Name<T> = Type`
package struct AliasDeclaration: Sendable {
  package var name: String
  package var generics: GenericClause
  package var type: TypeNode
  package var range: SourceRange

  package init(name: String, generics: GenericClause, type: TypeNode, range: SourceRange) {
    self.name = name
    self.generics = generics
    self.type = type
    self.range = range
  }
}

/// `associatedtype Element: P = Default`
package struct AssociatedTypeDeclaration: Sendable {
  package var name: String
  package var constraints: [TypeNode]
  package var defaultType: TypeNode?

  package init(name: String, constraints: [TypeNode], defaultType: TypeNode?) {
    self.name = name
    self.constraints = constraints
    self.defaultType = defaultType
  }
}

/// One case of an enumeration.
package struct EnumCaseDeclaration: Sendable {
  package var name: String
  package var parameters: [ParameterNode]
  package var hasPayload: Bool
  /// Whether its values are kept elsewhere, so that they may be of the enumeration itself.
  package var isIndirect = false
  package var rawValue: Expression?
  package var documentation = ""
  package var range: SourceRange

  package init(
    name: String, parameters: [ParameterNode], hasPayload: Bool, isIndirect: Bool = false,
    rawValue: Expression?, documentation: String = "", range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.hasPayload = hasPayload
    self.isIndirect = isIndirect
    self.rawValue = rawValue
    self.documentation = documentation
    self.range = range
  }
}
