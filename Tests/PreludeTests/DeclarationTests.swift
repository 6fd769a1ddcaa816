import CellLanguage
import Prelude
import SwiftParser
import SwiftSyntax
import Testing

/// What a declaration says, as the compiler's own parser reads it.
private struct Declared {
  /// The types of the receiver of a member of an instance, and of the parameters; nil for those that
  /// the implementation may take as it likes: of a generic type, or functions.
  var parameters: [String?] = []
  /// The type of the result; nil where there is none.
  var result: String?

  init?(_ text: String, of owner: String?) {
    guard let item = Parser.parse(source: text).statements.first?.item,
      let declaration = item.as(DeclSyntax.self)
    else { return nil }
    let isStatic =
      declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers.contains {
        $0.name.text == "static"
      } ?? false
    if let owner, !isStatic, !declaration.is(InitializerDeclSyntax.self) { parameters = [owner] }
    if let function = declaration.as(FunctionDeclSyntax.self) {
      let generics = function.genericParameterClause?.parameters.map(\.name.text) ?? []
      parameters += types(function.signature.parameterClause, generics)
      result = name(function.signature.returnClause?.type)
    } else if let initializer = declaration.as(InitializerDeclSyntax.self) {
      parameters += types(initializer.signature.parameterClause)
      result = owner
    } else if let member = declaration.as(SubscriptDeclSyntax.self) {
      parameters += types(member.parameterClause)
      result = name(member.returnClause.type)
    } else if let variable = declaration.as(VariableDeclSyntax.self) {
      result = name(variable.bindings.first?.typeAnnotation?.type)
    } else {
      return nil
    }
  }
}

private func types(
  _ clause: FunctionParameterClauseSyntax, _ generics: [String] = []
) -> [String?] {
  clause.parameters.map { parameter in
    guard let type = name(parameter.type) else { return nil }
    let isGeneric = parameter.type.tokens(viewMode: .sourceAccurate).contains {
      generics.contains($0.text)
    }
    return isGeneric ? nil : parameter.ellipsis == nil ? type : "[\(type)]"
  }
}

/// The name of a type as implementations have it; nil for functions and tuples.
private func name(_ type: TypeSyntax?) -> String? {
  guard let type else { return nil }
  if let attributed = type.as(AttributedTypeSyntax.self) { return name(attributed.baseType) }
  if let some = type.as(SomeOrAnyTypeSyntax.self) { return name(some.constraint) }
  if type.is(FunctionTypeSyntax.self) || type.is(TupleTypeSyntax.self) { return nil }
  return type.trimmedDescription
}

@Suite struct DeclarationTests {
  private let library = Prelude(plotsFolder: "/nowhere").library

  @Test(arguments: LibraryEntry.all)
  func `a declaration says what its implementation reads and returns`(entry: LibraryEntry) throws {
    let declared = try #require(Declared(entry.function.declaration, of: entry.owner))
    let signature = entry.function.signature

    #expect(declared.parameters.count == signature.parameters.count)
    // The receiver of a protocol's member is whatever conforms.
    let isAny = library.protocols.contains { $0.name == entry.owner }
    for (index, (declared, found)) in zip(declared.parameters, signature.parameters).enumerated()
    where declared != nil && !(isAny && (index == 0 || declared == "Self")) {
      #expect(declared == found)
    }
    if signature.result != Value.cellTypeName { #expect(declared.result == signature.result) }
  }

  @Test func `all of the library is looked at`() {
    #expect(LibraryEntry.all.count > 230)
  }
}
