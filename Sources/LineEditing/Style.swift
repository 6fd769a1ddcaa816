internal import Text

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
  func parameters(for style: Style?) -> String {
    guard let style, let look = look(of: style) else { return "" }
    return look.parameters.joined(separator: ";")
  }

  private func look(of style: Style) -> TextStyle? {
    switch (self, style) {
    case (_, .pair): .bold + .underlined
    case (_, .chosen): TextStyle(["7"])
    case (_, .found): .underlined
    case (.plain, _), (.colors, .name): nil
    case (.colors, .keyword), (.colors, .attribute): .keyword
    case (.colors, .type): .typeName
    case (.colors, .function): .functionName
    case (.colors, .number): .number
    case (.colors, .text): .literalText
    case (.colors, .comment): .comment
    case (.colors, .hint): .faint
    case (.colors, .command): .bold + .color(6)
    case (.colors, .problem): .color(1)
    }
  }
}
