internal import CellChecking

/// What could stand at a place in an unfinished source text.
public struct CompletionList: Sendable, Equatable {
  /// One way to go on.
  public struct Candidate: Sendable, Hashable {
    /// What would stand there: a name, a word of the language, a label with its colon (`steps:`).
    public let text: String
    /// The type of a value, what a function takes and answers; empty where there is nothing to say.
    public let detail: String
    /// What it is.
    public let kind: NameSummary.Kind
    /// Whether the cells declare it, or the entry itself.
    public let isOwn: Bool
  }

  /// The text literal that the cursor is in.
  public struct Literal: Sendable, Equatable {
    /// What is written in it before the cursor.
    public let content: String
    /// The function that it is an argument of, as its full name: `loadImages(_:size:)`; `nil` where it is
    /// no argument.
    public let function: String?
    /// The label of the argument.
    public let label: String?
    /// The name of the parameter inside the function.
    public let parameter: String?
    /// The type that the parameter wants: `String`.
    public let type: String?
  }

  /// What a candidate replaces, in UTF-8 offsets: the word, or the content of the literal, up to the
  /// cursor.
  public let replacing: Range<Int>
  /// The ways to go on, the likeliest first: labels, own names, then those of the libraries.
  public let candidates: [Candidate]
  /// The literal that the cursor is in, whose content only the caller can complete.
  public let literal: Literal?

  init(
    replacing: Range<Int>, candidates: [Candidate] = [], literal: Literal? = nil
  ) {
    self.replacing = replacing
    self.candidates = candidates
    self.literal = literal
  }
}

/// How a function is called, for a hint while its arguments are typed.
public struct CallHint: Sendable, Hashable {
  /// The call as its declaration: `train(_ network: Network, steps: Int = 100) -> Run`.
  public let text: String
  /// Where each parameter stands in the text, in UTF-8 offsets.
  public let parameters: [Range<Int>]
  /// The parameter that the cursor is in; `nil` when the arguments are more than there are.
  public let active: Int?
  /// What the function does, in Markdown.
  public let documentation: String
}

/// A variable of the cells.
public struct VariableSummary: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Whether it cannot be changed.
  public let isConstant: Bool
  /// Its type: `[Double]`.
  public let type: String
  /// What its value is, in a few words: `3 elements`, `"abc"`, the shape of a tensor.
  public let summary: String
  /// About how many bytes its value takes; `nil` where nobody knows.
  public let byteCount: Int?
}
