internal import ArgumentParser
package import CellLanguage
internal import Glibc
internal import LineEditing
package import Notebook
internal import NotebookSession
package import Prelude
internal import SystemFiles

/// What a command needs to run cells: the libraries, the console and the interrupt flag, wired
/// together.
package struct Workbench {
  /// What cells can reach, and where their figures go.
  let prelude: Prelude
  /// Runs cells.
  let runner: CellRunner
  /// Makes what runs cells of a notebook that says something else about itself.
  private let makeRunner: (FrontMatter) -> CellRunner
  /// Where it is shown.
  private let sink: DescriptorSink
  /// Shows what they do.
  let presenter: ConsolePresenter
  /// What control-C raises.
  let interrupt: InterruptFlag
  /// Whether shell cells run.
  let shell: SessionDriver.ShellAccess
  /// What the console can show.
  let capabilities: ConsolePresenter.Capabilities
  /// What cells have read.
  private let uses = FileUses()
  /// What else than its source decides what a cell does.
  private let settings: [String]
  /// What was typed while nobody asked for it.
  let typeAhead = TypeAhead()

  /// A workbench for cells of a notebook, or for a prompt where there is none.
  ///
  /// - Parameters:
  ///   - machine: what the command line says about the machine.
  ///   - frontMatter: what the notebook says about itself: `data` and `seed` in cells.
  ///   - stem: what figures are filed under.
  ///   - folder: the folder that cells may read, which a person named.
  init(_ machine: MachineOptions, frontMatter: FrontMatter, stem: String, folder: String?) {
    let interrupt = InterruptSignal.install()
    self.interrupt = interrupt
    // Nobody waits for the rest.
    sink = DescriptorSink(1, whenClosed: { interrupt.raise() })
    capabilities = sink.capabilities
    shell = machine.allowsShell ? .allowed : .refused

    let plots = machine.reach.plotsFolder.map(AllowedFolder.named) ?? .customary("plots/\(stem)")
    var permissions = FilePermissions(
      readable: [.customary("data"), .customary("checkpoints")]
        + ((folder.map { [$0] } ?? []) + machine.reach.readableFolders).map(AllowedFolder.named),
      writable: [plots, .customary("checkpoints")]
        + machine.reach.writableFolders.map(AllowedFolder.named))
    permissions.uses = uses
    prelude = Prelude(
      plots: plots, graphics: capabilities.isTerminal ? machine.graphics : .none,
      permissions: permissions, typed: typeAhead.add)
    presenter = ConsolePresenter(
      sink: sink, capabilities: capabilities, log: .init(DescriptorSink(2)),
      illustration: { [liveCurve = prelude.liveCurve] isLast in liveCurve.text(isLast: isLast) })
    settings =
      machine.reach.readableFolders.map { "read: \($0)" }
      + machine.reach.writableFolders.map { "write: \($0)" }
      + ["shell: \(machine.allowsShell)", "plots: \(plots.path)", "folder: \(Self.currentFolder)"]
    let limits = Limits(memory: machine.reach.memory.map { $0 << 20 } ?? Limits.standardMemory)
    makeRunner = { [prelude] frontMatter in
      CellRunner(library: Self.library(prelude, frontMatter), limits: limits)
    }
    runner = makeRunner(frontMatter)
  }

  /// What cells of a notebook can reach: the libraries, and what its front matter says.
  package static func library(_ prelude: Prelude, _ frontMatter: FrontMatter) -> HostLibrary {
    var library = prelude.library
    library.seed = frontMatter.seed
    library.constants += [
      HostConstant(
        "let data: String", "The data that the notebook asks for: `glyphs` or `omniglot`.",
        Value(frontMatter.data ?? "glyphs")),
      HostConstant(
        "let seed: Int", "The seed that the notebook asks for.",
        Value(Int(truncatingIfNeeded: frontMatter.seed))),
    ]
    return library
  }

  /// A session on a notebook, of which nothing has run.
  ///
  /// - Parameter presenter: shows it; by default the console, and progress on standard error where
  ///   standard output is no terminal.
  func driver(
    _ document: NotebookDocument, name: String, outputs: OutputFolder?,
    presenter: (any SessionPresenter)? = nil
  ) -> SessionDriver {
    var shown: any SessionPresenter = presenter ?? runPresenter()
    if presenter == nil, capabilities.isTerminal { shown = self.presenter }
    return SessionDriver(
      document: document, name: name, runner: runner, presenter: shown, folder: outputs,
      interrupt: interrupt, shell: shell, cellKeeper: outputs.flatMap(cellKeeper),
      makeRunner: makeRunner)
  }

  /// What keeps the states of cells beside their outputs; nil where nobody is at home.
  private func cellKeeper(in folder: OutputFolder) -> CellKeeper? {
    guard let home = HistoryFile.defaultPath(), let program = FileStamp(of: "/proc/self/exe") else {
      return nil
    }
    let sealPath = home.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/seal"
    return CellKeeper(
      in: folder, sealPath: sealPath,
      program: "\(MamlnbCommand.configuration.version) \(program)", settings: settings,
      takeUses: { [uses] in uses.take() })
  }

  private static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// What shows a run that nobody types into.
  func runPresenter(isQuiet: Bool = false, tellsCells: Bool = false) -> RunPresenter {
    let errors = DescriptorSink(2)
    let news =
      capabilities.isTerminal
      ? presenter
      : ConsolePresenter(sink: errors, capabilities: errors.capabilities, log: .init(errors))
    let isSeen = capabilities.isTerminal || errors.capabilities.isTerminal
    return RunPresenter(
      outputs: presenter, news: news,
      style: .init(isQuiet: isQuiet, tellsCells: tellsCells && isSeen))
  }
}

extension Workbench {
  /// What shows on standard error how far a run has come, and nothing of what it shows.
  func progressPresenter() -> ProgressOnly {
    let errors = DescriptorSink(2)
    return ProgressOnly(
      ConsolePresenter(sink: errors, capabilities: errors.capabilities, log: .init(errors)))
  }

  /// What a prompt on this workbench is told about the program.
  var interactionSettings: Interaction.Settings {
    Interaction.Settings(
      preciousTypes: ["TrainingRun", "TrainedModel"],
      pictures: { [prelude] in
        prelude.writtenFigures.map { figure in
          figure.title.map { "\(figure.path)  \($0)" } ?? figure.path
        }
      }, asksForEnd: { InterruptSignal.asksForEnd },
      argumentWords: ["source": ["glyphs", "omniglot"]],
      isColored: capabilities.isColored)
  }

  /// Whether the reader of standard output has gone away.
  var isOutputClosed: Bool { sink.isClosed }

  /// Ends with a failure where something that was to be shown could not be written.
  func checkOutput() throws {
    guard let failure = sink.failure else { return }
    complain("mamlnb: \(failure)")
    throw ExitCode.failure
  }
}
