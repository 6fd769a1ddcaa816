internal import ArgumentParser
internal import Notebook
internal import NotebookSession
internal import SystemFiles
internal import Text

/// `mamlnb list FOLDER`: the notebooks of a folder.
struct ListSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: MamlnbCommand.name,
    abstract: "List the notebooks of a folder with their titles, cells and state.",
    discussion: "Nothing runs: the state is what 'mamlnb run' and 'mamlnb step' kept in NAME.out.")

  @Argument(help: "The folder.", completion: .directory)
  var folder = "."

  func run() throws {
    switch try FileAccess.everywhere.kind(of: folder) {
    case nil: throw UsageError("cannot read '\(folder)': No such file or directory")
    case .folder: break
    case .file, .other: throw UsageError("'\(folder)' is no folder; expected one with notebooks")
    }
    let paths = NotebookFile.notebooks(in: folder)
    if paths.isEmpty {
      complain("mamlnb: no notebook is in '\(folder)'; 'mamlnb new NAME' writes one")
      return
    }
    let width =
      DescriptorSink(1).capabilities.isTerminal ? DescriptorSink(1).capabilities.width : .max
    for line in TextTable(paths.map { ListedNotebook($0).columns }).lines(width: width) {
      print(line.text)
    }
  }
}

/// A notebook in a list.
struct ListedNotebook {
  /// Its path, its title, how many cells it has, and its state.
  let columns: [String]

  /// The notebook at a path.
  init(_ path: String) {
    do throws(NotebookFileError) {
      let document = try NotebookFile.read(path)
      let count = document.cells.count
      columns = [
        path, Self.title(of: document) ?? "", count == 1 ? "1 cell" : "\(count) cells",
        Self.state(of: document, OutputFolder(forNotebook: path).records()),
      ]
    } catch {
      switch error {
      case .invalid(_, let problems):
        columns = [path, "", "", "line \(problems[0].line): \(problems[0])"]
      case .notUTF8(_, let error): columns = [path, "", "", "line \(error.line): \(error)"]
      case .unreadable(let error), .unwritable(let error): columns = [path, "", "", "\(error)"]
      }
    }
  }

  /// What the front matter or the first heading says, in one line.
  private static func title(of document: NotebookDocument) -> String? {
    if let title = document.frontMatter.title { return line(title) }
    for block in document.blocks {
      guard case .prose(let prose) = block else { continue }
      for case .heading(_, let spans) in ProseBlock.all(in: prose.text) { return line(spans.text) }
    }
    return nil
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func state(of document: NotebookDocument, _ outputs: Sidecar?) -> String {
    let records = Dictionary(
      (outputs?.cells ?? []).map { ($0.name, $0.outcome) }, uniquingKeysWith: { $1 })
    let cells = document.cells.filter { !$0.options.isSkipped }
    if let cell = cells.first(where: { records[$0.name] == .error }) {
      return "failed at '\(cell.name)'"
    }
    if let cell = cells.first(where: { records[$0.name] == .interrupted }) {
      return "interrupted at '\(cell.name)'"
    }
    let count = cells.count { records[$0.name] == .ok }
    if cells.isEmpty { return "nothing to run" }
    if count == 0 { return "not run" }
    let ran = count == cells.count ? "ran" : "\(count) of \(cells.count) ran"
    let changed = outputs?.firstStaleCell(of: document)
    return ran + (changed.map { "; changed since, from '\($0.name)' on" } ?? "")
  }
}
