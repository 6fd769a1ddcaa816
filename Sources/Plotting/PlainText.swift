/// Text for terminals that know only ASCII.
package enum PlainText {
  /// The text with every other character replaced by one or two that look like it, in as many
  /// columns.
  package static func ascii(_ text: String) -> String {
    var result = ""
    var isRaised = false
    for character in text {
      if let digit = raised[character] {
        // 10⁻³ becomes 1e-3, which is as wide.
        if !isRaised, result.hasSuffix("10") {
          result.removeLast()
          result.append("e")
        }
        isRaised = true
        result.append(digit)
        continue
      }
      isRaised = false
      if character.isASCII {
        result.append(character)
      } else {
        let replacement = alike[character] ?? "?"
        let width = TextWidth.columns(character)
        result += width == 2 ? "??" : width == 0 ? "" : String(replacement)
      }
    }
    return result
  }

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]

  private static let alike: [Character: Character] = [
    "−": "-", "–": "-", "…": "~", "×": "x", "±": "~", "∞": "I", "•": "*", "·": ".",
  ]
}
