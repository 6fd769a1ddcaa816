import CellLanguage
import Notebook
import NotebookSession
import Testing

/// What is kept of a cell's output: what a terminal shows in the end, and no more than is read.
@Suite struct KeptOutputTests {
  /// Says pieces one after the other, as a cell does that prints without line breaks.
  private func kept(_ pieces: String...) throws -> String {
    let library = HostLibrary(functions: [
      HostFunction("func say(_ index: Int)", "Prints a piece.") {
        (context: HostContext, index: Int) in context.emit(.text(pieces[index]))
      }
    ])
    let stage = Stage(
      "```swift\n//| echo: false\nfor index in 0..<\(pieces.count) { say(index) }\n```\n",
      library: library)
    try stage.driver.perform(.run(.all))
    // On the way to the reader nothing is changed.
    #expect(stage.sink.text == pieces.joined())
    return text(stage)
  }

  private func text(_ stage: Stage) -> String {
    stage.driver.session.sidecar.cells[0].outputs.reduce(into: "") { text, output in
      if case .stream(_, let part) = output { text += part }
    }
  }

  @Test func `a carriage return overwrites its line`() throws {
    #expect(try kept("abc\rX\n") == "Xbc\n")
    #expect(try kept("10%", "\r20%", "\r30%\n", "done\n") == "30%\ndone\n")
    #expect(try kept("10%\r", "20%\r", "\n") == "20%\n")
    #expect(try kept("one\ntwo\rTWO\nthree") == "one\nTWO\nthree")
    #expect(try kept("a\r", "\nb") == "a\nb")
    #expect(try kept("a\r\nb\r\n") == "a\r\nb\r\n" || kept("a\r\nb\r\n") == "a\nb\n")
    #expect(try kept("loading…\r\u{1B}[2Kdone\n") == "done\n")
    #expect(try kept("longer\r\u{1B}[Kab\n") == "ab\n")
    #expect(try kept("|", "\u{8}/", "\u{8}-", "\u{8}\\\n") == "\\\n")
    #expect(try kept("é🎲e\u{301}\rx\n") == "x🎲e\u{301}\n")
  }

  @Test func `colours stay with their characters`() throws {
    #expect(try kept("\u{1B}[31mred\u{1B}[0m\n") == "\u{1B}[31mred\u{1B}[0m\n")
    #expect(try kept("\u{1B}[31ma\u{1B}[0m 1\r\u{1B}[32mb\n") == "\u{1B}[32mb\u{1B}[0m 1\n")
  }

  @Test func `five thousand frames are kept as the last`() throws {
    let stage = Stage(
      "```swift\nfor i in 1...5000 { print(\"\\rframe \\(i) of 5000\", terminator: \"\") }\nprint()\n```\n"
    )

    try stage.driver.perform(.run(.all))

    #expect(text(stage) == "frame 5000 of 5000\n")
  }

  @Test func `of long text beginning and end are kept, and how much is left out`() throws {
    let stage = Stage(
      "```swift\n//| echo: false\nfor i in 0..<400_000 { print(i) }\nprint(\"end\")\n```\n")

    try stage.driver.perform(.run(.all))

    let whole = (0..<400_000).reduce(into: "") { $0 += "\($1)\n" } + "end\n"
    #expect(stage.sink.text == whole)
    let kept = text(stage)
    #expect((750_000...1_000_100).contains(kept.utf8.count))
    let note = try #require(kept.firstMatch(of: /\n\((\d+) bytes of text are not kept\)\n/))
    let (start, end) = (kept[..<note.range.lowerBound] + "\n", kept[note.range.upperBound...])
    #expect(whole.hasPrefix(start) && whole.hasSuffix(end))
    #expect(start.utf8.count > 490_000 && end.utf8.count > 240_000)
    #expect(Int(note.1) == whole.utf8.count - start.utf8.count - end.utf8.count)
  }

  @Test func `one long line is cut in its middle`() throws {
    let line = String(repeating: "é", count: 300_000)

    let kept = try kept("a", line, line, line, "z\n")

    #expect(kept.hasPrefix("aé") && kept.hasSuffix("éz\n"))
    #expect(kept.contains(/\n\(\d+ bytes of text are not kept\)\n/))
    #expect((700_000...1_000_100).contains(kept.utf8.count))
  }

  @Test func `printing takes time in proportion to what is printed`() throws {
    func time(_ count: Int) throws -> Duration {
      let stage = Stage("```swift\nfor i in 0..<\(count) { print(i, terminator: \"x\") }\n```\n")
      let start = ContinuousClock.now
      try stage.driver.perform(.run(.all))
      return ContinuousClock.now - start
    }
    _ = try time(1_000)

    let (few, many) = (try time(10_000), try time(100_000))

    // Joined by copying, ten times as much took ninety times as long.
    #expect(many < few * 40 + .milliseconds(500))
  }

  @Test func `a value is cut too, and a failure is kept whatever was printed`() throws {
    let stage = Stage(
      """
      ```swift
      String(repeating: "a", count: 3_000_000)
      ```
      ```swift
      print(String(repeating: "b\\n", count: 1_000_000))
      [1][5]
      ```
      """)

    try stage.driver.perform(.run(.all))

    let cells = stage.driver.session.sidecar.cells
    guard case .executeResult(let bundle)? = cells[0].outputs.first else {
      Issue.record("expected a value")
      return
    }
    #expect((bundle.plainText ?? "").utf8.count <= 1_000_100)
    guard case .error(let failure)? = cells[1].outputs.last else {
      Issue.record("expected a failure")
      return
    }
    #expect(failure.message.contains("range"))
  }

  @Test func `neighbouring texts of one stream are joined`() {
    #expect(
      Output.joined([
        .stream(.stdout, text: "a"), .stream(.stdout, text: "b"), .stream(.stderr, text: "c"),
        .stream(.stdout, text: "d"),
      ]) == [
        .stream(.stdout, text: "ab"), .stream(.stderr, text: "c"), .stream(.stdout, text: "d"),
      ])
  }
}
