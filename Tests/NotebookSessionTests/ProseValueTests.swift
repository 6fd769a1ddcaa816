import CellLanguage
import Dispatch
import Notebook
import NotebookSession
import Testing

/// Values in prose, as the session sees them.
@Suite struct ProseValueSessionTests {
  private func notebook(_ prose: [String], _ cells: [String]) -> NotebookDocument {
    var text = prose[0] + "\n\n"
    for (cell, prose) in zip(cells, prose.dropFirst()) {
      text += "```swift\n\(cell)\n```\n\n\(prose)\n\n"
    }
    return NotebookDocument(parsing: text)
  }

  @Test func `prose has the values after the cells before it`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["`{swift} x`", "is `{swift} x`", "end `{swift} y`"], ["a", "b"]),
      initial: [])

    let ending = try language.perform(.run(.all))

    #expect(ending == .finished)
    #expect(
      language.log == [
        "x", "save values after 0", "show cell-1", "run a after ", "save", "is a-x",
        "save values after 1", "show cell-2", "run b after a", "save", "end a-b-y",
        "save values after 2",
      ])
    #expect(language.session.sidecar.values(after: "cell-1") == ["x": "a-x"])
    #expect(language.session.sidecar.values(after: nil) == ["x": "x"])
  }

  @Test func `a value that cannot be computed ends the run before the next cell`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["", "`{swift} fail` `{swift} x`", ""], ["a", "b"]), initial: [])

    let ending = try language.perform(.run(.all))

    #expect(ending == .failed)
    #expect(
      language.log.suffix(3) == [
        "`fail` a-x", "cannot show the value: fail", "save values after 1",
      ])
    #expect(language.session.position == 1)
    #expect(language.session.proseFailures.count == 1)
  }

  @Test func `a value that cannot be computed does not hide the next cell from a reader`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["", "`{swift} fail`", ""], ["a", "b"]), initial: [])
    try language.perform(.run(.next))
    _ = language.takeLog()

    let ending = try language.perform(.reveal)

    #expect(ending == .failed)
    #expect(language.log.last == "show cell-2")
    #expect(try language.perform(.run(.next)) == .finished)
  }

  @Test func `an interrupt while values are computed ends the run as one`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["", "`{swift} stop`", ""], ["a", "b"]), initial: [])

    #expect(try language.perform(.run(.all)) == .interrupted)
  }

  @Test func `a line at the prompt is not seen by prose`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["", "is `{swift} x`", ""], ["a", "b"]), initial: [])
    try language.perform(.run(.next))
    try language.perform(.runLine("typed"))
    _ = language.takeLog()

    try language.perform(.reveal)

    #expect(language.log == ["is a-x", "save values after 1", "show cell-2"])
    #expect(language.session.current == ["a", "typed"])
  }

  @Test func `a changed cell makes the values after it stale, and those of its new run hold`()
    throws
  {
    let prose = ["`{swift} x`", "`{swift} x`", "`{swift} x` `{swift} y`"]
    var language = FakeLanguage()
    language.session = Session(document: notebook(prose, ["a", "b"]), initial: [])
    try language.perform(.run(.all))
    #expect(language.session.staleValueCount == 0)

    try language.perform(.replaceDocument(notebook(prose, ["a", "other"])))
    #expect(language.session.staleValueCount == 2)

    try language.perform(.replaceDocument(notebook(prose, ["c", "b"])))
    #expect(language.session.staleValueCount == 3)

    try language.perform(.run(.all))
    #expect(language.session.staleValueCount == 0)
    #expect(language.session.sidecar.values(after: "cell-2") == ["x": "c-b-x", "y": "c-b-y"])
  }

  @Test func `a cell that runs again makes the values after later cells stale`() throws {
    let prose = ["", "`{swift} x`", "`{swift} x`"]
    var language = FakeLanguage()
    language.session = Session(document: notebook(prose, ["a", "b"]), initial: [])
    try language.perform(.run(.all))

    try language.perform(.run(.through(0)))

    #expect(language.session.staleValueCount == 2)
  }

  @Test func `values go along with their cells where others come before them`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["", "`{swift} x`", ""], ["//| id: a\na", "//| id: b\nb"]), initial: [])
    try language.perform(.run(.all))

    try language.perform(
      .replaceDocument(
        notebook(["", "", "`{swift} x`", ""], ["new", "//| id: a\na", "//| id: b\nb"])))

    #expect(language.session.values(inProseAfter: 2) == ["x": "a-x"])
    #expect(language.session.staleValueCount == 1)
  }

  @Test func `the values of an earlier session are kept with its cells`() throws {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["`{swift} x`", "`{swift} x`", ""], ["a", "b"]), initial: [])

    try language.perform(
      .restore([
        .init(
          record: .init(name: "cell-1", outcome: .ok, outputs: []), snapshot: ["a"],
          values: ["x": "x"])
      ]))
    try language.perform(.run(.all))

    #expect(language.session.sidecar.values(after: nil) == ["x": "x"])
    #expect(language.session.sidecar.values(after: "cell-1") == ["x": "a-x"])
    #expect(language.session.staleValueCount == 0)
  }

  @Test func `prose that was changed between cells that hold is computed, and not shown again`()
    throws
  {
    var language = FakeLanguage()
    language.session = Session(
      document: notebook(["`{swift} x`", "`{swift} x`", ""], ["a", "b"]), initial: [])
    try language.perform(.run(.all))
    _ = language.takeLog()

    try language.perform(
      .replaceDocument(notebook(["`{swift} x`", "`{swift} x` `{swift} y`", ""], ["a", "b"])))

    #expect(language.log == ["save values after 1"])
    #expect(language.session.sidecar.values(after: "cell-1") == ["x": "a-x", "y": "a-y"])
  }
}

