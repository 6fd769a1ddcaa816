internal import Notebook
internal import NotebookSession
internal import Text

/// A failure in Jupyter's three parts, of no more text than anybody will read.
struct FailureContent: Sendable {
  /// The kind of failure in a word or two.
  let name: String
  /// What happened, in a sentence.
  let message: String
  /// The lines that show where, in colour.
  let traceback: [String]

  /// The characters that a line has at most, and the lines of a traceback.
  private static let (columnLimit, lineLimit) = (2_000, 500)

  /// Why a cell failed.
  init(_ failure: SessionFailure) {
    let output = failure.output
    self.init(
      name: output.name, message: output.message,
      traceback: failure.rendered(isColored: true)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  /// Why a command was not obeyed.
  init(refusal: String) {
    self.init(
      name: "command", message: refusal,
      traceback: refusal.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1m\($0)\u{1B}[0m" })
  }

  /// A request that the kernel has no answer to.
  init(unknown type: String) {
    let message = "this kernel has no answer to '\(type)'"
    self.init(name: "unknown request", message: message, traceback: [message])
  }

  /// A request that says what nobody can read.
  init(_ fault: Request.Fault) {
    self.init(name: "unreadable request", message: "\(fault)", traceback: ["\(fault)"])
  }

  private init(name: String, message: String, traceback: [String]) {
    self.name = name
    self.message = Self.cut(message)
    self.traceback =
      traceback.count <= Self.lineLimit
      ? traceback.map(Self.cut)
      : traceback.prefix(Self.lineLimit - 1).map(Self.cut) + [
        "… \(traceback.count - Self.lineLimit + 1) lines more"
      ]
  }

  private static func cut(_ line: String) -> String {
    guard line.utf8.count > columnLimit, line.count > columnLimit else { return line }
    return line.prefix(columnLimit) + "…\u{1B}[0m"
  }

  /// The parts by the names of the protocol.
  var members: [JSONValue.Member] {
    [
      .init(key: "ename", value: .string(name)), .init(key: "evalue", value: .string(message)),
      .init(key: "traceback", value: .array(traceback.map { .string($0) })),
    ]
  }

  /// The content of `error`.
  var content: JSONValue { .object(members) }

  /// The content of a reply that says this.
  var reply: JSONValue {
    .object([.init(key: "status", value: .string("error"))] + members)
  }
}
