import CellLanguage
import Glibc
import NotebookSession
import Testing

@Suite struct StateJournalTests {
  private static let cells = [
    "var x = [1, 2, 3]\nclass Node { var next: Node?; var value = 1 }\nlet node = Node()",
    "x.append(4)\nnode.next = node",
    "struct P: Hashable { var a: Int }\nvar d = [P(a: 1): \"é\", P(a: 2): \"b\"]\nlet f = { d.count + x.count }",
    "x.append(f())",
    "x += [node.next!.value, d[P(a: 2)]!.count]",
  ]
  private static let values = [
    "[1, 2, 3]", "[1, 2, 3, 4]", "[1, 2, 3, 4]", "[1, 2, 3, 4, 6]", "[1, 2, 3, 4, 6, 1, 1]",
  ]

  @Test func `what was kept is there after the process, and no other cell`() throws {
    let place = Workplace()
    var notebook = KeptNotebook(Self.cells, in: place)
    let outcomes = notebook.run(try notebook.journal())

    #expect(outcomes.compactMap(\.reason) == [])
    #expect(notebook.restored(try notebook.journal()) == Self.values)
    notebook.cells[3] = "x.append(7)"
    #expect(notebook.restored(try notebook.journal()) == Array(Self.values[..<3]))
    notebook.cells[0] += " "
    #expect(notebook.restored(try notebook.journal()) == [])
  }

  @Test func `another user's states are not read`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(try notebook.journal())
    let other = try StateJournal(
      in: OutputFolder(path: place.path + "/x.out"), seal: KeyedHash.Key(low: 1, high: 3))

