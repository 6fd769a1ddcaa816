internal import Notebook
internal import NotebookSession
internal import Text

/// A command line that asks for something that is not possible, with what to type instead.
///
/// It ends the program with status 2, without the list of all options.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong, and what to do.
  let description: String

  /// An error of these words.
  init(_ description: String) {
    self.description = description
  }

  /// A command that wants a notebook and has none.
  static var noNotebook: UsageError {
    let here = NotebookFile.notebooks(in: ".") + NotebookFile.notebooks(in: "notebooks")
    let list = here.isEmpty ? "; there is none in this folder" : "; here are\(lines(here))"
    return UsageError(
      "which notebook? 'mamlnb run NAME.mamlnb' or 'mamlnb step NAME.mamlnb'\(list)")
  }

  /// A word in the place of a command that is none.
  static func unknownCommand(_ word: String, among commands: [String]) -> UsageError {
    let hint =
      nearest(to: word, among: commands).map(suggestion(of:))
      ?? "; 'mamlnb --help' lists the commands"
    return UsageError("unknown command '\(word)'\(hint)")
  }

  /// A folder in the place of a notebook.
  static func folder(_ path: String) -> UsageError {
    let found = NotebookFile.notebooks(in: path)
    return UsageError(
      "'\(path)' is a folder"
        + (found.isEmpty ? " without notebooks" : "; in it are\(lines(found))"))
  }

  /// A notebook that is not there.
  static func missing(_ path: String) -> UsageError {
    let found = NotebookFile.notebooks(in: NotebookFile.folder(of: path))
    // The ending is no likeness.
    let stem = Sidecar.stem(ofNotebook: path)
    let near = nearest(to: stem, among: found.map(Sidecar.stem(ofNotebook:)))
    let meant = found.first { [stem, near].contains(Sidecar.stem(ofNotebook: $0)) }
    let hint = meant.map(suggestion(of:)) ?? ""
    return UsageError("cannot read '\(path)': No such file or directory\(hint)")
  }

  private static func lines(_ paths: [String]) -> String {
    let limit = 20
    let more = paths.count > limit ? ["… and \(paths.count - limit) more"] : []
    return (paths.prefix(limit) + more).map { "\n  \($0)" }.joined()
  }
}
