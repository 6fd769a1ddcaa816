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

  @Test func `a cell that does not compile is an error with its line in the file`() throws {
    let failure = try #require(throws: CellFailure.self) {
      try program(of: "prose\n\n```swift\nlet a = b\n```\n")
    }

    #expect(failure.diagnostics.first?.place?.line == 4)
    #expect(failure.diagnostics.first?.message == "cannot find 'b' in scope")
  }
}
