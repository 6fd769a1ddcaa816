internal import Synchronization

/// The libraries that cells can use, read piece by piece as they are needed.
///
/// Shared by all states of a runner: what it holds never changes once it is read.
final class Library: Sendable {
  /// A chunk that has been read.
  struct Loaded: Sendable {
    var symbols: [String: [Symbol]] = [:]
    var extensions: [(type: TypeNode, declaration: ExtensionDeclaration, context: LexicalContext)] =
      []
  }

  private let chunks: [LibraryChunk]
  private let chunksByName: [String: [Int]]
  private let chunksByType: [String: [Int]]
  private let loaded: Mutex<[Int: Loaded]> = Mutex([:])
  /// Reads the text of a chunk; injected so that this type knows nothing of parsing.
  private let read: @Sendable (LibraryChunk) -> Loaded

  init(_ chunks: [LibraryChunk], read: @escaping @Sendable (LibraryChunk) -> Loaded) {
    self.chunks = chunks
    self.read = read
    var byName: [String: [Int]] = [:]
    var byType: [String: [Int]] = [:]
    for (index, chunk) in chunks.enumerated() {
      let outline = chunk.outline
      for name in outline.names where byName[name]?.last != index {
        byName[name, default: []].append(index)
      }
      for name in outline.extended where byType[name]?.last != index {
        byType[name, default: []].append(index)
      }
    }
    chunksByName = byName
    chunksByType = byType
  }

  /// What a name at the top level stands for.
  func symbols(named name: String) -> [Symbol] {
    (chunksByName[name] ?? []).flatMap { chunk($0).symbols[name] ?? [] }
  }

  /// The extensions of a type, by its qualified name.
  func extensions(of name: String) -> [(ExtensionDeclaration, LexicalContext)] {
    (chunksByType[name] ?? []).flatMap { index in
      chunk(index).extensions.filter { $0.type.spelledName == name }
        .map { ($0.declaration, $0.context) }
    }
  }

  /// All names at the top level.
  var names: [String] { chunksByName.keys.sorted() }

  private func chunk(_ index: Int) -> Loaded {
    if let known = loaded.withLock({ $0[index] }) { return known }
    let new = read(chunks[index])
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
  var spelledName: String? {
    switch kind {
    case .name(let name, _): name
    case .member(let base, let name, _): base.spelledName.map { "\($0).\(name)" }
    default: nil
    }
  }
}
