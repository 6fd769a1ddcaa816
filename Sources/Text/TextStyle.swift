/// How a terminal shows a piece of text: the parameters of its escape `ESC [ … m`.
///
///     TextStyle.bold + .color(6)   // ESC [ 1 ; 36 m
package struct TextStyle: Hashable, Sendable {
  /// The parameters, as `1` or `38;5;208`; none for text as it is.
  package var parameters: [String]

  /// A style of these parameters.
  package init(_ parameters: [String] = []) { self.parameters = parameters }

  /// Text as it is.
  package static let plain = TextStyle()
  package static let bold = TextStyle(["1"])
  package static let faint = TextStyle(["2"])
  package static let italic = TextStyle(["3"])
  package static let underlined = TextStyle(["4"])
  package static let struck = TextStyle(["9"])

  /// One of the terminal's own colours: 0 black, 1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan,
  /// 7 white, and from 8 on the bright ones.
  package static func color(_ number: Int) -> TextStyle {
    TextStyle(["\(number < 8 ? 30 + number : 82 + number)"])
  }

  /// Both, where the second decides what both say.
  package static func + (lhs: TextStyle, rhs: TextStyle) -> TextStyle {
    TextStyle(lhs.parameters + rhs.parameters.filter { !lhs.parameters.contains($0) })
  }

  /// A text in this style, as a terminal understands it.
  package func applied(to text: String) -> String {
    parameters.isEmpty || text.isEmpty
      ? text : "\u{1B}[\(parameters.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
