internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession
internal import Prelude

/// `mamlnb export FILE --to swift`: the notebook as a program of its own.
struct ExportSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a notebook as a Swift program.",
    discussion: """
      The program uses the same libraries as the cells and prints and draws the same; \
      'Scripts/swiftc-notebook FILE.swift' compiles it.
      """)

  /// What a notebook can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case swift
  }

  @Argument(help: "The notebook, a '.mamlnb' file.", completion: .file(extensions: ["mamlnb"]))
  var file: String

  @Option(name: .customLong("to"), help: "The format.")
  var format: Format

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another value for a parameter of the notebook, or for 'data' or 'seed'.",
      valueName: "name=value"))
  var overrides: [String] = []

  @Option(
    help: ArgumentHelp(
      "The file to write (by default NAME.swift beside the notebook; '-' for standard output).",
      valueName: "file"))
  var output: String?

  mutating func validate() throws {
    for text in overrides where ParameterOverride(parsing: text) == nil {
      throw ValidationError("'--set \(text)' is not of the form name=value")
    }
  }

  func run() throws {
    var document = try NotebookFile.read(file)
    try document.apply(overrides.compactMap { ParameterOverride(parsing: $0) })
    let stem = Sidecar.stem(ofNotebook: file)
    let prelude = Prelude(plotsFolder: "plots")
    let runner = CellRunner(library: Workbench.library(prelude, document.frontMatter))
    do {
      let program = try SwiftProgram.text(
        of: document, named: NotebookFile.name(of: file),
        plots: "plots/\(NotebookFile.name(of: stem))", runner: runner)
      if output == "-" {
        print(program, terminator: "")
      } else {
        try NotebookFile.write(program, to: output ?? stem + ".swift")
      }
    } catch let failure as CellFailure {
      complain(FailureRenderer().render(failure))
      throw ExitCode(1)
    }
  }
}
