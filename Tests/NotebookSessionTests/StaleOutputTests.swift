import CellLanguage
import Notebook
import NotebookSession
import Testing

/// What is kept of a run of a notebook.
private func kept(_ text: String) throws -> Sidecar {
  let place = Workplace()
  let folder = OutputFolder(path: place.path)
  try Stage(text, folder: folder).driver.perform(.run(.all))
  return try #require(folder.records())
}

private func stale(_ outputs: Sidecar?, _ text: String) -> String? {
  outputs?.firstStaleCell(of: NotebookDocument(parsing: text))?.name
}

private let notebook = """
  # A

  ```swift
  let a = 1
  ```

  ```swift
  //| eval: false
  nothing
  ```

  ```swift
  //| id: last
  print(a)
  ```
  """

@Suite struct `Outputs that are kept` {
  @Test func `are of a notebook whose prose and options have changed`() throws {
    let outputs = try kept(notebook)

    #expect(outputs.cells.map(\.outcome) == [.ok, .skipped, .ok])
    #expect(stale(outputs, notebook) == nil)
    let other = notebook.replacing("# A", with: "Text").replacing("nothing", with: "something")
      .replacing("//| id: last", with: "//| echo: false\n//| id: last")
    #expect(stale(outputs, other) == nil)
  }

  @Test(arguments: [
    ("let a = 1", "let a = 2", "cell-1"), ("print(a)", "print(a) ", "last"),
    ("//| eval: false\nnothing", "let b = 1", "cell-2"),
    ("# A\n\n", "---\nseed: 3\n---\n", "cell-1"), ("# A\n\n", "---\ndata: x\n---\n", "cell-1"),
    ("# A\n", "```swift\nlet b = 1\n```\n", "cell-1"),
  ])
  func `are of another version from the first cell on that is another`(
    old: String, new: String, cell: String
  ) throws {
    #expect(stale(try kept(notebook), notebook.replacing(old, with: new)) == cell)
  }

  @Test func `by an earlier program are of no version`() {
    let list = #"{"cells": [{"id": "cell-1", "outcome": "ok", "outputs": []}]}"#

    #expect(stale(try? Sidecar(parsing: list), notebook) == nil)
    #expect(stale(nil, notebook) == nil)
  }

  @Test func `have the same digests whenever they are made`() throws {
    #expect(try kept(notebook) == kept(notebook))
  }
}

@Suite struct `The check of names` {
  private func findings(_ text: String) -> [NotebookFinding] {
    NotebookCheck(runner: CellRunner(library: HostLibrary()), name: "x.mamlnb")
      .findings(in: NotebookDocument(parsing: text))
  }

  @Test func `tells links that lead nowhere`() {
    let found = findings(
      """
      # A *title*, and `code`

      [a](#a-title-and-code) [b](#sum) [c](#cell-2) [d](#top) [e](#) [f](x#y) <i id="z">z</i> [g](#z)

      ```swift
      //| id: sum
      1
      ```

      > - | x |
      >   |---|
      >   | [**h**](#summ) |

      ```swift
      2
      ```

      [i](#nowhere)
      """)

    #expect(found.map(\.line) == [12, 18])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(
      found.map(\.message) == [
        "the link leads to no cell and no heading: '#summ'; did you mean 'sum'?",
        "the link leads to no cell and no heading: '#nowhere'",
      ])
  }

  @Test func `tells ids that differ only in case`() {
    let found = findings("```swift\n//| id: Sum\n1\n```\n```swift\n//| id: sum\n1\n```\n")

    #expect(found.map(\.line) == [5])
    #expect(found.first?.message.hasPrefix("'sum' and 'Sum' on line 1 differ only in case") == true)
  }

  @Test func `tells ids that nothing mentions where that is asked for`() {
    let text = ["a", "b", "c", "d"].map { "```swift\n//| id: \($0)\n1\n```\n" }.joined(
      separator: "\n")
    let document = NotebookDocument(
      parsing: text + "\n[x](#a), `run --to b`, ![p](x.out/c-1.png)\n\n```swift\n2\n```\n")

    let found = NotebookFinding.unmentionedIDs(of: document, in: "x.mamlnb")

    #expect(found.map(\.cell) == ["d"])
    #expect(found.map(\.severity) == [.note])
  }
}
