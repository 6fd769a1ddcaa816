import Notebook
import Testing

@Suite struct NotebookDocumentTests {
  static let example = """
    ---
    title: Sums
    seed: 7
    data: glyphs
    ---

    # Sums

    Some *prose* with a [link](x).

    ```swift
    //| id: first
    //| tags: [parameters]
    let ways = 5
    ```

    ```sh
    echo display only
    ```

    ~~~~swift
    ways + 1
    ~~~~

    ``` sh
    #| eval: true
    #| timeout: 1.5
    ls
    ```
    The end.

    """

  @Test func `a notebook reads as front matter, prose and cells`() {
    let document = NotebookDocument(parsing: Self.example)

    #expect(document.problems.isEmpty)
    #expect(document.frontMatter.title == "Sums")
    #expect(document.frontMatter.seed == 7)
    #expect(document.frontMatter.data == "glyphs")
    #expect(document.cells.map(\.name) == ["first", "cell-2", "cell-3"])
    #expect(document.cells.map(\.source) == ["let ways = 5\n", "ways + 1\n", "ls\n"])
    #expect(document.cells.map(\.kind) == [.swift, .swift, .shell])
    #expect(document.cells.map(\.firstLine) == [14, 22, 28])
    #expect(document.cells[2].options.timeout == 1.5)
    #expect(document.cells[0].options.declaresParameters)
    #expect(document.blocks.count == 7)
  }

  @Test func `printing gives the bytes that were read`() {
    for text in [Self.example] + awkwardTexts {
      #expect(Array(NotebookDocument(parsing: text).text.utf8) == Array(text.utf8))
    }
  }

  @Test func `every prefix of a notebook reads and prints`() throws {
    let texts = [Self.example.replacing("prose", with: "prosé 🎲")] + awkwardTexts
    for bytes in texts.map({ Array($0.utf8) }) {
      for count in 0...bytes.count {
        let prefix = Array(bytes[..<count])
        guard let document = try? NotebookDocument(decoding: prefix) else { continue }
        #expect(Array(document.text.utf8) == prefix)
      }
    }
  }

  /// Texts whose line endings, fences or bytes a careless reader would lose.
  private var awkwardTexts: [String] {
    let crlf = Self.example.replacing("\n", with: "\r\n")
    let cr = Self.example.replacing("\n", with: "\r")
    return [
      "", "\n", "\r\n", "---\n", "---\n---", "```swift", "```swift\n", "```swift\n1", "~~~",
      crlf, cr, "\u{FEFF}" + Self.example, "a\0b\n```swift\n\0\n```\n",
      "```swift\n1\n\n\n", "   ```swift\n   1\n  ```\n", "- ```swift\n  1\n  ```\n",
      "> ```swift\n> 1\n", "```swift\r1\r\n```\n\r", "e\u{301}\n```swift\ne\u{301}\n```",
      "---\ntitle: [\n---\n", "---\ntitle: &a *a\n---\n", "---\n{a: b\n---\n",
      "```swift\n//|\n//| id\n//| - x\n//| tags: {\n```\n",
    ]
  }

  @Test func `a byte order mark does not hide the front matter`() {
    let document = NotebookDocument(parsing: "\u{FEFF}---\nseed: 3\n---\n```swift\n1\n```\n")

    #expect(document.frontMatter.seed == 3)
    #expect(document.cells[0].firstLine == 5)
  }

  @Test func `lines that end in CRLF or CR count as lines`() {
    for ending in ["\r\n", "\r"] {
      let text = Self.example.replacing("\n", with: ending)
      let document = NotebookDocument(parsing: text)

      #expect(document.cells.map(\.firstLine) == [14, 22, 28])
      #expect(document.cells[0].source == "let ways = 5\n")
      #expect(document.problems.isEmpty)
    }
  }

  /// The CommonMark rules for fences, one case each: what the cells of the text hold.
  @Test(arguments: [
    ("```swift\n1\n```", ["1\n"]),
    ("~~~swift\n1\n~~~", ["1\n"]),
    ("``\n1\n``", []),
    ("```swift\n1\n~~~\n```", ["1\n~~~\n"]),
    ("~~~swift\n1\n```\n~~~", ["1\n```\n"]),
    ("````swift\n1\n```\n``````", ["1\n```\n"]),
    ("```swift\n\n  \n```", ["\n  \n"]),
    ("```swift\n```", [""]),
    (" ```swift\n 1\n2\n```", ["1\n2\n"]),
    ("  ```swift\n1\n   2\n    3\n  ```", ["1\n 2\n  3\n"]),
    ("   ```swift\n   1\n```", ["1\n"]),
    ("    ```swift\n    1\n    ```", []),
    ("```swift\n1\n    ```\n```", ["1\n    ```\n"]),
    ("```swift\n1\n  ```", ["1\n"]),
    ("prose\n```swift\n1\n```\nprose", ["1\n"]),
    ("prose\n---\n~~~swift\n1\n~~~\n# x", ["1\n"]),
    ("```swift``` is inline", []),
    ("~~~ sh ``` ~~~\n1\n~~~\n\n~~~ swift\n1\n~~~", ["1\n"]),
    ("```   swift   \n1\n```", ["1\n"]),
    ("```swift\n1\n``` x\n```", ["1\n``` x\n"]),
    ("```swiftui\n1\n```", []),
    ("```Swift\n1\n```", ["1\n"]),
    ("```{swift}\n1\n```", ["1\n"]),
    ("``` { SWIFT } \n1\n```", ["1\n"]),
    ("```{.swift}\n1\n```", ["1\n"]),
    ("```{python}\n1\n```", []),
    ("```swift-format\n1\n```", []),
    ("```Sh\n#| eval: true\nls\n```", ["ls\n"]),
    ("```{sh}\n#| eval: true\nls\n```", ["ls\n"]),
    ("```bash\nls\n```", []),
    ("- ```swift\n  1\n  ```", []),
    ("> ```swift\n> 1\n> ```\n\n```swift\n2\n```", ["2\n"]),
    ("<!--\n```swift\n1\n```\n-->", []),
    ("<pre>\n\n```swift\n1\n```\n</pre>", []),
    ("<div>\n\n```swift\n1\n```\n\n</div>", ["1\n"]),
    ("| a |\n|---|\n```swift\n1\n```", ["1\n"]),
  ])
  func `cells are the top-level fenced blocks of CommonMark`(text: String, sources: [String]) {
    let document = NotebookDocument(parsing: text)

    #expect(document.cells.map(\.source) == sources)
    #expect(document.text == text)
    #expect(document.problems.isEmpty)
  }

  @Test func `a cell without a closing fence reaches to the end and is a problem`() {
    let document = NotebookDocument(parsing: "prose\n\n```swift\n1\n\n")

    #expect(document.cells.map(\.source) == ["1\n\n"])
    #expect(document.problems.map(\.line) == [3])
    #expect(document.problems.map(\.kind) == [.cellNotClosed])
  }

  @Test func `bytes that are not UTF-8 are an error with offset and line`() throws {
    let bytes = Array("# é\nab".utf8) + [0xFF, 0x0A]

    let error = #expect(throws: EncodingError.self) { try NotebookDocument(decoding: bytes) }

    #expect(error?.offset == 7)
    #expect(error?.line == 2)
    #expect(
      error?.description == "the file is not UTF-8: byte 0xFF at offset 7, line 2")
  }

  @Test func `a character cut short by the end of the file is an error`() {
    let bytes = Array("é".utf8.prefix(1))

    let error = #expect(throws: EncodingError.self) { try NotebookDocument(decoding: bytes) }

    #expect(error?.offset == 0)
  }
}
