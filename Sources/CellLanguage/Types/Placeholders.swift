final class TypeDeclaration: Sendable {}
final class LexicalContext: Sendable {}
