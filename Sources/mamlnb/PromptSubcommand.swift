internal import ArgumentParser
internal import Glibc
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
    if isatty(0) != 1 { return try runInput() }
    let workbench = Workbench(machine, frontMatter: FrontMatter(), stem: "prompt", folder: ".")
    let empty = NotebookDocument(parsing: "")
    try converse(
      .prompt, driver: workbench.driver(empty, name: "prompt", outputs: nil), on: workbench)
  }

  /// Runs what comes through a pipe: a notebook as `mamlnb run -` does, Swift as if it were typed.
  private func runInput() throws {
    guard let bytes = StandardInput.bytes() else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if NotebookFile.isNotebook(text) {
      let document = try NotebookFile.document(decoding: bytes, named: StandardInput.name)
      let run = NotebookRun(document, of: .standard("-"), on: machine)
      let status = try run.run()
      if status != 0 { throw ExitCode(status) }
      return
    }
    // What is no text is no Swift either.
    _ = try NotebookFile.program(decoding: bytes, named: StandardInput.name)
    let workbench = Workbench(machine, frontMatter: FrontMatter(), stem: "prompt", folder: ".")
    let presenter = workbench.runPresenter()
    let driver = workbench.driver(
      NotebookDocument(parsing: ""), name: "prompt", outputs: nil, presenter: presenter)
    defer {
      if !workbench.capabilities.isTerminal,
        let line = presenter.failureLine(in: StandardInput.name)
      {
        complainApart(line)
      }
    }
    try mamlnb.runInput(.prompt, driver: driver, on: workbench, bytes: bytes)
  }
}
