internal import ArgumentParser
internal import Glibc
internal import Prelude

/// What cells of a kernel can reach; it is kept where Jupyter learns how to start the kernel.
struct KernelReach: ParsableArguments {
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
    var machine = machine
    try machine.validate()
  }
}

extension KernelReach {
  /// The same for what runs cells: without a terminal and a shell.
  var machine: MachineOptions {
    var options = MachineOptions.standard
    options.plotsFolder = plotsFolder
    options.readableFolders = readableFolders
    options.writableFolders = writableFolders
    options.memory = memory
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
