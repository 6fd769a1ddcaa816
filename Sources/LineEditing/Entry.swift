/// What came of asking for an entry.
public enum Entry: Sendable, Equatable {
  /// An entry, without the newline that ended it; its lines are separated by `\n`.
  case text(String)
  /// Control-C: the entry was given up.
  case interrupted
  /// There is no more input.
  case endOfInput
  /// SIGTERM or SIGHUP came while the entry was waited for: time to save and to leave.
  case terminated
}

/// Whether an entry can end where it does.
public enum EntryCompleteness: Sendable, Equatable {
  /// It can be used as it is.
  case complete
  /// It is right so far, and more must follow.
  case incomplete
  /// It is wrong, and more would not help: using it explains why.
  case invalid
}

/// What stands before an entry while it is typed.
public struct Prompt: Sendable, Equatable {
  /// The words.
  public var text: String
  /// The parameters of the ANSI sequence that colours it, such as `1;36`; nil for no colour.
  public var color: String?

  /// A prompt.
  public init(_ text: String, color: String? = nil) {
    self.text = text
    self.color = color
  }
}
