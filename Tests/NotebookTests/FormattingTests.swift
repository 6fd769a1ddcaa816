import Notebook
import Testing

/// The formatted text of a notebook's.
private func formatted(_ text: String) throws -> String {
  let document = NotebookDocument(parsing: text)
  let formatted = try #require(document.formatted, "\(document.problems)")
  let again = NotebookDocument(parsing: formatted)
  #expect(again.means(theSame: document))
  #expect(again.formatted == formatted)
  return formatted
}

@Suite struct `A formatted notebook` {
  @Test(arguments: [
    ("``` swift  \n1\n```  \n", "```swift\n1\n```\n"),
    ("```Swift\n1\n```\n", "```swift\n1\n```\n"),
    ("```{.swift}\n1\n```\n", "```swift\n1\n```\n"),
    ("~~~swift\n1\n~~~~\n", "```swift\n1\n```\n"),
    ("``````swift\n1\n``````\n", "```swift\n1\n```\n"),
    ("~~~swift\n// ```\n~~~\n", "````swift\n// ```\n````\n"),
    ("  ```swift\n  if a {\n    b\n }\n  ```\n", "```swift\nif a {\n  b\n}\n```\n"),
    ("```swift\n```", "```swift\n```\n"),
    ("~~~SH\n#|eval:true\necho\n~~~\n", "```sh\n#| eval: true\necho\n```\n"),
    ("\u{FEFF}~~~swift\n1\n~~~\n", "\u{FEFF}```swift\n1\n```\n"),
  ])
  func `has fences of backticks as long as they must be`(text: String, expected: String) throws {
    #expect(try formatted(text) == expected)
  }

  @Test(
    arguments: [
      ("//|key", nil),
      ("//|id:a", "//| id: a"),
      ("//|   id:   \"a\"  ", "//| id: a"),
      (
        "//| tags: slow\n//| eval: False\n//| id: a", "//| id: a\n//| eval: false\n//| tags: [slow]"
      ),
      ("//| tags:\n//|   - a\n//|   - 'b'", "//| tags: [a, b]"),
      ("//| {timeout: 2.50, id: '-'}", "//| id: \"-\"\n//| timeout: 2.50"),
      (
        "//| # why\n//| echo: false   # and\n//| id: a",
        "//| id: a\n//| # why\n//| echo: false # and"
      ),
      ("//| id: a\n//| # last", "//| id: a\n//| # last"),
      ("\n//|\n//| id: a\n\n//| echo: true", "//| id: a\n//| echo: true"),
      // Comments of the code keep their place, and so does all above them.
      ("//|echo:false\n// why\n//|id:a", "//| echo: false\n// why\n//| id: a"),
    ] as [(String, String?)])
  func `has options in one order and one way`(options: String, expected: String?) throws {
    let text = "```swift\n\(options)\nlet a = 1\n```\n"

    guard let expected else {
      #expect(NotebookDocument(parsing: text).formatted == nil)
      return
    }
    #expect(try formatted(text) == "```swift\n\(expected)\nlet a = 1\n```\n")
  }

  @Test(arguments: [
    "# Title\n\n~~~python\n1\n~~~\n\n- a\n\n  ~~~swift\n  1\n  ~~~\n", "text without an end", "",
    "---\ntitle:   \"a\"\n...\n\n```swift\n1\n```\n\n\n\n*a*  \n***\n", "a\rb\r\n\tc\0",
    "~~~sh\necho\n~~~\n", "> ~~~swift\n> 1\n> ~~~\n", "```swift\n\n\n1  \n\t2\n\n```\n",
  ])
  func `keeps prose, front matter and code as they are`(text: String) throws {
    #expect(Array(try formatted(text).utf8) == Array(text.utf8))
  }

  @Test func `ends its lines as they ended`() throws {
    #expect(
      try formatted("a\r\n\r\n~~~swift\r\n//|id:a\r\n1\r\n~~~")
        == "a\r\n\r\n```swift\r\n//| id: a\r\n1\r\n```\r\n")
    #expect(
      try formatted("~~~swift\r\n//|id:a\n1\r\n~~~\n") == "```swift\r\n//| id: a\r\n1\r\n```\n")
  }

  @Test func `has as many lines where they end in every way`() throws {
    #expect(
      try formatted("~~~swift\r//|id:a\n\n1\r  \n~~~\n") == "```swift\r//| id: a\r\n\n1\r  \n```\n")
    #expect(try formatted("  ~~~swift\r  1\r  \n  ~~~\n") == "```swift\r1\r\n\n```\n")
  }

  @Test func `is none where something is wrong`() {
    #expect(NotebookDocument(parsing: "```swift\n1\n").formatted == nil)
    #expect(NotebookDocument(parsing: "---\ntitel: a\n---\n").formatted == nil)
  }
}

@Suite struct `A mended notebook` {
  @Test(arguments: [
    ("```swift {#sum}\n1\n```\n", "```swift\n//| id: sum\n1\n```\n"),
    (
      "  ~~~{.swift #sum echo=\"false\"}\r\n1\r\n~~~\r\n",
      "  ~~~swift\r\n  //| id: sum\r\n  //| echo: false\r\n1\r\n~~~\r\n"
    ),
    ("```{swift, label=a, eval=FALSE}\n1\n```\n", "```swift\n//| id: a\n//| eval: false\n1\n```\n"),
    (
      "```swift\n//| label: a\n//| Echo: no\n1\n```\n",
      "```swift\n//| id: a\n//| echo: false\n1\n```\n"
    ),
    ("```swift\n#| echo: false\n1\n```\n", "```swift\n//| echo: false\n1\n```\n"),
    ("```swift\n/// | echo: false\n1\n```\n", "```swift\n//| echo: false\n1\n```\n"),
    (
      "```swift\n//| id: a\nlet a = 1\n//| echo: false\n```\n",
      "```swift\n//| echo: false\n//| id: a\nlet a = 1\n```\n"
    ),
  ])
  func `has what was meant`(text: String, expected: String) {
    let mended = MendedNotebook(text)

    #expect(mended.text == expected)
    #expect(!mended.changes.isEmpty)
    #expect(NotebookDocument(parsing: mended.text).problems.isEmpty)
  }

  @Test(arguments: [
    "```swift\n1\n", "```swift\n//| evall: false\n1\n```\n", "```bash\n#| eval: true\nls\n```\n",
    "```swift {.wide}\n1\n```\n", "```swift {#a width=50}\n1\n```\n",
    "```swift\n//| echo: 0\n1\n```\n",
    "---\ntitel: x\n---\n", "```swift\n1\n```\n",
  ])
  func `keeps what may be meant otherwise`(text: String) {
    let mended = MendedNotebook(text)

    #expect(mended.text == text)
    #expect(mended.changes.isEmpty)
  }

  @Test func `says what was changed, and where`() {
    let mended = MendedNotebook("```swift {#a}\n1\n```\n\n```swift\n//| label: b\n2\n```\n")

    #expect(
      mended.changes.map { "\($0.line): \($0.description)" } == [
        "6: 'label' is now 'id'", "1: '{#a}' behind 'swift' is now option lines: id: a",
      ])
  }
}