    #expect(notebook.restored(other) == [])
  }

  @Test func `a run that goes on keeps what follows`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(Self.cells, in: place)
    var first = notebook
    first.cells.removeLast(3)
    first.run(try first.journal())

    let journal = try notebook.journal()
    let runner = CellRunner()
    let state = journal.restore(
      zip(notebook.keys, notebook.cells).map {
        CellToRestore(key: $0, source: $1, name: "cell", lineOffset: 0)
      }, runner
    ).cells.last?.state
    #expect(notebook.run(journal, from: 2, state: try #require(state)).compactMap(\.reason) == [])
    #expect(notebook.restored(journal) == Self.values)
  }

  @Test func `a file cut anywhere gives the cells before the cut`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(try notebook.journal())
    let path = place.path + "/x.out/state"
    let whole = bytes(of: path)
    let step = whole.count / 97 + 1

    for count in stride(from: 0, to: whole.count, by: step) {
      place.write(whole[..<count], to: "x.out/state")
      let values = notebook.restored(try notebook.journal())
      #expect(values == Array(Self.values[..<values.count]), "\(count) bytes")
      // What is cut off is written over.
      if count.isMultiple(of: 5) {
        notebook.run(try notebook.journal())
        #expect(notebook.restored(try notebook.journal()) == Self.values, "\(count) bytes")
      }
    }
  }

  @Test func `a file with changed bytes gives no wrong value`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(try notebook.journal())
    let whole = bytes(of: place.path + "/x.out/state")
    var generator = SystemRandomNumberGenerator()

    for _ in 0..<100 {
      var changed = whole
      let place_ = Int.random(in: 0..<whole.count, using: &generator)
      changed[place_] ^= UInt8.random(in: 1...255, using: &generator)
      place.write(changed, to: "x.out/state")
      let values = notebook.restored(try notebook.journal())
      #expect(values == Array(Self.values[..<values.count]), "byte \(place_)")
    }
  }

  @Test func `of two that keep one notebook the second does not`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(Self.cells, in: place)
    let first = try notebook.journal()
    let second = try notebook.journal()

    #expect(first.isOurs && !second.isOurs)
    #expect(
      notebook.run(second).first?.reason == "another mamlnb keeps the states of this notebook")
    notebook.run(first)
    #expect(notebook.restored(first) == Self.values)
  }

  @Test func `a cell whose inputs have changed runs again`() throws {
    let place = Workplace()
    place.write("abc".utf8, to: "input")
    let notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(
      try notebook.journal(),
      inputs: [KeptInput(place.path + "/input"), KeptInput(place.path + "/missing")])

    #expect(notebook.restored(try notebook.journal()) == Self.values)
    place.write("abc".utf8, to: "input")
    #expect(notebook.restored(try notebook.journal()) == Self.values)
    place.write("abd".utf8, to: "input")
    #expect(notebook.restored(try notebook.journal()) == [])
    place.write("abc".utf8, to: "input")
    place.write("".utf8, to: "missing")
    #expect(notebook.restored(try notebook.journal()) == [])
  }

  @Test func `a cell whose results are gone runs again`() throws {
    let place = Workplace()
    place.write("abc".utf8, to: "result")
    let notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(try notebook.journal(), written: [place.path + "/result"])

    #expect(notebook.restored(try notebook.journal()) == Self.values)
    place.write("written again later".utf8, to: "result")
    #expect(notebook.restored(try notebook.journal()) == Self.values)
    place.remove("result")
    #expect(notebook.restored(try notebook.journal()) == [])
  }

  @Test func `a run anew loses nothing, and what cannot be reached goes with time`() throws {
    let place = Workplace()
    var notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(try notebook.journal())
    var other = notebook
    other.cells[1] = "x.append(5)"
    other.run(try other.journal())

    #expect(notebook.restored(try notebook.journal()) == Self.values)
    let journal = try notebook.journal()
    let before = journal.size
    try journal.compact(keeping: [notebook.keys])
    #expect(journal.size < before)
    #expect(notebook.restored(journal) == Self.values)
    #expect(other.restored(journal).count == 1)
    notebook.cells.append("x.append(8)")
    #expect(notebook.restored(try notebook.journal()).count == 5)
  }

  @Test func `opening a notebook loses nothing that it can go on from`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(Self.cells, in: place)
    notebook.run(try notebook.journal())

    let journal = try notebook.journal()
    try journal.compactIfWorthwhile(over: 0) { [notebook.keys] }

    #expect(notebook.restored(journal) == Self.values)
  }

  @Test func `states that take too much are not kept, and it is said why`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(
      ["var x = [1]", "x = Array(0..<400_000)", "x = [2]"], in: place)
    let outcomes = notebook.run(try notebook.journal(limit: 1 << 20))

    #expect(outcomes[0].reason == nil)
    #expect(outcomes[1].reason == "the states of the notebook would take more than 1 MiB")
    #expect(outcomes[2].reason == "the cell before it is not kept")
  }

  @Test func `a large value is written once`() throws {
    let place = Workplace()
    let notebook = KeptNotebook(
      ["let big = Array(0..<40_000)\nvar x = 0"]
        + (0..<20).map { "x += \($0)\nlet pair\($0) = (big, x)" }, in: place)
    let journal = try notebook.journal()
    #expect(notebook.run(journal).compactMap(\.reason) == [])

    #expect(journal.size < 400_000)
    let values = notebook.restored(journal, showing: "pair0.0.count + x")
    #expect(values.count == 21 && values.last == "40190")
  }

  @Test func `keeping a cell of one line takes no time to speak of`() throws {
    let place = Workplace()
    let notebook = KeptNotebook((0..<300).map { "let x\($0) = \($0)" }, in: place)
    let journal = try notebook.journal()
    let runner = CellRunner()
    var state = CellState()
    var parent: CellKey?
    var time = Duration.zero

    for (cell, key) in zip(notebook.cells, notebook.keys) {
      state = runner.run(cell, from: state, console: Silence()).state
      let start = ContinuousClock.now
      journal.keep(state, key: key, after: parent)
      time += start.duration(to: .now)
      parent = key
    }

    print("kept 300 cells of one line in \(time), \(journal.size) bytes")
    // Unoptimised code, beside other tests.
    #expect(time < .seconds(3))
  }

  private func bytes(of path: String) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    return Array(bytes.prefix(max(0, count)))
  }
}

/// Shows nothing.
private final class Silence: Console {
  func emit(_ event: OutputEvent) {}
}
