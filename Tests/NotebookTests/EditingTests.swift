import Notebook
import Testing

@Suite struct EditingTests {
  private static let text = """
    ---
    title: Sums
    ---
    # One

    ```swift
    //| id: first
    let a = 1
    ```

    * two

    ~~~~swift
    a + 1
    ~~~~

    """

  @Test func `the contents of a cell are its options and its code`() {
    let document = NotebookDocument(parsing: Self.text)

    #expect(document.contents(ofCell: 1) == "//| id: first\nlet a = 1\n")
    #expect(document.contents(ofCell: 2) == "a + 1\n")
    #expect(document.contents(ofCell: 3) == nil)
  }

  @Test func `other contents change nothing around them`() {
    let document = NotebookDocument(parsing: Self.text)

    let text = document.text(replacingContentsOfCell: 2, by: "a + 2\nb")

    #expect(text == Self.text.replacing("a + 1\n", with: "a + 2\nb\n"))
    #expect(
      document.text(replacingContentsOfCell: 1, by: "//| id: first\nlet a = 1\n") == Self.text)
  }

  @Test(arguments: ["```", "  ```` ", "~~~~", "a\n```\nb\n````\n", "", "`` `"])
  func `contents that would end the block get longer fences`(contents: String) {
    for number in 1...2 {
      let document = NotebookDocument(parsing: Self.text)
      let text = document.text(replacingContentsOfCell: number, by: contents)
      let changed = NotebookDocument(parsing: text)

      let lines = contents.isEmpty || contents.hasSuffix("\n") ? contents : contents + "\n"
      #expect(changed.cells.count == 2)
      #expect(changed.contents(ofCell: number) == lines)
    }
    let cell = NotebookDocument(parsing: NotebookDocument.cellText(of: contents))
    #expect(cell.cells.count == 1)
  }

  @Test func `a cell without a closing fence gets one`() {
    let document = NotebookDocument(parsing: "```swift\nlet a = 1")

    #expect(
      document.text(replacingContentsOfCell: 1, by: "let b = 2") == "```swift\nlet b = 2\n```\n")
  }
}
