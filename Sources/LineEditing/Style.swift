/// What a piece of what is shown is, from which its colour follows.
public enum Style: Sendable, Hashable, CaseIterable {
  // In entries, as the owner's rule tells.

  /// A word of the language.
  case keyword
  /// The name of a type.
  case type
  /// The name of a function where it is called.
  case function
  /// A name that the person has defined.
  case name
  /// A number.
  case number
  /// A literal text with its quotes.
  case text
  /// A comment.
  case comment
  /// An attribute or a directive.
  case attribute
  /// A command of the prompt.
  case command
  /// What cannot be right.
  case problem

  // Around entries, as the editor tells.

  /// What is there to help, and is no part of the entry.
  case hint
  /// A bracket and its partner, one of which the cursor is at.
  case pair
  /// What a search has found.
  case found
  /// The chosen line of a menu.
  case chosen
}

/// A styled piece of an entry.
public struct Span: Sendable, Equatable {
  /// Where it is, in UTF-8.
  public var range: Range<Int>
  /// What it is.
  public var style: Style

  /// A piece of an entry.
  public init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}

/// What the terminal is told for a style: parameters of the ANSI sequence SGR.
package enum Palette: Sendable, Equatable {
  /// The 16 colours, which follow the person's own choice of them.
  case colors
  /// No colours, only what cannot be told without.
  case plain

  /// The parameters for a style; empty for the terminal's own way.
  package func parameters(for style: Style?) -> String {
    guard let style else { return "" }
    switch (self, style) {
    case (_, .pair): return "1;4"
    case (_, .chosen): return "7"
    case (_, .found): return "4"
    case (.plain, _): return ""
    case (.colors, .keyword): return "35"
    case (.colors, .type): return "36"
    case (.colors, .function): return "34"
    case (.colors, .name): return ""
    case (.colors, .number): return "33"
    case (.colors, .text): return "32"
    case (.colors, .comment), (.colors, .hint): return "2"
    case (.colors, .attribute): return "35"
    case (.colors, .command): return "1;36"
    case (.colors, .problem): return "31"
    }
  }
}
