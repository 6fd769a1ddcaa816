internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession

/// `mamlnb run FILE`: the whole notebook, or up to a cell, without asking.
struct RunSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: MamlnbCommand.name,
    abstract: "Run a notebook: its prose, its cells and what they show.",
    discussion: """
      Cells run in order on one state; the first that fails ends the run with exit status 1. \
      Outputs are kept beside the notebook in NAME.out.
      """)

  @OptionGroup var notebook: NotebookOptions
  @OptionGroup var machine: MachineOptions

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The last cell to run, by its id or number.", valueName: "cell"))
  var lastCell: String?

  func run() throws {
    let document = try notebook.source.document()
    let workbench = Workbench(
      machine, frontMatter: document.frontMatter, stem: notebook.source.stem,
      folder: notebook.folder)
    let driver = workbench.driver(document, name: notebook.file, outputs: notebook.outputs)
    let extent = try lastCell.map {
      Session<CellState>.Extent.through(try driver.session.index(ofCell: $0))
    }
    let ending = try driver.perform(.run(extent ?? .all))
    try workbench.checkOutput()
    if let ending, ending != RunEnding.finished { throw ExitCode(ending.exitStatus) }
  }
}

extension RunSubcommand {
  /// The whole of a notebook with all defaults, without the parser.
  static func standard(_ file: String) -> RunSubcommand {
    var command = RunSubcommand()
    command.notebook = .standard(file)
    command.machine = .standard
    command.lastCell = nil
    return command
  }
}
