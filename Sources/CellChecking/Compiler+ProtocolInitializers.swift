internal import CellSyntax

/// Initialisers of types that are only known when the program runs: `type.init(name: "a")` where `type` is
/// an `any P.Type`.
extension Compiler {
  /// The static function of a protocol that stands for one of its initialisers, and is compiled for each
  /// type that it is called on: `static func … (name: String) -> Self { Self(name: name) }`.
  func maker(
    _ initializer: FunctionDeclaration, of nominal: Nominal, _ context: LexicalContext
  ) -> FunctionSymbol? {
    guard case .initializer(let isFailable) = initializer.kind else { return nil }
    let range = initializer.range
    func name(_ text: String) -> Expression {
      Expression.named(text, at: range)
    }
    let arguments = initializer.parameters.map { parameter in
      let value = name(parameter.name)
      return Argument(
        label: parameter.label,
        value: parameter.isInout ? Expression(.inoutArgument(value), range) : value)
    }
    var value = Expression(.call(name("Self"), arguments), range)
    if initializer.isThrowing { value = Expression(.attempt(.propagate, value), range) }
    let own = TypeNode(.name("Self", []), range)
    let declaration = FunctionDeclaration(
      kind: .function, name: Compiler.makerName, modifiers: .isStatic,
      generics: initializer.generics, parameters: initializer.parameters,
      result: isFailable ? TypeNode(.optional(own), range) : own,
      isThrowing: initializer.isThrowing, thrown: initializer.thrown,
      body: [Statement(.returning(value), range)], range: range)
    return FunctionSymbol(
      declaration.name, declaration, context: context, owner: nominal, isStatic: true)
  }

  /// A name that no source can spell.
  static let makerName = "$init"
}

extension BodyChecker {
  /// What makes values of the type that a metatype of protocols is when the program runs.
  func makers(of type: Type) -> [Candidate] {
    guard case .existential = type else { return [] }
    return candidates(
      from: compiler.members(Compiler.makerName, of: type, isStatic: true), owner: type,
      receiver: nil)
  }
}
