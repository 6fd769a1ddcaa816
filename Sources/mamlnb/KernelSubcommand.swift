internal import ArgumentParser

/// `mamlnb kernel`: the prompt for Jupyter.
struct KernelSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", _superCommandName: MamlnbCommand.name,
    abstract: "Serve Jupyter: JupyterLab, VS Code, nbclient and papermill run Swift cells.",
    discussion: """
      'mamlnb kernel install' makes the kernel known to Jupyter, which starts it. Cells are entries of \
      a prompt: they run in the order in which they are sent, on one state. Figures come as pictures, \
      errors with carets; completion, documentation (shift-tab), interrupts and readLine() work as at \
      the prompt, and so do its commands: ':help', ':vars', ':time EXPR', 'NAME?' in a cell.
      """,
    subcommands: [KernelServeSubcommand.self, KernelInstallSubcommand.self],
    defaultSubcommand: KernelServeSubcommand.self)
}
