internal import ArgumentParser
internal import Notebook
internal import NotebookSession

/// `mamlnb` alone: the prompt.
struct PromptSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", _superCommandName: MamlnbCommand.name,
    abstract: "Type Swift and see what it does (the default).")

  @OptionGroup var machine: MachineOptions

  /// The prompt with all defaults, without the parser.
  static var standard: PromptSubcommand {
    var command = PromptSubcommand()
    command.machine = .standard
    return command
  }

  func run() throws {
    let workbench = Workbench(machine, frontMatter: FrontMatter(), stem: "prompt", folder: ".")
    let empty = NotebookDocument(parsing: "")
    try converse(
      .prompt, driver: workbench.driver(empty, name: "prompt", outputs: nil), on: workbench)
  }
}
