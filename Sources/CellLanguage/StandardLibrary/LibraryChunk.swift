internal import CellChecking

/// A part of a library: declarations in the cell language, some of them implemented natively.
///
/// A declaration without a body is looked up among the natives under its type and name:
/// `Array.append(_:)`, `Array.count`, `Array.subscript(_:)`, `abs(_:)`. Each declaration of the top level is
/// read when its name, or the type that it extends, is first used.
struct LibraryChunk: Sendable {
  let name: String
  let text: String
  let natives: ChunkNatives
  /// The functions written in the cell language that the compiler knows, by type and name.
  let intrinsics: [String: Intrinsic]
  /// For host libraries: the implementations, by where their declarations end in the text.
  var hostEnds: [(end: Int32, function: HostFunction)] = []
  var hostTypes: Set<String> = []
  var constants: [HostConstant] = []
  /// Whether it is of a host's library and not of the language's own.
  var isHost = false

  init(
    _ name: String, _ text: String, intrinsics: [String: Intrinsic] = [:],
    natives: @escaping @Sendable () -> [String: any NativeDeclaration] = { [:] }
  ) {
    self.name = name
    self.text = text
    self.natives = ChunkNatives(natives)
    self.intrinsics = intrinsics
  }
}
