internal import ArgumentParser
internal import Notebook
internal import NotebookSession
internal import SystemFiles

/// `mamlnb new FILE`: a notebook to start from.
struct NewSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", _superCommandName: MamlnbCommand.name,
    abstract: "Write a notebook to start from.",
    discussion: """
      It has prose, a cell with parameters, a figure and a short training on the built-in glyphs, \
      and runs in some seconds. A file that is there already is left alone.
      """)

  @Argument(
    help: "The file to write; '.mamlnb' is added where it has no such ending.",
    completion: .file(extensions: ["mamlnb"]))
  var file: String

  func run() throws {
    let isNamed = NotebookFile.hasNotebookName(file)
    if file.isEmpty || file.hasSuffix("/") || NotebookFile.name(of: file) == ".mamlnb" {
      throw UsageError("'\(file)' is no name of a file")
    }
    let path = isNamed ? file : file + ".mamlnb"
    guard try FileAccess.everywhere.kind(of: path) == nil else {
      throw UsageError("'\(path)' is there already; 'mamlnb step \(path)' opens it")
    }
    let stem = NotebookFile.name(of: Sidecar.stem(ofNotebook: path))
    let words = stem.split { $0 == "-" || $0 == "_" || $0.isNewline }.joined(separator: " ")
    let title = words.isEmpty ? stem : words.prefix(1).uppercased() + words.dropFirst()
    try NotebookFile.write(StartingNotebook(title: title).text, to: path)
    print("\(path): 'mamlnb run \(path)' runs it, 'mamlnb step \(path)' reads it cell by cell")
  }
}
