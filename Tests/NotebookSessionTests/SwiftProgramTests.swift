import CellLanguage
import Foundation
import Notebook
import NotebookSession
import Testing

@Suite struct SwiftProgramTests {
  private func program(of notebook: String) throws -> String {
    let text = try SwiftProgram.text(
      of: NotebookDocument(parsing: notebook), named: "x.mamlnb", plots: "plots/x",
      runner: CellRunner())
    // What every program begins with ends with the seed.
    let head = try #require(text.range(of: "let seed = 0\n"))
    return String(text[head.upperBound...])
  }

  @Test func `prose becomes comments and the value of a cell is shown`() throws {
    let text = try program(
      of: "# Sums\n\nTwo *lines*\nof prose.\n\n```swift\nlet a = 1\na + 1\n```\n")

    #expect(
      text == """

        // # Sums
        //
        // Two *lines*
        // of prose.

        let a = 1
        notebookFigures.show(a + 1)

        """)
  }

  @Test func `only the last expression of a cell is shown`() throws {
    let text = try program(of: "```swift\n_ = 1\nprint(2)\n[3].map { $0 }\n```\n")

    #expect(text == "\n_ = 1\nprint(2)\nnotebookFigures.show([3].map { $0 })\n")
  }

  @Test func `a name declared again hides the one before in all that follows`() throws {
    let text = try program(
      of: "```swift\nlet a = 1\n```\n```swift\nlet a = \"x\"\n```\n```swift\na\n```\n")

    #expect(text == "\nlet a = 1\n\ndo {\nlet a = \"x\"\n\nnotebookFigures.show(a)\n}\n")
  }

  @Test func `cells that do not run are comments`() throws {
    let text = try program(
      of: "```swift\n//| eval: false\nlet a = b\n```\n```swift\n//| error: true\nlet c = d\n```\n")

    #expect(
      text
        == "\n// (a cell that is not run)\n// let a = b\n\n// (a cell that is expected to fail)\n// let c = d\n"
    )
  }

  @Test(arguments: ["\r\n", "\r", "\n", "\u{2028}", "\u{B}", "\u{85}"])
  func `prose stays comment to its end, whatever ends its lines`(ending: String) throws {
    let lines = ["# Title", "print(6 * 7)", "", "*/ print(1) /*", "\"\"\"", "#if x", "a\0b"]
    let notebook =
      lines.joined(separator: ending) + "\n\n```swift\nlet a = 1\n```\n"
      + lines.joined(separator: ending + "\n")

    let text = try program(of: notebook)

    let code = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("//") }
    #expect(code == ["let a = 1"])
    #expect(text.contains("// print(6 * 7)\n"))
    #expect(
      !text.unicodeScalars.contains { ["\r", "\u{2028}", "\u{B}", "\u{85}", "\0"].contains($0) })
  }

  @Test func `a file with CRLF or CR alone is a program of the same lines`() throws {
    let notebook = "# Title\nSome prose.\n\n```swift\nlet a = 1\n```\n"
    for ending in ["\r\n", "\r"] {
      #expect(
        try program(of: notebook.replacing("\n", with: ending)) == program(of: notebook))
    }
  }

  @Test func `texts of the front matter and the name of the file are comments and literals`() throws
  {
    let text = try SwiftProgram.text(
      of: NotebookDocument(
        parsing: "---\ntitle: \"one\\nprint(6 * 7)\\r*/\"\ndata: \"a\\nb\\\"\\\\(c)\"\n---\n"),
      named: "x\nprint(1).mamlnb", plots: "plots/x\n\"", runner: CellRunner())

    let code = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("//") }
    #expect(code.filter { $0.contains("print") } == [])
    #expect(text.hasPrefix("// one\n// print(6 * 7)\n// */\n// Written by"))
    #expect(code.contains("let data = \"a\\nb\\\"\\\\(c)\""))
  }

  @Test func `a cell that does not compile is an error with its line in the file`() throws {
    let failure = try #require(throws: CellFailure.self) {
      try program(of: "prose\n\n```swift\nlet a = b\n```\n")
    }

    #expect(failure.diagnostics.first?.place?.line == 4)
    #expect(failure.diagnostics.first?.message == "cannot find 'b' in scope")
  }
}
