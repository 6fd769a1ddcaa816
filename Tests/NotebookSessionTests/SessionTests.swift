import Notebook
import NotebookSession
import Testing

@Suite struct SessionTests {
  @Test func `running all shows prose and cells in order and each starts from the one before`()
    throws
  {
    var language = FakeLanguage("a", "b")

    let ending = try language.perform(.run(.all))

    #expect(ending == .finished)
    #expect(
      language.log == [
        "before 1", "show cell-1", "run a after ", "save", "before 2", "show cell-2",
        "run b after a", "save", "the end",
      ])
    #expect(language.session.current == ["a", "b"])
    #expect(language.session.sidecar.cells.map(\.outcome) == [.ok, .ok])
  }

  @Test func `a run stops at the first failing cell`() throws {
    var language = FakeLanguage("a", "fail", "b")

    let ending = try language.perform(.run(.all))

    #expect(ending == .failed)
    #expect(ending?.exitStatus == 1)
    #expect(language.session.position == 1)
    #expect(language.session.sidecar.cells.map(\.outcome) == [.ok, .error])
    #expect(language.log.last == "save")
  }

  @Test func `what a failing cell defined can be looked at, and is gone when it runs again`()
    throws
  {
    var language = FakeLanguage("a", "fail")
    try language.perform(.run(.all))
    #expect(language.session.current == ["a", "fail"])

    _ = language.takeLog()
    try language.perform(.run(.next))

    #expect(language.log.first == "run fail after a")
  }

  @Test func `an interrupted cell ends the run with its own status`() throws {
    var language = FakeLanguage("stop", "b")

    let ending = try language.perform(.run(.all))

    #expect(ending?.exitStatus == 130)
    #expect(language.session.sidecar.cells.map(\.outcome) == [.interrupted])
  }

  @Test func `a cell that is expected to fail counts when it does`() throws {
    var language = FakeLanguage("//| error: true\nfail", "b")

    let ending = try language.perform(.run(.all))

    #expect(ending == .finished)
    #expect(language.session.current == ["fail", "b"])
  }

  @Test func `a cell that is expected to fail and does not is an error`() throws {
    var language = FakeLanguage("//| error: true\na", "b")

    let ending = try language.perform(.run(.all))

    #expect(ending == .failed)
    #expect(
      language.log.suffix(2) == [
        "'cell-1' was expected to fail (option 'error: true') and did not", "save",
      ])
    #expect(language.session.sidecar.cells[0].outputs.count == 2)
  }

  @Test func `skipped cells leave the state alone`() throws {
    var language = FakeLanguage(
      "a", "//| eval: false\nb", "//| tags: [skip-execution]\nc", "d")

    try language.perform(.run(.all))

    #expect(language.session.current == ["a", "d"])
    #expect(language.session.sidecar.cells.map(\.outcome) == [.ok, .skipped, .skipped, .ok])
    #expect(language.log.contains("skip cell-2"))
  }

  @Test func `running up to a cell stops after it`() throws {
    var language = FakeLanguage("a", "b", "c")

    let ending = try language.perform(.run(.through(1)))

    #expect(ending == .finished)
    #expect(language.session.position == 2)
    #expect(language.session.nextCell?.name == "cell-3")
  }

  @Test func `running a cell again starts from the same state and marks later ones stale`() throws {
    var language = FakeLanguage("a", "b", "c")
    try language.perform(.run(.all))
    _ = language.takeLog()

    try language.perform(.run(.through(1)))

    #expect(language.log.contains("run b after a"))
    #expect(language.session.cells.map(\.isStale) == [false, false, true])
    #expect(language.session.position == 2)
    #expect(language.session.current == ["a", "b"])

    try language.perform(.run(.all))

    #expect(language.session.cells.map(\.isStale) == [false, false, false])
  }

  @Test func `a prompt line works on the current state and enters no snapshot`() throws {
    var language = FakeLanguage("a", "b")
    try language.perform(.run(.next))

    let ending = try language.perform(.runLine("x"))
    #expect(ending == .finished)
    #expect(language.session.current == ["a", "x"])
    try language.perform(.runLine("y"))
    #expect(language.log.last == "run y after a x")
    _ = language.takeLog()
    try language.perform(.run(.next))

    #expect(language.log.contains("run b after a"))
    #expect(language.session.current == ["a", "b"])
    #expect(language.session.sidecar.cells.count == 2)
  }

  @Test func `going back restores the state before a cell`() throws {
    var language = FakeLanguage("a", "b", "c")
    try language.perform(.run(.all))

    try language.perform(.go(to: 1))

    #expect(language.session.current == ["a"])
    #expect(language.session.nextCell?.name == "cell-2")
    _ = language.takeLog()
    try language.perform(.reveal)
    #expect(language.log == ["before 2", "show cell-2"])
  }

  @Test func `going where nothing has been is an error and changes nothing`() throws {
    var language = FakeLanguage("a", "b", "c")
    try language.perform(.run(.next))

    #expect(throws: SessionError.atTheStart) { try language.perform(.go(to: -1)) }
    #expect(throws: SessionError.notYetRun(cell: "cell-3")) {
      try language.perform(.go(to: 2))
    }
    #expect(language.session.position == 1)
  }

  @Test func `revealing shows prose and cell once`() throws {
    var language = FakeLanguage("a", "b")

    try language.perform(.reveal)
    try language.perform(.reveal)
    #expect(language.takeLog() == ["before 1", "show cell-1"])
    try language.perform(.run(.next))
    #expect(language.takeLog() == ["run a after ", "save"])
    try language.perform(.run(.next))

    #expect(
      language.takeLog() == ["before 2", "show cell-2", "run b after a", "save", "the end"])
    #expect(throws: SessionError.atTheEnd) { try language.perform(.run(.next)) }
  }

  @Test func `skipping leaves a cell out and goes on`() throws {
    var language = FakeLanguage("a", "b")

    try language.perform(.skip)
    try language.perform(.run(.all))

    #expect(language.session.current == ["b"])
  }

  @Test func `nothing else can happen while a cell runs`() throws {
    var session = FakeLanguage("a").session
    _ = try session.apply(.run(.all))

    #expect(throws: SessionError.busy) { try session.apply(.runLine("x")) }
    #expect(throws: SessionError.busy) { try session.apply(.run(.all)) }
    #expect(throws: SessionError.busy) { try session.apply(.go(to: 0)) }
  }

  @Test func `nothing can finish that does not run`() throws {
    var session = FakeLanguage("a").session

    #expect(throws: SessionError.notRunning) {
      try session.apply(.finish(.init(snapshot: [], outputs: [], outcome: .finished)))
    }
  }

  @Test func `a changed file keeps what ran before its first change`() throws {
    var language = FakeLanguage("a", "b", "c")
    try language.perform(.run(.all))

    try language.perform(.replaceDocument(FakeLanguage.document(["a", "B", "c", "d"])))

    #expect(language.session.position == 1)
    #expect(language.session.current == ["a"])
    #expect(language.session.cells.map(\.isStale) == [false, true, true, false])
    try language.perform(.run(.all))
    #expect(language.session.current == ["a", "B", "c", "d"])
  }

  @Test func `a file that changed in its prose alone changes nothing else`() throws {
    var language = FakeLanguage("a", "b")
    try language.perform(.run(.all))
    let text = language.session.document.text.replacing("before 2", with: "between")

    try language.perform(.replaceDocument(NotebookDocument(parsing: text)))

    #expect(language.session.position == 2)
    #expect(language.session.cells.allSatisfy { !$0.isStale })
  }

  @Test func `a shorter file forgets the cells that are gone`() throws {
    var language = FakeLanguage("a", "b")
    try language.perform(.run(.all))

    try language.perform(.replaceDocument(FakeLanguage.document(["a"])))

    #expect(language.session.position == 1)
    #expect(language.session.sidecar.cells.map(\.name) == ["cell-1"])
  }

  @Test func `a notebook without cells shows its prose`() throws {
    var language = FakeLanguage()

    let ending = try language.perform(.run(.all))

    #expect(ending == .finished)
    #expect(language.log.first == "the end")
  }

  @Test func `cells are found by name and by number`() throws {
    let session = FakeLanguage("//| id: train\na", "b").session

    #expect(try session.index(ofCell: "train") == 0)
    #expect(try session.index(ofCell: "2") == 1)
    #expect(try session.index(ofCell: "cell-2") == 1)
    let error = #expect(throws: UnknownCell.self) { try session.index(ofCell: "trian") }
    #expect(error?.description == "no cell is named 'trian'; did you mean 'train'?")
  }
}
