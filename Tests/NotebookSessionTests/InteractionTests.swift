import CellLanguage
import Notebook
import NotebookSession
import Testing

@Suite struct InteractionTests {
  /// Gives the inputs of a list, and keeps the prompts that asked for them.
  private final class Script: InputReader {
    private var inputs: [SessionInput]
    private(set) var prompts: [String] = []

    init(_ inputs: [SessionInput]) { self.inputs = inputs }

    func readInput(prompt: String) -> SessionInput {
      prompts.append(prompt)
      return inputs.isEmpty ? .endOfInput : inputs.removeFirst()
    }
  }

  private static let notebook = """
    One.

    ```sh
    #| eval: true
    #| id: first
    echo a
    ```

    Two.

    ```sh
    #| eval: true
    echo b
    ```

    The end.

    """

  /// Types lines at a stepper of the notebook.
  private func step(_ lines: String...) -> (shown: String, prompts: [String], stage: Stage) {
    let stage = Stage(Self.notebook)
    let script = Script(lines.map(SessionInput.text))
    Interaction(
      .stepping(NotebookOnDisk("x.mamlnb")), driver: stage.driver, input: script, presenter: stage.presenter
    ).run()
    return (stage.sink.text, script.prompts, stage)
  }

  @Test func `return runs the cell that is shown and shows the next`() {
    let (shown, prompts, _) = step("", "", "")

    #expect(
      shown == """
        One.

        │ echo a
        a

        Two.

        │ echo b
        b

        The end.

        """)
    #expect(prompts == ["[1/2 first] ⏎ > ", "[2/2] ⏎ > ", "[end] > "])
  }

  @Test func `run goes to the end, or up to a cell`() {
    #expect(step(":run").stage.driver.session.position == 2)
    #expect(step(":run first").stage.driver.session.position == 1)
    #expect(step(":run 2", ":run 1").stage.driver.session.position == 1)
  }

  @Test func `back and skip move without running`() {
    #expect(step(":run", ":back").stage.driver.session.position == 1)
    #expect(step(":run", ":back first").stage.driver.session.position == 0)
    let skipped = step(":skip", "").stage.driver.session
    #expect(skipped.sidecar.cells.map(\.outcome) == [.skipped, .ok])
  }

  @Test func `cells lists what has run`() {
    let (shown, _, _) = step(":run", ":back 1", "", ":cells")

    #expect(shown.contains("1  first   done"))
    #expect(shown.contains("→  2  cell-2  stale"))
  }

  @Test func `what makes no sense is said and changes nothing`() {
    let (shown, _, stage) = step(":back", ":run trian", ":bakc", ":xyzzy", ":back 2")

    #expect(shown.contains("there is no cell before the first") == false)
    #expect(shown.contains("this is the first cell\n"))
    #expect(shown.contains("no cell is named 'trian'; the cells are numbered from 1 to 2\n"))
    #expect(shown.contains("unknown command ':bakc'; did you mean ':back'?\n"))
    #expect(shown.contains("unknown command ':xyzzy'; ':help' lists them\n"))
    #expect(shown.contains("the cells before 'cell-2' have not run\n"))
    #expect(stage.driver.session.position == 0)
  }

  @Test func `help lists the commands, and a beginning is enough`() {
    let (shown, _, _) = step(":h")

    for name in ["help", "vars", "run", "skip", "back", "list", "reload", "quit"] {
      #expect(shown.contains("  :\(name) "))
    }
  }

  @Test func `quit leaves, control-C does not`() {
    let stage = Stage("")
    let script = Script([.interrupted, .text(":quit"), .text("never read")])

    Interaction(.prompt, driver: stage.driver, input: script, presenter: stage.presenter).run()

    #expect(script.prompts == ["> ", "> "])
  }

  @Test func `the prompt alone has no commands for cells`() {
    let stage = Stage("")
    let script = Script([.text(""), .text(":run"), .text(":help")])

    Interaction(.prompt, driver: stage.driver, input: script, presenter: stage.presenter).run()

    #expect(stage.sink.text.contains("unknown command ':run'"))
    #expect(!stage.sink.text.contains(":skip"))
  }

  @Test func `vars lists what was defined and help tells of a name`() {
    let stage = Stage("")
    let script = Script([
      .text(":vars"), .text("let a = 1\nfunc double(_ x: Int) -> Int { x * 2 }"), .text(":vars"),
      .text(":help double"), .text(":help dubble"),
    ])

    Interaction(.prompt, driver: stage.driver, input: script, presenter: stage.presenter).run()

    let lines = stage.sink.text.split(separator: "\n").map { $0.trimmingSuffix { $0 == " " } }
    #expect(
      lines == [
        "nothing has been defined", "let a: Int", "func double(_ x: Int) -> Int",
        "func double(_ x: Int) -> Int",
        "nothing is known about 'dubble'; did you mean 'double'?",
      ])
  }

  @Test func `reload takes the changed file`() {
    let place = Workplace()
    place.write(Self.notebook.replacing("echo b", with: "echo B").utf8, to: "x.mamlnb")
    let stage = Stage(Self.notebook)
    let script = Script([.text(":run"), .text(":reload"), .text("")])

    Interaction(
      .stepping(NotebookOnDisk(place.path + "/x.mamlnb")), driver: stage.driver, input: script,
      presenter: stage.presenter
    ).run()

    #expect(stage.sink.text.contains("B\n"))
    #expect(stage.driver.session.position == 2)
  }

  @Test func `commands complete by their names`() {
    let stage = Stage("")
    let interaction = Interaction(
      .stepping(NotebookOnDisk("x")), driver: stage.driver, input: Script([]), presenter: stage.presenter)

    let completions = interaction.completions(in: ":re", at: 3)

    #expect(completions.replaced == 0..<3)
    #expect(completions.candidates.map(\.text) == [":reload", ":reset"])
    #expect(Interaction.completeness(of: ":run {") == .complete)
  }
}

extension Substring {
  /// The text without the characters at its end for which the condition holds.
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return text
  }
}
