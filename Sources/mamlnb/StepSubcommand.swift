internal import ArgumentParser
internal import Notebook
internal import NotebookSession

/// `mamlnb step FILE`: the notebook cell by cell, with a prompt in between.
struct StepSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", _superCommandName: MamlnbCommand.name,
    abstract: "Read a notebook cell by cell, with a prompt in between.",
    discussion: """
      Each cell is shown after its prose. Return runs it; anything else that is typed is run at \
      once on the same state. ':help' lists the commands, and so does 'mamlnb help session'.
      """)

  @OptionGroup var notebook: NotebookOptions
  @OptionGroup var machine: MachineOptions

  func run() throws {
    let file = notebook.source.onDisk
    let document = try notebook.source.document()
    let workbench = Workbench(
      machine, frontMatter: document.frontMatter, stem: notebook.source.stem,
      folder: notebook.folder)
    let driver = workbench.driver(document, name: notebook.file, outputs: notebook.outputs)
    try converse(.stepping(file), driver: driver, on: workbench)
  }
}

extension StepSubcommand {
  /// A notebook with all defaults, without the parser.
  static func standard(_ file: String) -> StepSubcommand {
    var command = StepSubcommand()
    command.notebook = .standard(file)
    command.machine = .standard
    return command
  }
}
