internal import ArgumentParser
internal import Notebook
internal import NotebookSession
internal import Publishing
internal import SystemFiles

/// `mamlnb import FILE.ipynb`: a notebook of Jupyter as one of this program's.
struct ImportSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: MamlnbCommand.name,
    abstract: "Make a notebook of a notebook of Jupyter.",
    discussion: """
      Markdown becomes prose and Swift becomes cells. Code of other languages and raw cells are \
      shown and do not run; attached pictures go to the folder NAME.files. A notebook that was \
      exported comes back as it was, with what was changed in Jupyter. What Swift cells have shown goes \
      to the folder NAME.out, as if they had run here: text, tables and pictures.
      """)

  @Argument(
    help: "The notebook of Jupyter, an '.ipynb' file.", completion: .file(extensions: ["ipynb"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The file to write (by default NAME.mamlnb beside it, if that is not there yet; '-' for "
        + "standard output).",
      valueName: "file"))
  var output: String?

  func run() throws {
    let bytes = try FileAccess.everywhere.read(file)
    let jupyter: JupyterDocument
    do throws(JupyterError) {
      jupyter = try JupyterDocument(decoding: bytes)
    } catch {
      throw UnreadableImport(file: file, reason: error)
    }
    let path = try output ?? usualPath()
    try ExportTarget(path: path, source: file, isNamed: output != nil).require()
    let stem = NotebookFile.name(
      of: Sidecar.stem(ofNotebook: path == "-" ? Self.stem(of: file) : path))
    let notebook = ImportedNotebook(jupyter, picturesFolder: stem + ".files")
    for note in notebook.notes { complain("mamlnb: \(note)") }
    for problem in NotebookDocument(parsing: notebook.text).problems {
      complain("mamlnb: \(path == "-" ? "stdout" : path):\(problem.line): \(problem)")
    }
    guard path != "-" else {
      print(notebook.text, terminator: "")
      return
    }
    let base = NotebookFile.folder(of: path)
    let access = FileAccess(readable: [], writable: [.customary(stem + ".files", in: base)])
    for picture in notebook.pictures {
      let place = base == "." ? picture.path : "\(base)/\(picture.path)"
      try access.write(picture.bytes, to: place, makingFolders: true)
    }
    try NotebookFile.write(notebook.text, to: path)
    if let sidecar = notebook.sidecar { try keep(sidecar, of: path) }
  }

  private func keep(_ sidecar: Sidecar, of path: String) throws {
    let folder = OutputFolder(forNotebook: path)
    if try !folder.keep(sidecar) {
      complain(
        "mamlnb: a session keeps its outputs in '\(folder.path)'; those of '\(file)' are left out")
    }
  }

  private static func stem(of path: String) -> String {
    path.hasSuffix(".ipynb") ? String(path.dropLast(".ipynb".count)) : path
  }

  /// The notebook beside the file; one that is there may be the only copy of somebody's work.
  private func usualPath() throws -> String {
    let path = Self.stem(of: file) + ".mamlnb"
    guard try FileAccess.everywhere.kind(of: path) == nil else {
      throw UsageError("'\(path)' is there already; '--output FILE' writes to another, or over it")
    }
    return path
  }
}

/// A file that cannot be imported.
struct UnreadableImport: Error, CustomStringConvertible {
  /// The file.
  let file: String
  /// What is wrong with it.
  let reason: JupyterError

  /// The fault in words.
  var description: String { "cannot import '\(file)': \(reason)" }
}
