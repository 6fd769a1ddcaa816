internal import ArgumentParser

/// What is said in answer to arguments that ask for no command: help, or why they are refused; nil for
/// those that do.
///
/// Nothing is run. Tests hold the examples of help texts to it.
package func answer(to arguments: [String]) -> String? {
  do {
    var command = try MamlnbCommand.asked(by: arguments)
    // A question for help is a command of the parser's own.
    let kind = type(of: command)
    let commands = MamlnbCommand.configuration.subcommands
    let all = commands + commands.flatMap { $0.configuration.subcommands }
    if !all.contains(where: { $0 == kind }) { try command.run() }
    return nil
  } catch {
    return MamlnbCommand.fullMessage(for: error)
  }
}
