internal import ArgumentParser
internal import Glibc

// Exit status: 0 all cells ran, 1 a cell failed, 2 wrong usage or an unreadable file,
// 130 interrupted.

// Control-\ ends the program as it ends others, and not with the trace of a crash.
signal(SIGQUIT, SIG_DFL)

/// Ends the program at once: what other threads still use is not taken down under them.
///
/// What standard output did not take, as on a full disk, is an error: somebody may count on it.
func end(_ status: Int32) -> Never {
  if fflush(nil) != 0, status == 0 {
    complain("mamlnb: error: standard output does not take what is written to it")
    _exit(2)
  }
  _exit(status)
}

do {
  var command = try MamlnbCommand.asked(by: Array(CommandLine.arguments.dropFirst()))
  try command.run()
  end(0)
} catch {
  let message = MamlnbCommand.fullMessage(for: error)
  switch MamlnbCommand.exitCode(for: error) {
  case .success:
    print(message)
    end(0)
  case .validationFailure:
    complain(message)
    end(2)
  case let code:
    // An exit code alone has been explained already.
    if !(error is ExitCode) { complain("mamlnb: error: \(error)") }
    end(error is ExitCode ? code.rawValue : 2)
  }
}
