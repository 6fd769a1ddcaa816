import CellLanguage
import Dispatch
import Notebook
import NotebookSession
import Testing

@Suite struct SwiftCellTests {
  private func cells(_ sources: String...) -> String {
    sources.map { "```swift\n//| echo: false\n\($0)\n```\n" }.joined(separator: "\n")
  }

  @Test func `state goes from cell to cell and the last value is shown`() throws {
    let stage = Stage(cells("let a = 20", "let b = a + 1\nprint(a)\nb * 2"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .finished)
    #expect(stage.sink.text == "20\n42\n")
    #expect(
      stage.driver.session.sidecar.cells[1].outputs == [
        .stream(.stdout, text: "20\n"),
        .executeResult(
          MediaBundle([.init(mediaType: "text/plain", content: .text("42"))])),
      ])
  }

  @Test func `a failure is shown at its line of the file`() throws {
    let stage = Stage("# Title\n\n" + cells("let a = [1, 2]\nprint(1)\nprint(a[5])"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .failed)
    #expect(stage.sink.text.contains("x.mamlnb:7:"))
    #expect(stage.sink.text.contains("print(a[5])"))
    let outputs = stage.driver.session.sidecar.cells[0].outputs
    guard case .error(let failure)? = outputs.last else {
      Issue.record("expected an error output")
      return
    }
    #expect(failure.name == "fault")
    #expect(!failure.traceback.isEmpty)
  }

  @Test func `a cell that cannot be parsed fails before it prints`() throws {
    let stage = Stage(cells("print(1)\nlet = 3"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .failed)
    #expect(!stage.sink.text.hasPrefix("1\n"))
  }

  @Test func `an endless cell stops at its timeout and keeps what it defined`() throws {
    let stage = Stage(cells("//| timeout: 0.2\nvar n = 1\nwhile true { n = n % 7 + 1 }"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .failed)
    #expect(
      stage.sink.text == "error: 'cell-1' was stopped after its timeout of 0.2 s\n")
    try stage.driver.perform(.runLine("print(n > 0)"))
    #expect(stage.sink.text.hasSuffix("true\n"))
  }

  @Test func `an interrupt stops a line of the prompt and keeps the state`() throws {
    let stage = Stage("")
    try stage.driver.perform(.runLine("let a = 1"))
    let flag = stage.interrupt
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { flag.raise() }

    let ending = try stage.driver.perform(.runLine("while true {}"))

    #expect(ending == .interrupted)
    try stage.driver.perform(.runLine("a + 1"))
    #expect(stage.sink.text.hasSuffix("2\n"))
  }

  /// A value that takes long to show and is stopped by hand meanwhile.
  private struct Slow: HostValue, CellConvertible {
    let interrupt: InterruptFlag
    var description: String { "Slow" }
    var isDisplayedWhenUnused: Bool { true }

    func displayBundle() throws -> DisplayBundle? {
      interrupt.raise()
      throw Stopped()
    }
  }

  private struct Stopped: Error {}

  @Test func `an interrupt while a value is shown is an interrupt`() throws {
    let flag = InterruptFlag()
    let library = HostLibrary(
      types: [HostType(Slow.self, "Takes long.", members: [])],
      functions: [HostFunction("func slow() -> Slow", "Takes long.") { Slow(interrupt: flag) }]
    )
    let stage = Stage("", library: library, interrupt: flag)

    for line in ["slow()", "let value = slow()\nvalue"] {
      let ending = try stage.driver.perform(.runLine(line))

      #expect(ending == .interrupted)
    }
  }

  @Test func `a cell that is expected to fail shows its failure and the run goes on`() throws {
    let stage = Stage(cells("//| error: true\nlet a = [1]\na[3]", "print(\"on\")"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .finished)
    #expect(stage.sink.text.contains("error"))
    #expect(stage.sink.text.hasSuffix("on\n"))
  }

  @Test func `parameters that were set are what the cells see`() throws {
    var document = NotebookDocument(
      parsing: cells("//| tags: [parameters]\nlet ways = 5\nlet all = ways * 2", "print(all)"))
    try document.apply([ParameterOverride(name: "ways", value: "20")])
    let stage = Stage(document.text)

    try stage.driver.perform(.run(.all))

    #expect(stage.sink.text == "40\n")
  }
}

/// A figure for tests.
private struct Picture: HostValue {
  var isDisplayedWhenUnused: Bool { true }
  var description: String { "a picture" }

  func displayBundle() throws -> DisplayBundle? {
    DisplayBundle(plainText: description, [.init(mediaType: "image/png", bytes: [1, 2, 3])])
  }
}

@Suite struct FigureCellTests {
  @Test func `a figure is written beside the outputs and named`() throws {
    let place = Workplace()
    let folder = OutputFolder(path: place.path + "/x.out")
    let library = HostLibrary(
      types: [HostType(Picture.self, "A picture.", members: [])],
      functions: [
        HostFunction("func picture() -> Picture", "A picture.") { Value(host: Picture()) }
      ])
    let stage = Stage(
      "```swift\n//| id: draw\n//| echo: false\npicture()\npicture()\n```\n", folder: folder,
      library: library)

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .finished)
    #expect(
      stage.sink.text == """
        a picture → \(folder.path)/draw-1.png
        a picture → \(folder.path)/draw-2.png

        """)
    #expect(place.has("x.out/draw-1.png") && place.has("x.out/draw-2.png"))
    #expect(folder.sidecar() == stage.driver.session.sidecar)
  }
}
