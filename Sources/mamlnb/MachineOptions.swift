public import ArgumentParser
public import Prelude

/// What every command that runs cells can be told about the machine.
struct MachineOptions: ParsableArguments {
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

  @Flag(name: .customLong("allow-shell"), help: "Let shell cells run.")
  var allowsShell = false

  @Option(
    help: ArgumentHelp(
      "The memory that a cell may take, in MiB (by default half of the machine's).",
      valueName: "MiB"))
  var memory: Int?

  @Option(help: "How the terminal shows figures: \(Graphics.names).")
  var graphics: Graphics = .automatic

  mutating func validate() throws {
    if let memory, !(1...1 << 40).contains(memory) {
      throw ValidationError("'--memory \(memory)' is not a number of MiB")
    }
  }
}

extension MachineOptions {
  /// What holds where the command line says nothing: all defaults, without the parser.
  static var standard: MachineOptions {
    var options = MachineOptions()
    options.plotsFolder = nil
    options.readableFolders = []
    options.writableFolders = []
    options.allowsShell = false
    options.memory = nil
    options.graphics = .automatic
    return options
  }
}

extension Graphics: ExpressibleByArgument {
  /// The choices, for the help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
