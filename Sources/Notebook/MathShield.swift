/// Keeps Markdown from reading formulas: `$a_1*b$` has neither emphasis nor escapes.
///
/// Before a text is parsed, the ASCII characters of its formulas become characters that mean nothing,
/// from a plane that is for private use; in what was parsed they become themselves again, so that a
/// dollar in code that was taken for a formula does no harm.
package enum MathShield {
  private static let offset: UInt32 = 0x10F000

  /// The text with its formulas shielded.
  package static func shielding(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { isShielded($0) ? "\u{FFFD}" : $0 }
    guard text.utf8.contains(UInt8(ascii: "$")) else {
      return scalars.count == text.unicodeScalars.count
        && !text.unicodeScalars.contains(where: isShielded)
        ? text : string(scalars)
    }
    var shielded = scalars
    for formula in formulas(in: scalars) {
      for index in formula where scalars[index] == "\n" || (" "..."~").contains(scalars[index]) {
        shielded[index] = Unicode.Scalar(offset + scalars[index].value) ?? scalars[index]
      }
    }
    return string(shielded)
  }

  /// The text with its formulas as they were.
  package static func unshielding(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isShielded) else { return text }
    return string(text.unicodeScalars.map(original))
  }

  /// The pieces of a text that are formulas and those that are not, in order, as they were.
  package static func pieces(of text: String) -> [(text: String, isFormula: Bool)] {
    guard text.unicodeScalars.contains(where: isShielded) else { return [(text, false)] }
    var pieces: [(text: String, isFormula: Bool)] = []
    var plain: [Unicode.Scalar] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard isShielded(scalars[index]) else {
        plain.append(scalars[index])
        index += 1
        continue
      }
      let end = endOfFormula(from: index, in: scalars)
      if !plain.isEmpty { pieces.append((string(plain), false)) }
      plain = []
      pieces.append((string(scalars[index..<end].map(original)), true))
      index = end
    }
    if !plain.isEmpty { pieces.append((string(plain), false)) }
    return pieces
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isShielded(_ scalar: Unicode.Scalar) -> Bool {
    (offset..<offset + 0x80).contains(scalar.value)
  }

  private static func original(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    isShielded(scalar) ? Unicode.Scalar(scalar.value - offset) ?? scalar : scalar
  }

  /// Where a shielded formula ends that begins at `start`.
  private static func endOfFormula(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    let dollar = Unicode.Scalar(offset + 0x24) ?? "$"
    let width = scalars.dropFirst(start).prefix(2).allSatisfy { $0 == dollar } ? 2 : 1
    var index = start + width
    while index < scalars.count {
      if scalars[index] == dollar {
        let isEscaped = original(scalars[index - 1]) == "\\"
        if !isEscaped, width == 1 { return index + 1 }
        if !isEscaped, index + 1 < scalars.count, scalars[index + 1] == dollar { return index + 2 }
      }
      index += 1
    }
    return scalars.count
  }
}

// MARK: - Where formulas are

extension MathShield {
  /// The formulas of a text with their dollars.
  ///
  /// `$` opens one where no blank follows, and closes it where none comes before and no digit follows,
  /// so that `$5 and $6` is money; `$$` closes what `$$` opens. A formula ends within its paragraph, and
  /// there is none in code.
  private static func formulas(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var formulas: [Range<Int>] = []
    var index = 0
    // Each is looked for once only, so that a text of dollars takes no longer than another.
    var paragraphEnd = 0
    while index < scalars.count {
      if index >= paragraphEnd { paragraphEnd = endOfParagraph(from: index, in: scalars) }
      switch scalars[index] {
      case "\\": index += 2
      case "`":
        let run = scalars[index...].prefix { $0 == "`" }.count
        index = endOfCode(from: index + run, run, in: scalars, before: paragraphEnd) ?? index + run
      case "$":
        if let formula = formula(at: index, in: scalars, before: paragraphEnd) {
          formulas.append(formula)
          index = formula.upperBound
        } else {
          index += scalars[index...].prefix { $0 == "$" }.count
        }
      default: index += 1
      }
    }
    return formulas
  }

  /// The longest formula that is looked for.
  private static let limit = 4000

  private static func formula(
    at start: Int, in scalars: [Unicode.Scalar], before end: Int
  ) -> Range<Int>? {
    let isDisplayed = start + 1 < end && scalars[start + 1] == "$"
    let first = start + (isDisplayed ? 2 : 1)
    guard first < end, isDisplayed || !isBlank(scalars[first]) else { return nil }
    let isInTable = isTableRow(at: start, in: scalars)
    var index = first
    let end = min(end, start + limit)
    while index < end {
      switch scalars[index] {
      case "\\": index += 1
      case "|" where isInTable: return nil
      case "\n" where isInTable: return nil
      case "$" where isDisplayed:
        if index > first, index + 1 < end, scalars[index + 1] == "$" { return start..<index + 2 }
      case "$":
        let isFollowedByDigit =
          index + 1 < scalars.count && ("0"..."9").contains(scalars[index + 1])
        if !isBlank(scalars[index - 1]), !isFollowedByDigit { return start..<index + 1 }
        // What looks like an opening dollar is one.
        if isBlank(scalars[index - 1]) { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func isTableRow(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let lower = max(0, index - limit)
    let start = scalars[lower..<index].lastIndex(of: "\n").map { $0 + 1 } ?? lower
    return scalars[start..<index].first { !isBlank($0) } == "|"
  }

  /// Where the code ends that a run of so many backticks opens.
  private static func endOfCode(
    from start: Int, _ length: Int, in scalars: [Unicode.Scalar], before end: Int
  ) -> Int? {
    var index = start
    let end = min(end, start + limit)
    while index < end {
      guard scalars[index] == "`" else {
        index += 1
        continue
      }
      let run = scalars[index...].prefix { $0 == "`" }.count
      index += run
      if run == length { return index }
    }
    return nil
  }

  /// Where the next line is blank or begins with a fence.
  private static func endOfParagraph(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var lineStart = start
    while let newline = scalars[lineStart...].firstIndex(of: "\n") {
      let line = scalars[(newline + 1)...].prefix { $0 != "\n" }.drop(while: isBlank)
      if line.isEmpty || line.starts(with: "```".unicodeScalars)
        || line.starts(with: "~~~".unicodeScalars)
      {
        return newline + 1
      }
      lineStart = newline + 1
    }
    return scalars.count
  }
}
