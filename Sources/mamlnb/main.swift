internal import ArgumentParser
internal import Glibc

// Exit status: 0 all cells ran, 1 a cell failed, 2 wrong usage or an unreadable file,
// 130 interrupted.
do {
  var command = try MamlnbCommand.asked(by: Array(CommandLine.arguments.dropFirst()))
  try command.run()
} catch {
  let message = MamlnbCommand.fullMessage(for: error)
  switch MamlnbCommand.exitCode(for: error) {
  case .success:
    print(message)
  case .validationFailure:
    complain(message)
    exit(2)
  case let code:
    // An exit code alone has been explained already.
    if !(error is ExitCode) { complain("mamlnb: error: \(error)") }
    exit(error is ExitCode ? code.rawValue : 2)
  }
}
