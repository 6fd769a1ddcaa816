/// A part of a library: declarations in the cell language, some of them implemented natively.
///
/// A declaration without a body is looked up among the natives under its type and name:
/// `Array.append(_:)`, `Array.count`, `Array.subscript(_:)`, `abs(_:)`. Chunks are read when a name or a
/// type of theirs is first used.
struct LibraryChunk: Sendable {
  let name: String
  let text: String
  let natives: @Sendable () -> [String: NativeFunction]
  /// For host libraries: the implementations, by where their declarations end in the text.
  var hostEnds: [(end: Int32, function: HostFunction)] = []
  var hostTypes: Set<String> = []
  var constants: [HostConstant] = []

  init(
    _ name: String, _ text: String,
    natives: @escaping @Sendable () -> [String: NativeFunction] = { [:] }
  ) {
    self.name = name
    self.text = text
    self.natives = natives
  }

  /// What the chunk declares at its top level, and which types it extends, found by looking at the
  /// beginnings of lines only: reading all of the library would take longer than running most cells.
  var outline: (names: [String], extended: [String]) {
    var names: [String] = []
    var extended: [String] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first, first >= UInt8(ascii: "a") else { continue }
      var words = line.split(maxSplits: 3, omittingEmptySubsequences: true) {
        $0 == UInt8(ascii: " ")
      }[...]
      while let word = words.first, LibraryChunk.skipped.contains(String(Substring(word))) {
        words.removeFirst()
      }
      guard words.count >= 2, let keyword = words.popFirst(), let rest = words.popFirst() else {
        continue
      }
      let name = String(Substring(rest.prefix { !LibraryChunk.ends.contains($0) }))
      switch String(Substring(keyword)) {
      case "extension": extended.append(name)
      case "func", "struct", "enum", "class", "protocol", "typealias", "let", "var":
        names.append(
          name.isEmpty ? String(Substring(rest.prefix { $0 != UInt8(ascii: "(") })) : name)
      default: break
      }
    }
    return (names, extended)
  }

  private static let skipped: Set = ["public", "final", "indirect", "mutating"]
  private static let ends = Set("(<:{=".utf8)
}
