internal import Text

/// A request to run a cell.
struct ExecuteRequest: Sendable {
  /// What to run.
  let code: String
  /// Whether nobody is to see that it runs.
  let isSilent: Bool
  /// Whether it counts, and is part of the history.
  let isStored: Bool
  /// Expressions whose values the answer is to give, with the names that they go by.
  let expressions: [(name: String, expression: String)]
  /// Whether the person can be asked for a line.
  let allowsInput: Bool
  /// Whether what is asked for after it is not to run where it fails.
  let stopsOnError: Bool

  /// Reads the content of `execute_request`.
  init(_ content: JSONValue) {
    code = content.text("code")
    isSilent = content.flag("silent", false)
    isStored = content.flag("store_history", true) && !isSilent
    if case .object(let members)? = content["user_expressions"] {
      expressions = members.compactMap { member in
        member.value.string.map { (member.key, $0) }
      }
    } else {
      expressions = []
    }
    allowsInput = content.flag("allow_stdin", true)
    stopsOnError = content.flag("stop_on_error", true)
  }
}
