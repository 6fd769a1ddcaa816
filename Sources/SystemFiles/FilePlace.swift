internal import Glibc

/// Where a file is, with its folder open.
struct OpenPlace: ~Copyable {
  /// The folder.
  let folder: OpenFile
  /// The name in the folder.
  let name: String
}

/// Where a file is: the folder that has it, and its name there.
struct FilePlace: Equatable {
  /// The path of the folder.
  let folder: String
  /// The name in the folder: one that a file can have.
  let name: String

  /// Takes a path apart; nil where it can name no file, as `a/`, `..` or nothing.
  init?(_ path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    name = String(slash.map { path[path.utf8.index(after: $0)...] } ?? path[...])
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if name.isEmpty || name == "." || name == ".." { return nil }
  }
}
