import CellLanguage
import Notebook
import NotebookSession
import Testing

/// While cells run, what they produce is added to a journal.
@Suite struct OutputJournalTests {
  private let place = Workplace()

  private func record(_ name: String, _ text: String) -> Sidecar.CellRecord {
    .init(name: name, outcome: .ok, outputs: [.stream(.stdout, text: text)])
  }

  private func journal(_ records: [(Int, Sidecar.CellRecord)]) -> [UInt8] {
    records.reduce(into: Sidecar.journalHead) { bytes, item in
      bytes += Sidecar.journalEntry(of: item.1, at: item.0).line
    }
  }

  @Test func `the last line of a cell counts, in the order of the cells`() {
    let bytes = journal([
      (1, record("b", "old")), (0, record("a", "1\n2")), (1, record("b", "new")),
    ])

    #expect(
      Sidecar(journal: bytes) == Sidecar(cells: [record("a", "1\n2"), record("b", "new")]))
  }

  @Test func `what was cut off anywhere reads as the lines before it`() throws {
    let (one, two) = (record("a", "é\n"), record("b", "🎲"))
    let whole = journal([(0, one), (1, two)])
    let first = journal([(0, one)]).count

    for count in 0...whole.count {
      let read = Sidecar(journal: Array(whole[..<count]))
      let expected: [Sidecar.CellRecord]? =
        count < Sidecar.journalHead.count
        ? nil : count < first ? [] : count < whole.count ? [one] : [one, two]
      #expect(read?.cells == expected, "\(count)")
    }
  }

  @Test func `a folder with a journal reads as the journal, until a run ends`() throws {
    let folder = OutputFolder(path: place.path)
    place.write(Sidecar(cells: [record("old", "x")]).files[0].bytes, to: Sidecar.listName)
    place.write(
      journal([(0, record("a", "1"))]) + Array("{\"cell\":2,\"id\"".utf8), to: Sidecar.journalName)

    #expect(folder.sidecar() == Sidecar(cells: [record("a", "1")]))
    try Stage("```swift\nprint(2)\n```\n", folder: folder).driver.perform(.run(.all))

    #expect(folder.sidecar()?.cells.map(\.outputs) == [record("cell-1", "2\n").outputs])
    #expect(!place.has(Sidecar.journalName))
  }

  @Test func `during a run the journal has the cells that have run`() throws {
    let seen = Seen()
    let folder = OutputFolder(path: place.path)
    let library = HostLibrary(functions: [
      HostFunction("func look()", "Reads the folder.") { (context: HostContext) in
        seen.sidecars.append(folder.sidecar())
      }
    ])
    let stage = Stage(
      String(repeating: "```swift\nlook()\nprint(1)\n```\n", count: 3), folder: folder,
      library: library)

    try stage.driver.perform(.run(.all))

    #expect(
      seen.sidecars.map { $0?.cells.map(\.name) } == [nil, ["cell-1"], ["cell-1", "cell-2"]])
    #expect(folder.sidecar() == stage.driver.session.sidecar)
  }

  private final class Seen: @unchecked Sendable {
    // Cells run one after the other.
    var sidecars: [Sidecar?] = []
  }

  @Test func `a second session keeps its outputs apart and says so`() throws {
    let folder = OutputFolder(path: place.path + "/x.out")
    let cell = "```swift\n//| echo: false\nprint(1)\n```\n"
    let first = Stage(cell, folder: folder)
    let second = Stage(cell, folder: folder)
    try first.driver.perform(.run(.all))

    try second.driver.perform(.run(.all))

    #expect(first.sink.text == "1\n")
    #expect(
      second.sink.text == """
        1
        another session keeps its outputs in '\(folder.path)'; those of this one go to \
        '\(folder.path)/session-2'

        """)
    #expect(OutputFolder(path: folder.path + "/session-2").sidecar()?.cells.count == 1)
  }
}
