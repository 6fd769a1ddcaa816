import CellLanguage
import Notebook
import NotebookSession
import Prelude
import Testing
import mamlnb

@Suite struct `A notebook to start from` {
  @Test func `can run as it stands`() {
    let document = NotebookDocument(parsing: StartingNotebook(title: "My notes").text)
    let runner = CellRunner(
      library: Workbench.library(Prelude(plotsFolder: "plots"), document.frontMatter))

    #expect(document.problems.isEmpty)
    #expect(document.cells.count == 4)
    #expect(NotebookCheck(runner: runner, name: "x").faults(of: document.cells).isEmpty)
  }

  @Test(arguments: ["a: \"b\" \\ #c", "---", "é", "'"])
  func `has any title`(title: String) {
    let document = NotebookDocument(parsing: StartingNotebook(title: title).text)

    #expect(document.problems.isEmpty)
    #expect(document.frontMatter.title == title)
  }
}
