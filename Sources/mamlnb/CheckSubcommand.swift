internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession
internal import SystemFiles
internal import Text

/// `mamlnb check FILE…`: what is wrong with notebooks, all of it at once.
struct CheckSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: MamlnbCommand.name,
    abstract: "Find what is wrong with notebooks without running them.",
    discussion: """
      The format, names, types and labels of all cells are looked at; nothing runs. Links of the prose \
      that lead to no cell and no heading, ids that differ only in case, and outputs of another version \
      of the notebook are warnings. The exit status is 1 where there is an error.

      With '--outputs' the notebooks run too, and what they show is held to what NAME.out keeps of an \
      earlier run: text word by word, numbers with a fraction within a tolerance (0.001 of the larger, or \
      the cell's option 'tolerance'), pictures by their pixels. What is kept is not changed.
      """)

  /// How findings are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: "The notebooks, or folders of notebooks.", completion: .file(extensions: ["mamlnb"]))
  var files: [String]

  @Option(help: "How findings are written: as a compiler does, or as an array of JSON objects.")
  var format: Format = .text

  @Flag(help: "Run the notebooks, too, and compare what they show with what is kept.")
  var outputs = false

  @Flag(help: "Tell, too, of ids that nothing in their notebook mentions; that is no error.")
  var notes = false

  @OptionGroup var machine: MachineOptions

  func run() throws {
    let paths = try files.flatMap(notebooks)
    var findings: [NotebookFinding] = []
    for path in paths {
      let found = try self.findings(in: path)
      findings += found
      if format == .text { for finding in found { print(finding.text) } }
    }
    let errors = findings.count { $0.severity == .error }
    switch format {
    case .json: print(JSONValue.array(findings.map(\.json)).text, terminator: "")
    case .text:
      let notebooks = paths.count == 1 ? "1 notebook" : "\(paths.count) notebooks"
      let count = errors == 0 ? "no error" : errors == 1 ? "1 error" : "\(errors) errors"
      complain("mamlnb: \(notebooks) checked, \(count)")
    }
    if errors > 0 { throw ExitCode.failure }
  }

  private func notebooks(_ path: String) throws -> [String] {
    switch try FileAccess.everywhere.kind(of: path) {
    case nil: throw UsageError.missing(path)
    case .folder:
      let paths = NotebookFile.notebooks(in: path)
      if paths.isEmpty { throw UsageError("no notebook is in '\(path)'") }
      return paths
    case .file, .other: return [path]
    }
  }

  private func findings(in path: String) throws -> [NotebookFinding] {
    let bytes = try FileAccess.everywhere.read(path)
    let document: NotebookDocument
    do throws(EncodingError) {
      document = try NotebookDocument(decoding: bytes)
    } catch {
      return [NotebookFinding(.error, path, line: error.line, "\(error)")]
    }
    let workbench = Workbench(
      machine, frontMatter: document.frontMatter, stem: NotebookSource.standard(path).stem,
      folder: NotebookFile.folder(of: path))
    var findings = NotebookCheck(runner: workbench.runner, name: path).findings(in: document)
    if let finding = NotebookFinding.staleOutputs(
      OutputFolder(forNotebook: path).records(), of: document, in: path)
    {
      findings.append(finding)
    }
    if notes { findings += NotebookFinding.unmentionedIDs(of: document, in: path) }
    guard outputs, !findings.contains(where: { $0.severity == .error }) else { return findings }
    return findings + (try OutputCheck(path, document, on: workbench).findings())
  }
}
