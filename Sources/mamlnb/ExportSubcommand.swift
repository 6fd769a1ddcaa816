internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession
internal import Prelude

/// `mamlnb export FILE --to swift`: the notebook as a program of its own.
struct ExportSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: MamlnbCommand.name,
    abstract: "Write a notebook as a Swift program.",
    discussion: """
      The program uses the same libraries as the cells and prints and draws the same; \
      'Scripts/swiftc-notebook FILE.swift' compiles it.
      """)

  /// What a notebook can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case swift
  }

  @OptionGroup var source: NotebookSource

  @Option(name: .customLong("to"), help: "The format.")
  var format: Format

  @Option(
    help: ArgumentHelp(
      "The file to write (by default NAME.swift beside the notebook; '-' for standard output).",
      valueName: "file"))
  var output: String?

  func run() throws {
    let document = try source.document()
    let prelude = Prelude(plotsFolder: "plots")
    let runner = CellRunner(library: Workbench.library(prelude, document.frontMatter))
    do {
      let program = try SwiftProgram.text(
        of: document, named: NotebookFile.name(of: source.file),
        plots: "plots/\(source.stem)", runner: runner)
      // Beside a pipe or a device nothing is written.
      let beside =
        NotebookFile.isFile(source.file) ? Sidecar.stem(ofNotebook: source.file) + ".swift" : "-"
      let file = output ?? beside
      if file == "-" {
        print(program, terminator: "")
      } else {
        try NotebookFile.write(program, to: file)
      }
    } catch let failure as CellFailure {
      complain(FailureRenderer().render(failure))
      throw ExitCode(1)
    }
  }
}
