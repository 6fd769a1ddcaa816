/// A notebook's text that nobody would write, but somebody might have: from a seed, always the same.
public struct GeneratedNotebook: Sendable {
  /// The file.
  public let text: String

  /// The notebook of a seed.
  public init(seed: UInt64) {
    var generator = SeededChoice(seed: seed)
    // Most are such that they run; the others have mistakes, too.
    let isTidy = generator.below(4) > 0
    var text = generator.one(of: ["", "", "", "\u{FEFF}"])
    text += generator.one(of: isTidy ? Array(Self.frontMatters.prefix(5)) : Self.frontMatters)
    for number in 0..<generator.below(9) {
      text += generator.one(of: Self.gaps)
      if generator.below(2) == 0 {
        for _ in 0...generator.below(3) {
          text += generator.one(of: Self.proses) + generator.one(of: Self.gaps)
        }
        if text.utf8.last != 0x0A { text += "\n" }
      } else {
        text += Self.cell(&generator, isTidy: isTidy, number: number)
      }
    }
    if !isTidy, generator.below(2) == 0 {
      text += "```swift\nlet open = 1\n" + generator.one(of: Self.gaps)
    }
    if generator.below(6) == 0, text.utf8.last == 0x0A {
      text = String(decoding: text.utf8.dropLast(), as: UTF8.self)
    }
    switch generator.below(8) {
    case 0:
      text = String(
        decoding: text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)
    case 1:
      text = String(
        decoding: text.utf8.flatMap { byte -> [UInt8] in
          byte == 0x0A && generator.below(5) == 0 ? [0x0D, 0x0A] : [byte]
        }, as: UTF8.self)
    default: break
    }
    self.text = text
  }

  private static func cell(
    _ generator: inout SeededChoice, isTidy: Bool, number: Int
  ) -> String {
    let isShell = generator.below(5) == 0
    let fence = generator.one(of: ["```", "```", "```", "~~~", "`````", "  ```"])
    let indentation = fence.prefix { $0 == " " }
    var text =
      fence + generator.one(of: isShell ? ["sh"] : ["swift", "swift", "Swift", " {swift}"])
    text += "\n"
    let sign = isShell ? "#|" : "//|"
    if isShell { text += "#| eval: true\n" }
    if isTidy {
      for option in tidyOptions where generator.below(5) == 0 {
        if isShell, option.contains("eval") || option.contains("//|  ") { continue }
        let line = option.replacing("N", with: "\(number)").replacing("//|", with: sign)
        text += indentation + line.replacing("\n", with: "\n" + indentation) + "\n"
      }
    } else {
      for _ in 0..<generator.below(4) {
        text += indentation + generator.one(of: options).replacing("//|", with: sign) + "\n"
      }
    }
    let lines = isTidy ? code.filter { !$0.contains("|") } : code
    for _ in 0..<generator.below(5) { text += indentation + generator.one(of: lines) + "\n" }
    return text + fence + generator.one(of: ["", "", "", "  "]) + "\n"
  }

  private static let tidyOptions = [
    "//| id: data-N", "//|eval:false", "//| echo: false", "//| error: true", "",
    "//| tags: [parameters, slow]", "//| timeout: 2.5", "// a comment",
  ]

  private static let frontMatters = [
    "", "", "---\ntitle: Sums\nseed: 7\n---\n", "---\ntitle: \"a: é\"\n...\n",
    "--- \ndata: glyphs\n--- \n\n", "---\n---\n", "---\ntitle: never closed\n",
  ]

  private static let gaps = ["", "\n", "\n", "\n", "\n\n", " \n\t\n", "\n\n\n\n", "\r"]

  private static let proses = [
    "# Title\n", "Some *text* with `code`.\n", "- a\n\n  ```swift\n  let inList = 1\n  ```\n",
    "> ```swift\n> quoted\n> ```\n", "    let indented = 1\n", "<!-- a comment\nof two lines -->\n",
    "````markdown\n```swift\nlet nested = 1\n```\n````\n", "~~~text\n```swift\n~~~\n",
    "```sh\necho shown\n```\n", "```python\nprint(1)\n```\n", "| a | b |\n|---|---|\n| 1 | $x$ |\n",
    "$$\na_1 * b\n$$\n", "1. one\n2. two\n", "---\n", "Setext\n======\n", "text without end",
    "cafe\u{301} ≠ café\n", "line  \nbroken\\\n",
    "<details>\n<summary>x</summary>\n\ny\n\n</details>\n",
    "a\u{2028}b\u{0}c\n", "[link]: https://example.org 'title'\n", "a\rb\n",
    "is `{swift} way`\n", "> - `{swift} a +\n>   b` *`{swift} way`*c\n",
    "| a |\n|-|\n| `{swift} way` |\n",
  ]

  private static let options = [
    "//| id: data", "//| id: other", "//|eval:false", "//| echo: false", "//| error: true",
    "//| tags: [parameters, slow]", "//| tags: [slow, slow]", "//| timeout: 2.5", "// a comment",
    "", "//|   tags:\n//|   - skip-execution", "//| nonsense: 1", "#| eval: true",
    "/// | eval: true",
  ]

  private static let code = [
    "let a = 1", "", "  print(\"ä\")", "let text = \"\"\"\n```\n\"\"\"", "\tlet tab = 1",
    "// ``` in a comment", "%%sh", "//| id: late", "# echo", "let null = \"\u{0}\"",
    "let accent = \"e\u{301}\"", "   ",
  ]
}
