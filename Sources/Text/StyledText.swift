/// Text in several styles, for layout by the columns that a terminal gives to it.
package struct StyledText: Hashable, Sendable {
  /// A piece of one style.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var style: TextStyle

    package init(_ text: String, _ style: TextStyle = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces in order, none of them empty, neighbours of different styles.
  package private(set) var runs: [Run] = []

  /// No text.
  package init() {}

  /// Text of one style.
  package init(_ text: String, _ style: TextStyle = .plain) { append(text, style) }

  /// Text with escapes for colour, as a terminal shows it; other control characters stay as they are.
  package init(escaped text: String) {
    var style = TextStyle.plain
    var rest = text[...]
    while let start = rest.firstIndex(of: "\u{1B}") {
      append(String(rest[..<start]), style)
      let body = rest[start...].dropFirst()
      let parameters = body.dropFirst().prefix { $0.isNumber || $0 == ";" || $0 == ":" }
      guard body.first == "[", parameters.endIndex < rest.endIndex, rest[parameters.endIndex] == "m"
      else {
        append("\u{1B}", style)
        rest = body
        continue
      }
      style = style.changed(by: parameters)
      rest = rest[parameters.endIndex...].dropFirst()
    }
    append(String(rest), style)
  }

  package static func + (lhs: StyledText, rhs: StyledText) -> StyledText {
    var sum = lhs
    sum.append(rhs)
    return sum
  }

  /// Adds text of one style.
  package mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text, style))
    }
  }

  /// Adds text of any styles.
  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }
}

extension StyledText {
  /// Whether there is nothing in it.
  package var isEmpty: Bool { runs.isEmpty }

  /// The text alone.
  package var text: String { runs.map(\.text).joined() }

  /// How many columns it takes on one line.
  package var width: Int { runs.reduce(0) { $0 + terminalWidth(of: $1.text) } }

  /// The text with its styles as escapes, or alone where those are not understood.
  package func rendered(isColored: Bool) -> String {
    isColored ? runs.map { $0.style.applied(to: $0.text) }.joined() : text
  }

  /// The text with a style under its own.
  package func styled(_ style: TextStyle) -> StyledText {
    var styled = StyledText()
    for run in runs { styled.append(run.text, style + run.style) }
    return styled
  }

  /// The lines between line breaks.
  package var lines: [StyledText] {
    var lines = [StyledText()]
    for run in runs {
      let pieces = run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append(StyledText()) }
        lines[lines.count - 1].append(String(piece), run.style)
      }
    }
    return lines
  }
}

extension TextStyle {
  /// The style after the parameters of an escape, of which an empty one or 0 takes all back.
  fileprivate func changed(by parameters: Substring) -> TextStyle {
    let last = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .lastIndex { $0.isEmpty || $0 == "0" }
    // Within `38;5;0` a 0 is a colour.
    guard let last, !parameters.contains("8;") else {
      return self + TextStyle([String(parameters)])
    }
    let rest = parameters.split(separator: ";", omittingEmptySubsequences: false)[last...]
      .dropFirst()
    return TextStyle(rest.isEmpty ? [] : [rest.joined(separator: ";")])
  }
}
