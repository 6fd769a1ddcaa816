internal import SystemFiles

/// Why gnuplot did not draw a figure.
public enum GnuplotError: Error, Hashable {
  /// There is no such program.
  case notInstalled(executable: String)
  /// The program cannot be started; `error` is the errno value.
  case cannotStart(executable: String, error: Int32)
  /// The program does not answer as gnuplot does.
  case notGnuplot(executable: String, message: String)
  /// The program is older than version 5.
  case tooOld(executable: String, version: String)
  /// Gnuplot refused the script, with this message.
  case failed(message: String)
  /// Gnuplot ended in the middle of a figure, by this signal or exit status.
  case died(ending: Ending, message: String)
  /// Gnuplot did not finish in time and was killed.
  case timedOut(after: Duration)
  /// The caller stopped it.
  case interrupted
  /// Gnuplot said that it was done, but what it made is not a picture.
  case incompletePicture(byteCount: Int)
  /// The data could not be handed over; `error` is the errno value.
  case cannotSend(error: Int32)

  /// How a process ended.
  public enum Ending: Sendable, Hashable {
    /// By a signal.
    case signal(Int32)
    /// With an exit status.
    case status(Int32)
  }
}

extension GnuplotError: CustomStringConvertible {
  /// The error as a sentence without its period.
  public var description: String {
    switch self {
    case .notInstalled(let executable):
      executable.contains("/")
        ? "there is no gnuplot at '\(executable)'"
        : "gnuplot is not installed: apt-get install gnuplot-nox"
    case .cannotStart(let executable, let error):
      "cannot start '\(executable)': \(systemReason(error))"
    case .notGnuplot(let executable, let message):
      "'\(executable)' does not answer as gnuplot does" + Self.note(message)
    case .tooOld(let executable, let version):
      "'\(executable)' is gnuplot \(version), and figures need version 5 or later"
    case .failed(let message):
      "gnuplot cannot draw the figure" + Self.note(message)
    case .died(.signal(let signal), let message):
      "gnuplot was killed by signal \(signal) while it drew" + Self.note(message)
    case .died(.status(let status), let message):
      "gnuplot ended with status \(status) while it drew" + Self.note(message)
    case .timedOut(let time):
      "gnuplot did not finish the figure in \(time)"
    case .interrupted:
      "drawing was interrupted"
    case .incompletePicture(let count):
      "gnuplot made no whole picture, only \(count) bytes"
    case .cannotSend(let error):
      "cannot send the figure to gnuplot: \(systemReason(error))"
    }
  }

  private static func note(_ message: String) -> String {
    message.isEmpty ? "" : ": \(message)"
  }
}
