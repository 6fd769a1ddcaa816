public import ArgumentParser
public import Prelude

/// What every command that runs cells can be told about the machine.
struct MachineOptions: ParsableArguments {
  @OptionGroup var reach: CellReach

  @Flag(name: .customLong("allow-shell"), help: "Let shell cells run.")
  var allowsShell = false

  @Option(help: "How the terminal shows figures: \(Graphics.names).")
  var graphics: Graphics = .automatic
}

extension MachineOptions {
  /// What holds where the command line says nothing: all defaults, without the parser.
  static var standard: MachineOptions {
    var options = MachineOptions()
    options.reach = .standard
    options.allowsShell = false
    options.graphics = .automatic
    return options
  }
}

extension Graphics: ExpressibleByArgument {
  /// The choices, for the help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
