/// A stretch of a source text that means one thing to a reader, for colouring while typing.
public struct SourceToken: Sendable, Hashable {
  /// What the stretch is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A word of the language: `let`, `in`, `self`, `true`, `@escaping`, `#line`.
    case keyword
    /// A text in quotation marks, with the marks and without what is interpolated.
    case text
    /// A number.
    case number
    /// A comment of any form.
    case comment
    /// The name of a type.
    case type
    /// The name of a function where it is declared or called.
    case function
    /// An operator, `=` and `->` among them.
    case `operator`
    /// A bracket of any form, those of an interpolation too.
    case bracket
  }

  /// What it is.
  public let kind: Kind
  /// Where it is, in UTF-8 offsets.
  public let range: Range<Int>
}
