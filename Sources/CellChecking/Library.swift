package import CellSyntax
internal import Synchronization

/// The libraries that cells can use, read declaration by declaration as they are needed.
///
/// Shared by all states of a runner, and what is read of the standard library by all runners: what it holds
/// never changes once it is read.
package final class Library: Sendable {
  /// A declaration that has been read.
  package struct Loaded: Sendable {
    package var symbols: [Symbol] = []
    package var extensions:
      [(type: TypeNode, declaration: ExtensionDeclaration, context: LexicalContext)] = []

    package init() {}
  }

  private struct Facts {
    var memberTables: [Nominal: MemberTable] = [:]
    var signatures: [FunctionSymbol: Signature] = [:]
  }

  private let pieces: [(chunk: Int, declaration: LibraryDeclaration)]
  private let isHost: [Bool]
  private let piecesByName: [String: [Int]]
  private let piecesByType: [String: [Int]]
  private let loaded: Mutex<[Int: Loaded]> = Mutex([:])
  /// What was worked out about what it declares, which is so whatever cells declare.
  private let facts: Mutex<Facts> = Mutex(Facts())
  /// The library that stands behind this one.
  private let base: Library?
  /// Reads the text of a declaration of the chunk with a number; injected so that this type knows nothing of
  /// parsing, nor of what implements the declarations.
  private let read: @Sendable (Int, LibraryDeclaration) -> Loaded

  package init(
    _ chunks: [(text: String, isHost: Bool)], over base: Library?,
    read: @escaping @Sendable (Int, LibraryDeclaration) -> Loaded
  ) {
    self.read = read
    self.base = base
    var pieces: [(chunk: Int, declaration: LibraryDeclaration)] = []
    var byName: [String: [Int]] = [:]
    var byType: [String: [Int]] = [:]
    for (number, chunk) in chunks.enumerated() {
      for declaration in LibraryDeclaration.all(in: chunk.text) {
        if declaration.isExtension {
          byType[declaration.name, default: []].append(pieces.count)
        } else {
          byName[declaration.name, default: []].append(pieces.count)
        }
        pieces.append((number, declaration))
      }
    }
    self.pieces = pieces
    isHost = chunks.map(\.isHost)
    piecesByName = byName
    piecesByType = byType
  }

  /// What a name at the top level stands for.
  package func symbols(named name: String) -> [Symbol] {
    (piecesByName[name] ?? []).flatMap { piece($0).symbols } + (base?.symbols(named: name) ?? [])
  }

  /// Whether a name is one that a host's library declares in the cell language.
  package func isHost(_ name: String) -> Bool {
    piecesByName[name]?.contains { isHost[pieces[$0].chunk] } ?? base?.isHost(name) ?? false
  }

  /// The extensions of a type, by its qualified name.
  package func extensions(of name: String) -> [(ExtensionDeclaration, LexicalContext)] {
    let own = (piecesByType[name] ?? []).flatMap { index in
      piece(index).extensions.filter { $0.type.spelledName == name }
        .map { ($0.declaration, $0.context) }
    }
    return own + (base?.extensions(of: name) ?? [])
  }

  /// All names at the top level.
  package var names: [String] { Set(piecesByName.keys).union(base?.names ?? []).sorted() }

  /// Whether a type is one of the library's own, perhaps within another, or one that the language knows.
  func declares(_ nominal: Nominal) -> Bool {
    if let parent = nominal.parent { return declares(parent) }
    if Nominal.standard[nominal.name] === nominal { return true }
    return symbols(named: nominal.name).contains {
      if case .type(let own) = $0 { own === nominal } else { false }
    }
  }

  /// The members of a type of a library, without those that cells add; made where nobody has asked yet.
  func memberTable(of nominal: Nominal, _ make: () -> MemberTable) -> MemberTable {
    if let known = facts.withLock({ $0.memberTables[nominal] }) { return known }
    let table = make()
    return facts.withLock { facts in
      if let known = facts.memberTables[nominal] { return known }
      facts.memberTables[nominal] = table
      return table
    }
  }

  /// What callers must know of a function of a library; found out where nobody has asked yet.
  func signature(of symbol: FunctionSymbol, _ make: () -> Signature) -> Signature {
    if let known = facts.withLock({ $0.signatures[symbol] }) { return known }
    let signature = make()
    return facts.withLock { facts in
      if let known = facts.signatures[symbol] { return known }
      facts.signatures[symbol] = signature
      return signature
    }
  }

  private func piece(_ index: Int) -> Loaded {
    if let known = loaded.withLock({ $0[index] }) { return known }
    let new = read(pieces[index].chunk, pieces[index].declaration)
    return loaded.withLock { all in
      // Another thread may have been faster; its symbols are the ones.
      if let known = all[index] { return known }
      all[index] = new
      return new
    }
  }
}

extension TypeNode {
  /// The name as written with periods: `String.Index`; generic arguments are left out.
  package var spelledName: String? {
    switch kind {
    case .name(let name, _): name
    case .member(let base, let name, _): base.spelledName.map { "\($0).\(name)" }
    default: nil
    }
  }
}
