package import CellSyntax

/// Extensions that cells declare.
extension Compiler {
  package func declare(_ node: ExtensionDeclaration, _ context: LexicalContext) {
    // The names of the cell must be visible when the type's name is looked up.
    context.file?.names = environment.names
    let type = resolve(node.type, in: TypeScope(context: context))
    let nominal: Nominal
    switch type {
    case .nominal(let found, _): nominal = found
    case .existential(let protocols) where protocols.count == 1: nominal = protocols[0]
    case .error: return
    default:
      report(
        "non-nominal type '\(type)' cannot be extended", at: node.type.range, in: context.source)
      return
    }
    let node = node.conditional(on: nominal)
    environment.extensions[nominal, default: []].append((node, context))
    extendedTypes.append(nominal)
    environment.conformances = ConformanceCache()
    guard var table = environment.memberTables[nominal] else { return }
    extend(&table, of: nominal, with: node, context)
    environment.memberTables[nominal] = table
  }
}

extension ExtensionDeclaration {
  /// `extension Grid<Int>` is one of grids whose parameter is `Int`.
  fileprivate func conditional(on nominal: Nominal) -> ExtensionDeclaration {
    guard case .name(_, let arguments) = type.kind, !arguments.isEmpty,
      arguments.count == nominal.parameters.count
    else { return self }
    var generics = generics
    generics.requirements += zip(nominal.parameters, arguments).map { parameter, argument in
      .same(TypeNode(.name(parameter.name, []), argument.range), argument)
    }
    return ExtensionDeclaration(
      type: type, inheritance: inheritance, generics: generics, members: members, range: range)
  }
}
