internal import Glibc
internal import Notebook
internal import NotebookSession
internal import SystemFiles

/// The file that an export or an import writes: what is there may be the only copy of somebody's work.
struct ExportTarget {
  /// Its path; '-' is standard output.
  let path: String
  /// The notebook that is read.
  let source: String
  /// Whether somebody has named it: then what it holds is replaced.
  let isNamed: Bool

  /// Refuses to write over what is read, over outputs that are kept, and, where nobody has named the file,
  /// over what this program has not written.
  ///
  /// - Parameter text: what is to be written, as far as it is known.
  func require(toReplaceWith text: String? = nil) throws {
    guard path != "-", let place = Self.resolved(path) else { return }
    if place == Self.resolved(source) {
      throw UsageError("'\(path)' is what is read; '--output FILE' writes to another")
    }
    let outputs = OutputFolder(forNotebook: source).path
    if let folder = Self.resolved(outputs), place.hasPrefix(folder + "/") {
      throw UsageError(
        "'\(path)' is among the outputs of '\(source)'; '--output FILE' writes to another")
    }
    guard !isNamed, try FileAccess.everywhere.kind(of: path) == .file else { return }
    let bytes = (try? FileAccess.everywhere.read(path, limit: 1 << 22)) ?? []
    let old = String(decoding: bytes, as: UTF8.self)
    if old.isEmpty || Self.marks.contains(where: old.contains) { return }
    if let text, old.prefix(while: { $0 != "\n" }) == text.prefix(while: { $0 != "\n" }) { return }
    throw UsageError(
      "'\(path)' is there and was not written by mamlnb; '--output FILE' writes to another, or over it"
    )
  }

  /// What every file that is exported has somewhere.
  private static let marks = [
    "<meta name=\"generator\" content=\"mamlnb\">", "<!-- mamlnb:", "Written by 'mamlnb export",
    "\"mamlnb\"",
  ]

  /// The path without links; nil where nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
