package import CellSyntax

/// Where a declaration stands: the names that its text can use, from the inside out.
package final class LexicalContext: Sendable {
  package enum Kind: Sendable {
    /// The top level of a cell or library file.
    case file(FileScope)
    /// Inside a type's declaration, or an extension of it.
    case type(Nominal, extension: ExtensionDeclaration?)
    /// Inside a generic function.
    case generics([String: GenericParameter])
    /// Inside a function body, for the types and functions declared there.
    case local(LocalScope)
  }

  package let kind: Kind
  package let parent: LexicalContext?
  package let source: SourceText

  package init(_ kind: Kind, parent: LexicalContext?, source: SourceText) {
    self.kind = kind
    self.parent = parent
    self.source = source
  }

  /// The type whose declaration or extension this is in.
  package var nominal: Nominal? {
    if case .type(let nominal, _) = kind { return nominal }
    return parent?.nominal
  }

  /// Whether the nearest type context is an extension.
  var isExtension: Bool {
    if case .type(_, let declaration) = kind { return declaration != nil }
    return parent?.isExtension ?? false
  }

  /// The names of the file.
  package var file: FileScope? {
    if case .file(let scope) = kind { return scope }
    return parent?.file
  }
}

/// The types, aliases and generic functions that the blocks around a declaration declare.
package final class LocalScope: @unchecked Sendable {
  // `names` is written once, when the declarations of the block have been collected, which may all speak
  // of each other, and before anything is checked against them.

  package var names: [String: Symbol]

  init(_ names: [String: Symbol] = [:]) { self.names = names }
}

/// The top level of one cell or library file.
package final class FileScope: @unchecked Sendable {
  // `names` is written once, after the declarations of its cell have been collected and before anything
  // is checked against them.

  /// The names as they were when the cell was checked; empty for library files, whose names are
  /// everybody's.
  package var names: [String: [Symbol]] = [:]
  package let natives: [String: any NativeDeclaration]
  /// The functions of a library's file that the compiler knows and that are not native.
  package let intrinsics: [String: Intrinsic]
  /// Host functions by the offset in the chunk's text at which their declaration ends.
  package let hosts: [(end: Int32, function: any HostDeclaration)]

  package init(
    natives: [String: any NativeDeclaration] = [:], intrinsics: [String: Intrinsic] = [:],
    hosts: [(end: Int32, function: any HostDeclaration)] = []
  ) {
    self.natives = natives
    self.intrinsics = intrinsics
    self.hosts = hosts
  }

  /// The host function declared at a place.
  package func host(at range: SourceRange) -> (any HostDeclaration)? {
    hosts.first { range.start < $0.end }?.function
  }
}
