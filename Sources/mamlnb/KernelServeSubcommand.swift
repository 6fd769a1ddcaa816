internal import ArgumentParser
internal import JupyterKernel
internal import Notebook
internal import NotebookSession
internal import Prelude

/// `mamlnb kernel --connection-file FILE`: what Jupyter starts.
struct KernelServeSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Wait for Jupyter, which starts this itself.")

  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp("The file in which Jupyter says where to wait for it.", valueName: "file"))
  var connectionFile: String?

  @OptionGroup var reach: CellReach

  mutating func validate() throws {
    guard connectionFile != nil else {
      throw ValidationError(
        "Jupyter starts the kernel, and says where it is waited for with --connection-file; "
          + "'mamlnb kernel install' makes the kernel known to it")
    }
  }

  func run() throws {
    guard let connectionFile else { return }
    let machine = reach.machine
    let workbench = Workbench(machine, frontMatter: FrontMatter(), stem: "kernel", folder: ".")
    let kernel: Kernel
    do {
      kernel = try Kernel(
        Connection(contentsOf: connectionFile),
        description: KernelDescription(
          implementation: MamlnbCommand.name, version: MamlnbCommand.configuration.version,
          banner: "mamlnb: Swift at a prompt, run as you type. ':help' lists what there is"),
        interrupt: workbench.interrupt,
        illustration: { [curve = workbench.prelude.liveCurve] in curve.picture(isLast: $0) })
    } catch {
      throw UsageError("\(error)")
    }
    let driver = workbench.driver(
      NotebookDocument(parsing: ""), name: "kernel", outputs: nil, presenter: kernel.presenter)
    var settings = workbench.interactionSettings
    settings.isColored = false
    kernel.serve(
      driver, settings: settings,
      parent: ParentProcess(KernelSpecification.environmentVariable("JPY_PARENT_PID")))
  }
}
