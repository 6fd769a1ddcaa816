import CellLanguage
import Glibc
import Notebook
import NotebookSession
import Testing

/// A run that nobody types into has its outputs in one place and news of it in another.
@Suite struct RunPresenterTests {
  private let outputs = RecordingSink()
  private let news = RecordingSink()

  /// Runs a notebook, and returns how it was presented.
  private func run(
    _ text: String, style: RunPresenter.Style = .init(), newsIsTerminal: Bool = false
  ) throws -> (presenter: RunPresenter, summary: RunSummary) {
    let presenter = RunPresenter(
      outputs: ConsolePresenter(sink: outputs, capabilities: .init()),
      news: ConsolePresenter(
        sink: news, capabilities: .init(isTerminal: newsIsTerminal),
        log: .init(news, .init(isTerminal: newsIsTerminal))),
      style: style)
    let library = HostLibrary(functions: [
      HostFunction("func work()", "Tells how far it is.") { (context: HostContext) in
        context.emit(.progress(ProgressReport(title: "work", completed: 1, total: 1)))
      },
      HostFunction("func wait()", "Takes a second.") { (context: HostContext) in usleep(1_000_000)
      },
    ])
    let document = NotebookDocument(parsing: text)
    let driver = SessionDriver(
      document: document, name: "x.mamlnb", runner: CellRunner(library: library),
      presenter: presenter)
    presenter.begin(document.cells)
    try driver.perform(.run(.all))
    let records = driver.session.sidecar.cells
    return (presenter, presenter.end { name in records.first { $0.name == name }?.outcome })
  }

  @Test func `outputs have no progress among them`() throws {
    let (_, summary) = try run("Some prose.\n\n```swift\nwork()\nprint(1)\n```\n")

    #expect(outputs.text == "Some prose.\n\n│ work()\n│ print(1)\n1\n")
    #expect(news.text == "work  1/1\n")
    #expect(summary.isSuccess && summary.cells.count == 1)
  }

  @Test func `a quiet run shows outputs alone`() throws {
    _ = try run(
      "Prose.\n\n```swift\nprint(1)\n```\n```swift\n//| eval: false\n2\n```\n```swift\n3\n```\n",
      style: .init(isQuiet: true))

    #expect(outputs.text == "1\n3\n")
  }

  @Test func `a failure that was expected is none of the run's`() throws {
    let (presenter, summary) = try run(
      "```swift\n//| error: true\n[1][3]\n```\n```swift\n\n[2][5]\n```\n```swift\n1\n```\n")

    #expect(
      presenter.failureLine(in: "x.mamlnb") == "x.mamlnb:7:4: error: Index out of range"
        || presenter.failureLine(in: "x.mamlnb") == "x.mamlnb:7:1: error: Index out of range")
    #expect(summary.cells.map(\.outcome) == [.ok, .error, nil])
    #expect(
      try run("```swift\n//| error: true\n[1][3]\n```\n").presenter.failureLine(in: "x") == nil)
  }

  @Test func `a failure without a place is said with the line of its cell`() throws {
    let (presenter, _) = try run("```swift\n//| error: true\n//| id: fine\n1\n```\n")

    #expect(
      presenter.failureLine(in: "x.mamlnb")
        == "x.mamlnb:4: error: 'fine' was expected to fail (option 'error: true') and did not")
  }

  @Test func `a terminal shows which cell runs while it is quiet, and then not`() throws {
    let (_, summary) = try run(
      "```swift\n1\n```\n```swift\n//| id: slow\nwait()\n```\n```swift\n//| eval: false\n```\n",
      style: .init(tellsCells: true), newsIsTerminal: true)

    #expect(news.text.contains("cell 'slow'") && news.text.contains("2/2"))
    #expect(news.text.hasSuffix("\r\u{1B}[2K"))
    #expect(summary.cells[1].time > .seconds(1))
  }
}
