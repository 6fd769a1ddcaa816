import CellLanguage
import Notebook
import NotebookSession
import Testing
import Text

@Suite struct NotebookFindingTests {
  private func findings(_ text: String) -> [NotebookFinding] {
    NotebookCheck(runner: CellRunner(library: HostLibrary()), name: "x.mamlnb")
      .findings(in: NotebookDocument(parsing: text))
  }

  @Test func `everything is found at once, in the order of the lines`() {
    let found = findings(
      """
      # A

      ```swift
      //| evla: false
      let a = 1 + undefined
      let b = "x" * 2
      ```

      ```swift {#id}
      print(c)
      ```
      """)

    #expect(found.map(\.line) == [4, 5, 6, 9, 10])
    #expect(found.allSatisfy { $0.severity == .error && $0.file == "x.mamlnb" })
    #expect(found[0].message == "unknown cell option 'evla'; did you mean 'eval'?")
    #expect(found[0].text == "x.mamlnb:4: error: \(found[0].message)")
    #expect(found[1].message.hasPrefix("cannot find 'undefined' in scope"))
    #expect(found[1].text.hasPrefix("x.mamlnb:5:13: error: cannot find 'undefined' in scope"))
    #expect(found[1].text.contains("^~~~~~~~~"))
    #expect(found[1].cell == "cell-1")
    #expect(found[1].end?.column == 22)
  }

  @Test func `a notebook that is right has none, and one without a cell a warning`() {
    #expect(findings("```swift\nlet a = 1\n```\n```swift\nprint(a)\n```\n").isEmpty)
    #expect(findings("# A\n").map(\.severity) == [.warning])
  }

  @Test func `an editor reads them as JSON`() {
    let found = findings("```swift\nlet a: Int = true\n```\n")

    #expect(
      found.map(\.json.text) == [
        """
        {
         "file": "x.mamlnb",
         "line": 2,
         "column": 14,
         "endLine": 2,
         "endColumn": 18,
         "cell": "cell-1",
         "severity": "error",
         "message": "cannot convert value of type 'Bool' to specified type 'Int'"
        }

        """
      ])
  }
}
