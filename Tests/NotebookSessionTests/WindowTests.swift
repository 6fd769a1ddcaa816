import CellLanguage
import Notebook
import NotebookSession
import Testing
import Text

/// What a presenter does in a window of some size, which may change.
@Suite struct WindowTests {
  private let sink = RecordingSink(window: WindowSize(columns: 20, rows: 24))

  private func presenter(
    rewraps: Bool = true, illustration: @escaping @Sendable (Bool) -> String? = { _ in nil }
  ) -> ConsolePresenter {
    ConsolePresenter(
      sink: sink, capabilities: .init(isTerminal: true, width: 80, rewraps: rewraps),
      illustration: illustration)
  }

  private func report(_ completed: Int) -> SessionEvent {
    .progress(ProgressReport(title: "t", completed: completed, total: 3))
  }

  private func cell(_ source: String) -> SessionEvent {
    .source(NotebookDocument(parsing: "```swift\n\(source)\n```\n").cells[0])
  }

  /// What is written after the window has got another width.
  private func written(
    atWidth width: Int, _ presenter: ConsolePresenter, _ events: [SessionEvent]
  ) -> String {
    let before = sink.text
    sink.resize(WindowSize(columns: width, rows: 24))
    for event in events { presenter.present(event) }
    return String(sink.text.dropFirst(before.count))
  }

  @Test func `prose and notes are wrapped to the window as it is now`() {
    let presenter = presenter()
    presenter.present(.prose("one two three four five"))

    let shown = written(atWidth: 10, presenter, [.prose("one two three"), .note("one two three")])

    #expect(sink.text.hasPrefix("one two three four\nfive\n"))
    #expect(shown == "\none two\nthree\none two\n  three\n")
  }

  @Test func `long lines of source repeat the rule`() {
    presenter().present(cell("let sum = a + b + c + d\n\n日本"))

    #expect(sink.text == "│ let sum = a + b +\n│ c + d\n│\n│ 日本\n")
  }

  @Test func `source has the colours that it is given`() {
    let presenter = ConsolePresenter(
      .init(sink, .init(isTerminal: true, isColored: true)), log: nil,
      styles: { source in source.hasPrefix("let") ? [(0..<3, .bold), (4..<99, .bold)] : [] },
      illustration: { _ in nil })

    presenter.present(cell("let a"))

    #expect(sink.text == "\u{1B}[2m│\u{1B}[0m \u{1B}[1mlet\u{1B}[0m a\n")
  }

  @Test(arguments: [(0..<0, "日a"), (0..<3, "[日]a"), (1..<2, "日a"), (-4..<1, "日a"), (3..<4, "日[a]")])
  func `ranges of colours that split a character or lie outside are left out`(
    range: Range<Int>, shown: String
  ) {
    let presenter = ConsolePresenter(
      .init(sink, .init(isColored: true)), log: nil, styles: { _ in [(range, .bold)] },
      illustration: { _ in nil })

    presenter.present(cell("日a"))

    let text = sink.text.replacing("\u{1B}[1m", with: "[").dropFirst("\u{1B}[2m│\u{1B}[0m ".count)
    #expect(text.replacing("\u{1B}[0m", with: "]") == shown + "\n")
  }

  @Test func `a report's line goes on with an indentation`() {
    presenter().report("step: 1  acc: 0.1 0.2 0.3")

    #expect(sink.text == "step: 1  acc: 0.1\n  0.2 0.3\n")
  }

  // MARK: - Progress

  @Test func `a progress line leaves out what a narrow window has no room for`() {
    let presenter = presenter()
    let report = SessionEvent.progress(
      ProgressReport(title: "日本", completed: 1, total: 3, measures: [.init("loss", 0.5)]))

    presenter.present(report)
    let shown = written(atWidth: 10, presenter, [.text("x"), report])

    #expect(sink.text.hasPrefix("\r\u{1B}[2K日本  1/3\r"))
    #expect(shown.hasSuffix("日本  1/3\r"))
  }

  @Test func `what a narrower window wraps is erased in the rows that it takes`() {
    let presenter = presenter { _ in "0123456789012345678\n\u{1B}[31m0123456789\u{1B}[0m\n" }
    presenter.present(report(1))

    #expect(
      written(atWidth: 7, presenter, [.text("x\n")])
        == "\r\u{1B}[5A\u{1B}[2K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8x\n")
  }

  @Test func `a terminal that cuts lines has as many rows as before`() {
    let presenter = presenter(rewraps: false) { _ in "0123456789012345678\n0123456789\n" }
    presenter.present(report(1))

    #expect(
      written(atWidth: 7, presenter, [.text("x\n")])
        == "\r\u{1B}[2A\u{1B}[2K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8x\n")
  }

  @Test func `the wrapped rest of a progress line goes`() {
    let presenter = presenter()
    presenter.present(report(1))

    #expect(
      written(atWidth: 2, presenter, [.text("x\n")])
        == "\r\u{1B}[2K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8x\n")
  }

  @Test func `an illustration higher than the window is left out`() {
    let presenter = presenter { _ in String(repeating: "a\n", count: 24) }

    presenter.present(report(1))

    #expect(!sink.text.contains("a"))
  }

  @Test func `^C over a progress line costs no blank line`() {
    let presenter = presenter()
    for event in [report(1), .progress(nil), .failure(.interrupted)] { presenter.present(event) }

    #expect(sink.text.hasSuffix("1/3\r\ninterrupted\n"))
  }

  @Test(
    arguments: [
      (Duration.milliseconds(999), nil), (.milliseconds(1000), nil), (.milliseconds(1340), "1.3 s"),
      (.milliseconds(9960), "10 s"), (.seconds(59.7), "1 min 0 s"), (.seconds(125), "2 min 5 s"),
      (.seconds(7300), "2 h 1 min"), (.seconds(-3), nil), (.zero, nil),
    ] as [(Duration, String?)])
  func `a time that was waited for is told`(duration: Duration, time: String?) {
    presenter().present(.took(cell: "a", duration))

    #expect(sink.text == (time.map { "(\($0))\n" } ?? ""))
  }

  @Test func `times go to the log where there is no terminal`() {
    let log = RecordingSink()
    let presenter = ConsolePresenter(
      sink: sink, capabilities: .init(), log: .init(log, .init()))

    presenter.present(.took(cell: "a", .seconds(2)))
    presenter.present(.took(cell: nil, .seconds(2)))

    #expect(sink.text.isEmpty)
    #expect(log.text == "a took 2.0 s\n")
  }
}
