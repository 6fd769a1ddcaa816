import CellLanguage
import Notebook
import NotebookSession
import Testing

/// Cells are checked before the first one runs.
@Suite struct NotebookCheckTests {
  private func faults(_ text: String) -> [String] {
    NotebookCheck(runner: CellRunner(), name: "x.mamlnb")
      .faults(of: NotebookDocument(parsing: text).cells)
      .map { "\($0.cell.name): \($0.failure.message)" }
  }

  private func notebook(_ cells: String...) -> String {
    cells.map { "```swift\n\($0)\n```\n" }.joined()
  }

  @Test func `names and types go from cell to cell, and nothing runs`() {
    #expect(
      faults(notebook("let a = [1][7]", "func f() -> Int { a }\nwhile true {}", "f() + 1")) == [])
  }

  @Test func `every faulty cell is found, and told of once`() {
    #expect(
      faults(
        notebook(
          "let n = 1 + \"a\"", "let m = n + 1", "pritn(m)", "struct P { var x: Int }", "P(x: 1).y")
      ) == [
        "cell-1: binary operator '+' cannot be applied to operands of type 'Int' and 'String'",
        "cell-3: cannot find 'pritn' in scope; did you mean 'print'?",
        "cell-5: value of type 'P' has no member 'y'",
      ])
  }

  @Test func `what an unreadable cell declares is not missed`() {
    let found = faults(
      notebook("let rate = 0.1\nlet = 3", "rate * 2", "func g() -> Int { 1 }\ng()", "x"))

    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("cell-1: ") == true)
    #expect(found.last == "cell-4: cannot find 'x' in scope")
  }

  @Test func `cells that do not run or are expected to fail have no faults`() {
    #expect(
      faults(
        """
        ```swift
        //| eval: false
        nonsense
        ```
        ```swift
        //| error: true
        let b = nonsense
        ```
        ```sh
        #| eval: true
        nonsense
        ```
        """) == [])
    #expect(
      faults("```swift\n//| error: true\nlet b = nonsense\n```\n" + notebook("b"))
        == ["cell-2: cannot find 'b' in scope"])
  }

  @Test func `a fault has its place in the file`() {
    let check = NotebookCheck(runner: CellRunner(), name: "x.mamlnb")
    let document = NotebookDocument(parsing: "text\n\n```swift\nlet a = 1\n  b\n```\n")

    let fault = check.faults(of: document.cells).first

    #expect(fault?.line(in: "x.mamlnb") == "x.mamlnb:5:3: error: cannot find 'b' in scope")
  }

  @Test func `checking starts from a state and takes little time`() {
    let runner = CellRunner()
    let state = runner.check("let a = 1", from: CellState()).state
    let cells = NotebookDocument(parsing: notebook("a")).cells

    #expect(NotebookCheck(runner: runner, name: "x").faults(of: cells, from: state).isEmpty)
    #expect(NotebookCheck(runner: runner, name: "x").faults(of: cells).count == 1)
  }
}
