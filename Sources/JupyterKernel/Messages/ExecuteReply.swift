internal import Text

/// The answer to a request to run a cell.
struct ExecuteReply: Sendable {
  /// How it went.
  let outcome: Outcome
  /// The number of the cell that was run last.
  let count: Int
  /// When it began.
  let started: String

  /// How it went.
  enum Outcome: Sendable {
    /// It did what it should; the values of the expressions that were asked for.
    case ok(expressions: [JSONValue.Member])
    /// It failed.
    case failed(FailureContent)
    /// It did not run, since one before it failed.
    case aborted
  }

  /// The content of `execute_reply`.
  var content: JSONValue {
    let state = JSONValue.Member(key: "status", value: .string(status))
    let head = [state, JSONValue.Member(key: "execution_count", value: .integer(count))]
    switch outcome {
    case .ok(let expressions):
      return .object(
        head + [
          .init(key: "user_expressions", value: .object(expressions)),
          .init(key: "payload", value: .array([])),
        ])
    case .failed(let failure): return .object(head + failure.members)
    // What did not run has no number.
    case .aborted: return .object([state])
    }
  }

  /// What it says about itself, by which clients tell how long a cell took.
  var metadata: JSONValue {
    .object(["started": .string(started), "status": .string(status)])
  }

  private var status: String {
    switch outcome {
    case .ok: "ok"
    case .failed: "error"
    case .aborted: "aborted"
    }
  }
}
