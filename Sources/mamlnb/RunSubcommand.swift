internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession
internal import Publishing

/// `mamlnb run FILE`: the whole notebook, or some of its cells, without asking.
struct RunSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: MamlnbCommand.name,
    abstract: "Run a notebook: its prose, its cells and what they show.",
    discussion: """
      All cells are checked before the first one runs, so that a slip in the last is told at once. \
      Then they run in order on one state; the first that fails ends the run with exit status 1. \
      Outputs are kept beside the notebook in NAME.out.

      'mamlnb FILE.mamlnb' is short for it. The file '-' is standard input: a notebook, or Swift \
      that runs as one cell.
      """)

  @OptionGroup var notebook: NotebookOptions
  @OptionGroup var machine: MachineOptions

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "The first cell to run, by its id or number; with what is kept of the cells before it.",
      valueName: "cell"))
  var firstCell: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The last cell to run, by its id or number.", valueName: "cell"))
  var lastCell: String?

  @Flag(help: "Take over what an earlier run has kept of cells that have not changed.")
  var resume = false

  @Flag(help: "Show what cells print and show, without prose and source.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "The time that all of it may take; then it is stopped with exit status 1.",
      valueName: "seconds"))
  var timeout: Double?

  @Flag(help: "Run again whenever the file is saved, from the first changed cell on.")
  var watch = false

  @Flag(help: "Also write NAME.md, a copy in Markdown with the outputs, as 'export --to md' does.")
  var embed = false

  mutating func validate() throws {
    if embed, watch {
      throw ValidationError("'--embed' writes when a run has ended, which '--watch' does not")
    }
    if let timeout, !(timeout > 0 && timeout.isFinite) {
      throw ValidationError("'--timeout \(timeout)' is not possible; expected seconds above 0")
    }
  }

  func run() throws {
    if watch {
      var watch = try NotebookWatch(self)
      throw ExitCode(try watch.run())
    }
    let copy = embed ? try pathOfCopy : nil
    let document = try notebook.source.document()
    if let copy {
      try ExportTarget(path: copy, source: notebook.file, isNamed: false)
        .require(toReplaceWith: document.text)
    }
    let run = run(of: document)
    let last = try start(run)
    let status = try run.run(through: last, within: timeout)
    if let copy {
      let session = run.session
      try EmbeddedNotebook(
        Publication(
          session.document, named: NotebookFile.name(of: notebook.file), outputs: session.sidecar),
        at: copy
      ).write()
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Where the copy with the outputs goes.
  private var pathOfCopy: String {
    get throws {
      let file = notebook.file
      guard notebook.isFile, !file.hasSuffix(".swift") else {
        throw UsageError(
          "'--embed' makes a copy beside a notebook; '\(notebook.name)' has no such place")
      }
      // A file that is called so is such a copy, or may not be written over.
      guard NotebookFile.hasNotebookName(file) || !file.hasSuffix(".md") else {
        throw UsageError("'--embed' makes NAME.md of NAME.mamlnb; '\(file)' is called so already")
      }
      return Sidecar.stem(ofNotebook: file) + ".md"
    }
  }

  /// A run of the notebook as it was read.
  func run(of document: NotebookDocument) -> NotebookRun {
    NotebookRun(document, of: notebook, on: machine, isQuiet: quiet)
  }

  /// Goes to the first cell that is to run; returns the place of the last.
  func start(_ run: NotebookRun) throws -> Int? {
    let first = try firstCell.map { try run.session.index(ofCell: $0) }
    let last = try lastCell.map { try run.session.index(ofCell: $0) }
    if let first, let last, first > last {
      throw UsageError("'--from \(firstCell ?? "")' comes after '--to \(lastCell ?? "")'")
    }
    if resume { try run.resume() }
    if let first { try run.start(at: first) }
    return last
  }
}

extension RunSubcommand {
  /// The whole of a notebook with all defaults, without the parser.
  static func standard(_ file: String) -> RunSubcommand {
    var command = RunSubcommand()
    command.notebook = .standard(file)
    command.machine = .standard
    command.firstCell = nil
    command.lastCell = nil
    command.resume = false
    command.quiet = false
    command.timeout = nil
    command.watch = false
    command.embed = false
    return command
  }
}
