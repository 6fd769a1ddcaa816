public import CellLanguage
package import Notebook

/// Why a cell or a line did not do what it should.
public enum SessionFailure: Error, Sendable, Equatable {
  /// The cell language says why.
  case cell(CellFailure)
  /// It was stopped by hand.
  case interrupted
  /// It took longer than its option allows.
  case timeout(cell: String, seconds: Double)
  /// An expression in prose took longer than the cell before it may.
  case valueTimeout(expression: String, seconds: Double)
  /// It was expected to fail and did not.
  case didNotFail(cell: String)
  /// The value could not be shown, with the reason.
  case cannotDisplay(String)
  /// It is a shell cell, and those are not allowed.
  case shellNotAllowed
  /// The shell could not be started, with the system's reason.
  case shellNotStarted(reason: String)
  /// The shell exited with a status other than 0.
  case shellFailed(status: Int32)
}

extension SessionFailure: CustomStringConvertible {
  /// The reason in a sentence, without its place.
  public var description: String {
    switch self {
    case .cell(let failure): failure.message
    case .interrupted: "interrupted"
    case .timeout(let cell, let seconds):
      "'\(cell)' was stopped after its timeout of \(Self.shown(seconds)) s"
    case .valueTimeout(let expression, let seconds):
      "the value of '\(expression)' was stopped after \(Self.shown(seconds)) s, the timeout of the "
        + "cell before it"
    case .didNotFail(let cell):
      "'\(cell)' was expected to fail (option 'error: true') and did not"
    case .cannotDisplay(let reason): "cannot show the value: \(reason)"
    case .shellNotAllowed: "shell cells run only with --allow-shell"
    case .shellNotStarted(let reason): "cannot start the shell: \(reason)"
    case .shellFailed(let status): "the shell exited with status \(status)"
    }
  }

  private static func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e15 ? "\(Int(seconds))" : "\(seconds)"
  }

  /// What kind of failure it is, in a word or two.
  private var name: String {
    switch self {
    case .cell(let failure):
      switch failure.kind {
      case .source: "error in the source"
      case .fault: "fault"
      case .uncaughtError: "uncaught error"
      case .interrupted: "interrupted"
      case .limit: "limit"
      }
    case .interrupted: "interrupted"
    case .timeout, .valueTimeout: "timeout"
    case .didNotFail: "no failure"
    case .cannotDisplay: "display"
    case .shellNotAllowed, .shellNotStarted, .shellFailed: "shell"
    }
  }

  /// The failure as text that shows its place, ending without a newline.
  ///
  /// - Parameter width: the columns to which lines are wrapped or cut; nil where they stay whole.
  public func rendered(isColored: Bool, width: Int? = nil) -> String {
    switch self {
    case .cell(let failure):
      return FailureRenderer(isColored: isColored, width: width).render(failure)
    case .interrupted: return isColored ? "\u{1B}[1;33m\(self)\u{1B}[0m" : description
    case .timeout, .valueTimeout, .didNotFail, .cannotDisplay, .shellNotAllowed, .shellNotStarted,
      .shellFailed:
      return isColored
        ? "\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1m\(self)\u{1B}[0m" : "error: \(self)"
    }
  }

  /// The failure as an output of the notebook.
  package var output: Output.Failure {
    Output.Failure(
      name: name, message: description,
      traceback: rendered(isColored: false).split(separator: "\n").map(String.init))
  }
}
