internal import CellChecking
internal import CellSyntax
internal import SwiftOperators

extension Library {
  /// The library that some chunks are.
  convenience init(_ chunks: [LibraryChunk], over base: Library? = nil) {
    self.init(chunks.map { ($0.text, $0.isHost) }, over: base) { chunks[$0].load($1) }
  }
}

extension LibraryChunk {
  /// Reads one of the declarations.
  func load(_ piece: LibraryDeclaration) -> Library.Loaded {
    var operators = OperatorTable.swiftOperators
    let bytes = text.utf8.dropFirst(piece.bounds.lowerBound).prefix(piece.bounds.count)
    let source = SourceText(
      String(decoding: bytes, as: UTF8.self), named: name, lineOffset: piece.line, isLibrary: true)
    let (statements, problems) = CellReader(source: source, nesting: Limits().nesting).read(
      &operators)
    if let problem = problems.first {
      let place = source.place(of: problem.range)
      preconditionFailure("library \(name):\(place.line):\(place.column): \(problem.message)")
    }
    let file = FileScope(
      natives: natives.functions, intrinsics: intrinsics,
      hosts: hostEnds.map { ($0.end - Int32(clamping: piece.bounds.lowerBound), $0.function) })
    let context = LexicalContext(.file(file), parent: nil, source: source)
    var loaded = Library.Loaded()
    for case .declaration(let declaration) in statements.map(\.kind) {
      if case .extension(let node) = declaration {
        loaded.extensions.append((node.type, node, context))
      } else {
        loaded.symbols += symbols(declaration, file, context)
      }
    }
    return loaded
  }

  /// What a declaration declares.
  private func symbols(
    _ declaration: Declaration, _ file: FileScope, _ context: LexicalContext
  ) -> [Symbol] {
    switch declaration {
    case .function(let node):
      let symbol = FunctionSymbol(
        node.name, node, context: context,
        native: node.body == nil ? file.natives[node.fullName] : nil,
        intrinsic: file.intrinsics[node.fullName],
        host: file.host(at: node.range).map {
          HostImplementation(declaration: $0, isSetter: false)
        })
      return [.function(symbol)]
    case .type(let node):
      let parameters =
        node.kind == .protocol
        ? [GenericParameter("Self")] : node.generics.parameters.map { GenericParameter($0.name) }
      let nominal = Nominal(
        node.name, kind(of: node), parameters: parameters, declaration: node, context: context)
      return [.type(nominal)]
    case .alias(let node): return [.alias(AliasSymbol(node, context: context))]
    case .variable(let node):
      return node.bindings.compactMap { binding in
        guard let name = binding.pattern.boundNames.first, let type = binding.type,
          let constant = constants.first(where: { $0.name == name })
        else { return nil }
        return .constant(ConstantSymbol(constant, name: name, type: type, context: context))
      }
    default: return []
    }
  }

  /// Host types are declared as empty structs.
  private func kind(of node: TypeDeclaration) -> Nominal.Kind {
    hostTypes.contains(node.name) ? .host : node.kind
  }
}

extension HostConstant {
  /// The name that the declaration gives.
  var name: String {
    let words = declaration.split(separator: " ")
    return words.count > 1 ? String(words[1].prefix { $0 != ":" }) : declaration
  }
}
