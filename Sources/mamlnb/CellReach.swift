internal import ArgumentParser
internal import Glibc
internal import Prelude

/// What cells can reach, wherever they run; of a kernel it is kept where Jupyter learns how to start it.
struct CellReach: ParsableArguments {
  @Option(
    name: .customLong("plots"),
    help: ArgumentHelp("The folder that figures are written to.", valueName: "folder"))
  var plotsFolder: String?

  @Option(
    name: .customLong("allow-read"),
    help: ArgumentHelp("A folder that cells may read besides their own.", valueName: "folder"))
  var readableFolders: [String] = []

  @Option(
    name: .customLong("allow-write"),
    help: ArgumentHelp("A folder that cells may write besides the plots.", valueName: "folder"))
  var writableFolders: [String] = []

  @Option(
    help: ArgumentHelp(
      "The memory that a cell may take, in MiB (by default half of the machine's).",
      valueName: "MiB"))
  var memory: Int?

  mutating func validate() throws {
    if let memory, !(1...1 << 40).contains(memory) {
      throw ValidationError("'--memory \(memory)' is not a number of MiB")
    }
  }
}

extension CellReach {
  /// What holds where the command line says nothing: all defaults, without the parser.
  static var standard: CellReach {
    var reach = CellReach()
    reach.plotsFolder = nil
    reach.readableFolders = []
    reach.writableFolders = []
    reach.memory = nil
    return reach
  }

  /// The options of what runs cells: without a terminal and a shell.
  var machine: MachineOptions {
    var options = MachineOptions.standard
    options.reach = self
    options.graphics = .none
    return options
  }

  /// The arguments that say the same wherever the kernel is started: a folder that cells may read or
  /// write is the one that is meant here, and that of the figures lies beside each notebook.
  var arguments: [String] {
    (plotsFolder.map { ["--plots", $0] } ?? [])
      + readableFolders.flatMap { ["--allow-read", Self.absolute($0)] }
      + writableFolders.flatMap { ["--allow-write", Self.absolute($0)] }
      + (memory.map { ["--memory", "\($0)"] } ?? [])
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(here) }
    return unsafe String(cString: here) + "/" + path
  }
}
