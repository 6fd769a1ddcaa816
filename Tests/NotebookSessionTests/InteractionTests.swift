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
      .stepping(NotebookOnDisk("x.mamlnb")), driver: stage.driver, input: script,
      presenter: stage.presenter
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
        this is the end; ':back' goes back, ':quit' leaves

        """)
    #expect(prompts == ["[1/2 first] ⏎ > ", "[2/2] ⏎ > ", "[end] > ", "[end] > "])
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

    #expect(stage.sink.text.contains("':run' is for notebooks; 'mamlnb step FILE'"))
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
        "nothing has been defined", "let a  Int  1", "func double(_ x: Int) -> Int",
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

  /// A notebook of a file, typed at by a person who answers every question alike.
  private final class Person: InputReader {
    private var lines: [() -> SessionInput]
    private let answer: Bool
    private(set) var questions: [String] = []

    init(answer: Bool = true, _ lines: [() -> SessionInput]) {
      self.lines = lines
      self.answer = answer
    }

    func readInput(prompt: String) -> SessionInput {
      lines.isEmpty ? .terminated : lines.removeFirst()()
    }

    func confirm(_ question: String) -> Bool {
      questions.append(question)
      return answer
    }
  }

  /// Types at a stepper of a file, which some of the lines may change.
  private func step(
    file text: String, overrides: [ParameterOverride] = [],
    _ lines: [(Workplace) -> String]
  ) throws -> (shown: String, session: Session<CellState>, text: String) {
    let place = Workplace()
    place.write(text.utf8, to: "x.mamlnb")
    let stage = Stage(text)
    let file = NotebookOnDisk(place.path + "/x.mamlnb", overrides: overrides)
    try stage.driver.perform(.replaceDocument(file.read()))
    let person = Person(lines.map { line in { .text(line(place)) } })
    Interaction(
      .stepping(file), driver: stage.driver, input: person, presenter: stage.presenter
    ).run()
    return (stage.sink.text, stage.driver.session, try NotebookFile.read(file.path).text)
  }

  private static let sums = """
    ```swift
    //| tags: [parameters]
    let a = 1
    ```
    ```swift
    let b = a + 1
    ```
    ```swift
    print("sum", a + b)
    ```

    """

  @Test func `a change by an editor is noticed, and nothing runs by itself`() throws {
    let (shown, session, _) = try step(
      file: Self.sums,
      [
        { _ in ":run" },
        { place in
          place.write(Self.sums.replacing("a + 1", with: "a + 5").utf8, to: "x.mamlnb")
          return "1 + 1"
        },
        { _ in ":list" }, { _ in ":run stale" },
      ])

    #expect(
      shown.contains("the file has changed: 'cell-2', 'cell-3' are stale, and 'cell-2' is next"))
    #expect(shown.contains("cell-2  stale"))
    #expect(shown.contains("sum 7\n"))
    #expect(session.position == 3)
    #expect(session.cells.allSatisfy { !$0.isStale })
  }

  @Test func `a change that is taken back makes what ran before good again`() throws {
    let (shown, session, _) = try step(
      file: Self.sums,
      [
        { _ in ":run" },
        { place in
          place.write(Self.sums.replacing("a + 1", with: "a + 5").utf8, to: "x.mamlnb")
          return "1"
        },
        { place in
          place.write(Self.sums.utf8, to: "x.mamlnb")
          return "2"
        },
        { _ in ":goto end" }, { _ in "b" },
      ])

    #expect(session.position == 3)
    #expect(shown.hasSuffix("2\n"))
  }

  @Test func `what is set stays set when the file is read again`() throws {
    let (shown, session, text) = try step(
      file: Self.sums, overrides: [ParameterOverride(name: "a", value: "10")],
      [
        { _ in ":run" }, { _ in ":reload" }, { _ in ":set a=20" }, { _ in ":set b=1" },
        { _ in ":run" },
      ])

    #expect(shown.contains("sum 21\n"))
    #expect(shown.contains("'a' is 20 now: 'cell-1', 'cell-2', 'cell-3' are stale"))
    #expect(shown.contains("'b' is not a parameter of this notebook"))
    #expect(shown.contains("sum 41\n"))
    #expect(session.position == 3)
    #expect(text == Self.sums)
  }

  @Test func `going to a cell needs those before it, and nothing else`() throws {
    let (shown, session, _) = try step(
      file: Self.sums,
      [
        { _ in ":goto 3" }, { _ in ":run 2" }, { _ in ":back 1" }, { _ in ":goto 3" },
        { _ in "b" }, { _ in ":goto" }, { _ in ":goto 9" },
      ])

    #expect(shown.contains("the cells before 'cell-3' have not run\n"))
    #expect(shown.contains("2\n"))
    #expect(shown.contains("':goto' needs something after it: ':goto CELL'"))
    #expect(session.position == 2)
  }

  @Test func `whoever leaves a training behind is asked back`() {
    let stage = Stage("")
    let person = Person(
      answer: false,
      [{ .text("class Run { var n = 3 }\nlet run = Run()") }, { .endOfInput }, { .text("run.n") }])
    var settings = Interaction.Settings()
    settings.preciousTypes = ["Run"]

    Interaction(
      .prompt, driver: stage.driver, input: person, presenter: stage.presenter,
      settings: settings
    ).run()

    #expect(person.questions == ["'run' is kept nowhere. Leave all the same?"])
    #expect(stage.sink.text.hasSuffix("3\n"))
  }

  @Test func `a name that was typed is told of when a cell takes it away`() throws {
    let (shown, _, _) = try step(file: Self.sums, [{ _ in "let extra = 1" }, { _ in "" }])

    #expect(shown.contains("'extra', typed at the prompt, is gone"))
  }

  @Test func `what worked is saved as a notebook that runs`() throws {
    let place = Workplace()
    let stage = Stage("")
    let person = Person(
      [
        "let x = 2", "let y = [1][7]", "for i in 1...2 {\n  print(i * x)\n}", ":history",
        ":save \(place.path)/saved",
      ]
      .map { line in { .text(line) } })

    Interaction(.prompt, driver: stage.driver, input: person, presenter: stage.presenter).run()

    let saved = try NotebookFile.read(place.path + "/saved.mamlnb")
    #expect(
      saved.text == """
        ```swift
        let x = 2
        ```

        ```swift
        for i in 1...2 {
          print(i * x)
        }
        ```

        """)
    #expect(
      stage.sink.text.contains("2 ✗ let y = [1][7]\n3   for i in 1...2 {\n       print(i * x)"))
    #expect(stage.sink.text.contains("2 cells in"))
  }

  @Test func `words without a colon say what was meant`() {
    let stage = Stage("")
    let script = Script([
      .text("help"), .text("?"), .text("let help = 3"), .text("help"), .text("exit"),
    ])

    Interaction(.prompt, driver: stage.driver, input: script, presenter: stage.presenter).run()

    #expect(script.prompts.count == 5)
    #expect(stage.sink.text.ranges(of: ":vars").count == 2)
    #expect(stage.sink.text.hasSuffix("3\n"))
  }

  @Test func `commands complete by their names`() {
    let stage = Stage("")
    let interaction = Interaction(
      .stepping(NotebookOnDisk("x")), driver: stage.driver, input: Script([]),
      presenter: stage.presenter)

    let completions = interaction.completions(in: ":re", at: 3)

    #expect(completions.replaced == 0..<3)
    #expect(completions.candidates.map(\.text) == [":resume", ":reload", ":reset"])
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