/// Values in prose, in the cell language.
@Suite struct ProseValueDriverTests {
  @Test func `a value is shown as print shows it and leaves nothing behind`() throws {
    let stage = Stage(
      """
      ```swift
      class Counter { var count = 0; func next() -> Int { count += 1; return count } }
      let counter = Counter()
      var items = [1]
      func add() -> Int { items.append(2); print("no"); return items.count }
      let name = "a"
      ```

      `{swift} counter.next()` `{swift} add()` `{swift} name` `{swift} 0.1 + 0.2`
      `{swift} Int.random(in: 0..<1000) == Int.random(in: 0..<1000)` `{swift} [name]`

      ```swift
      //| echo: false
      print(counter.count, items, Int.random(in: 0..<1_000_000))
      ```
      """)
    let plain = Stage(
      "```swift\n//| echo: false\nprint(0, [1], Int.random(in: 0..<1_000_000))\n```\n")

    #expect(try stage.driver.perform(.run(.all)) == .finished)
    try plain.driver.perform(.run(.all))

    #expect(stage.sink.text.contains("\n1 2 a 0.30000000000000004 false [\"a\"]\n"))
    #expect(!stage.sink.text.contains("no\n"))
    #expect(stage.sink.text.hasSuffix(plain.sink.text))
  }

  @Test(
    arguments: [
      ("nothing", "x.mamlnb:5:16: error: cannot find 'nothing' in scope"),
      ("[1][2]", "x.mamlnb:5:16: error: Index out of range"),
      ("f(3)", "x.mamlnb:2:27: error: Index out of range"),
      ("let a = 1", "x.mamlnb:5:16: error: expected one expression"),
      ("x = 1", "x.mamlnb:5:16: error: expected an expression with a value to show"),
      ("print(1)", "x.mamlnb:5:16: error: expected an expression with a value to show"),
      ("1; 2", "x.mamlnb:5:19: error: expected one expression"),
      ("// 1", "x.mamlnb:5:16: error: expected one expression"),
      (
        "\"a\\nb\"",
        "x.mamlnb:5:16: error: the text of this 'String' has 2 lines; expected one line"
      ),
      ("1 +", "x.mamlnb:5:"), (")", "x.mamlnb:5:16: error: "),
      (
        "String(repeating: \"a\", count: 1001)",
        "x.mamlnb:5:16: error: the text of this 'String' has 1001 characters; expected 1000 at most"
      ),
    ])
  func `what has no value for a line is an error with its place`(
    expression: String, error: String
  ) throws {
    let stage = Stage(
      "```swift\nfunc f(_ i: Int) -> Int { [1, 2][i] }; var x = 1\n```\n\nvalue `{swift} \(expression)`\n"
    )

    #expect(try stage.driver.perform(.run(.all)) == .failed)

    #expect(stage.sink.text.contains("\n\(error)"), "\(stage.sink.text)")
    #expect(stage.sink.text.contains("\n5 │ value `{swift} ") || expression == "f(3)")
  }

  @Test func `a value that takes too long is stopped by the timeout of the cell before it`() throws
  {
    let stage = Stage(
      """
      ```swift
      //| timeout: 0.2
      func forever() -> Int { while true {} }
      ```

      `{swift} forever()`
      """)

    #expect(try stage.driver.perform(.run(.all)) == .failed)

    #expect(
      stage.sink.text.hasSuffix(
        "error: the value of 'forever()' was stopped after 0.2 s, the timeout of the cell before it\n"
      ))
  }

  @Test func `an interrupt stops a value`() throws {
    let stage = Stage(
      "```swift\nfunc forever() -> Int { while true {} }\n```\n\n`{swift} forever()`\n")
    let interrupt = stage.interrupt
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(200)) { interrupt.raise() }

    #expect(try stage.driver.perform(.run(.all)) == .interrupted)
    #expect(!stage.interrupt.isRaised)
  }

  @Test func `values are kept beside the outputs`() throws {
    let workplace = Workplace()
    let folder = OutputFolder(path: workplace.path + "/x.out")
    let stage = Stage(
      "`{swift} 1 + 1`\n\n```swift\n//| id: a\nlet way = 5\n```\n\n`{swift} way`\n", folder: folder)

    try stage.driver.perform(.run(.all))

    let sidecar = try #require(folder.sidecar())
    #expect(sidecar.values(after: nil) == ["1 + 1": "2"])
    #expect(sidecar.values(after: "a") == ["way": "5"])
  }

  @Test func `what is checked finds the faults of prose where they are`() {
    let document = NotebookDocument(
      parsing: """
        `{swift} before`

        ```swift
        let way = 5
        ```

        ```swift
        let bad = misspelt
        ```

        `{swift} way` `{swift} wya` `{swift} bad`

        ```swift
        //| eval: false
        let zzzzzz = 1
        ```

        `{swift} zzzzzz` and `{swift} [1][5]`
        """)

    let findings = NotebookCheck(runner: CellRunner(), name: "x.mamlnb").findings(in: document)

    #expect(
      findings.map { "\($0.line):\($0.column) \($0.message)" } == [
        "1:10 cannot find 'before' in scope", "8:11 cannot find 'misspelt' in scope",
        "11:24 cannot find 'wya' in scope; did you mean 'way'?",
        "18:10 cannot find 'zzzzzz' in scope",
      ])
  }
}
