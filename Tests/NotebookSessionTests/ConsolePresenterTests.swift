import CellLanguage
import Notebook
import NotebookSession
import Testing

@Suite struct ConsolePresenterTests {
  /// What a presenter writes for these events.
  private func text(
    _ events: [SessionEvent], on capabilities: ConsolePresenter.Capabilities = .init(),
    illustration: @escaping @Sendable (_ isLast: Bool) -> String? = { _ in nil }
  ) -> String {
    let sink = RecordingSink()
    let presenter = ConsolePresenter(
      sink: sink, capabilities: capabilities, illustration: illustration)
    for event in events { presenter.present(event) }
    return sink.text
  }

  /// What goes to the log of a presenter that writes to a file.
  private func log(_ events: [SessionEvent]) -> String {
    let log = RecordingSink()
    let presenter = ConsolePresenter(
      sink: RecordingSink(), capabilities: .init(), log: .init(log, .init()))
    for event in events { presenter.present(event) }
    return log.text
  }

  private func cell(_ source: String) -> SessionEvent {
    .source(NotebookDocument(parsing: "```swift\n\(source)\n```\n").cells[0])
  }

  private let terminal = ConsolePresenter.Capabilities(
    isTerminal: true, isColored: false, width: 60)

  @Test func `prose, code and output follow each other in plain text`() {
    let shown = text([
      .prose("\n# Sums\n\nOne.\n\n"), cell("let a = 1\n\nprint(a)"), .text("1\n"),
      .prose("\nEnd."),
    ])

    #expect(
      shown == """
        # Sums

        One.

        │ let a = 1
        │
        │ print(a)
        1

        End.

        """)
  }

  @Test func `a cell without echo shows only its outputs`() {
    #expect(text([cell("//| echo: false\n1"), .text("1\n")]) == "1\n")
  }

  @Test func `what follows text without a newline begins a line`() {
    let shown = text([
      .text("a"), .text("b"), .display(DisplayBundle(plainText: "c"), file: nil), .note("d"),
    ])

    #expect(shown == "ab\nc\nd\n")
  }

  @Test func `a figure is its file where there is no terminal`() {
    let figure = DisplayBundle(
      plainText: "figure",
      [.init(mediaType: DisplayBundle.terminalMediaType, bytes: Array("▀▄\n".utf8))])

    #expect(text([.display(figure, file: "x.out/a-1.png")]) == "figure → x.out/a-1.png\n")
    #expect(text([.display(figure, file: "x.out/a-1.png")], on: terminal) == "▀▄\n")
  }

  @Test func `progress is a line at every tenth of the log where there is no terminal`() {
    let reports = (1...40).map {
      SessionEvent.progress(
        ProgressReport(
          title: "training", completed: $0, total: 40, measures: [.init("loss", 1.0 / 3)]))
    }

    let lines = log(reports + [.progress(nil)]).split(separator: "\n")

    #expect(text(reports + [.progress(nil)]).isEmpty)
    #expect(lines.count == 10)
    #expect(lines.first == "training  4/40  loss 0.333")
    #expect(lines.last == "training  40/40  loss 0.333")
  }

  @Test func `bytes are counted in the unit that fits`() {
    func report(_ completed: Int, of total: Int?) -> SessionEvent {
      .progress(ProgressReport(title: "x.zip", completed: completed, total: total, unit: .bytes))
    }

    #expect(log([report(4_700_000, of: 9_464_212)]) == "x.zip  4.7 MB/9.5 MB\n")
    #expect(log([report(900_000, of: nil), report(1_100_000, of: nil)]) == "x.zip  1.1 MB\n")
  }

  @Test func `progress redraws one line on a terminal and leaves its last state`() {
    let reports = (1...4).map {
      SessionEvent.progress(ProgressReport(title: "training", completed: $0, total: 4))
    }

    let shown = text(reports + [.progress(nil), .text("done\n")], on: terminal)

    #expect(shown.hasPrefix("\r\u{1B}[2Ktraining  ━━━━━"))
    #expect(shown.hasSuffix("4/4\r\ndone\n"))
    #expect(shown.utf8.split(separator: 0x0A).count == 2)
  }

  @Test func `text in the middle of progress takes the line's place`() {
    let report = SessionEvent.progress(ProgressReport(title: "t", completed: 1, total: 9))

    let shown = text([report, .text("x\n"), report], on: terminal)

    #expect(shown.contains("1/9\r\r\u{1B}[2Kx\n\r\u{1B}[2Kt"))
  }

  // MARK: - Illustrations

  private func report(_ completed: Int) -> SessionEvent {
    .progress(ProgressReport(title: "t", completed: completed, total: 3))
  }

  @Test func `an illustration stands above the line and is drawn again in its place`() {
    let shown = text([report(1), report(3), .progress(nil), .text("done\n")], on: terminal) {
      isLast in isLast ? "new\ncurve\n" : "old\ncurve\n"
    }

    #expect(shown.hasPrefix("\r\u{1B}[2Kold\ncurve\nt  "))
    // The same illustration is not drawn again, the last one takes its two lines.
    #expect(shown.split(separator: "old").count == 2)
    #expect(
      shown.contains("3/3\r\r\u{1B}[2A\u{1B}[2K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8new\ncurve\nt  "))
    #expect(shown.hasSuffix("3/3\r\ndone\n"))
  }

  @Test func `text in the middle takes the place of illustration and line`() {
    let shown = text([report(1), .text("x\n"), report(1)], on: terminal) { _ in "a\nb\nc\n" }

    #expect(
      shown.contains(
        "1/3\r\r\u{1B}[3A\u{1B}[2K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8x\n\r\u{1B}[2Ka\nb\nc\nt  "))
  }

  @Test func `a file gets no illustration`() {
    let shown = text([report(3), .progress(nil)]) { _ in "curve\n" }

    #expect(shown.isEmpty)
    #expect(log([report(3), .progress(nil)]) == "t  3/3\n")
  }

  @Test func `a progress line is never wider than the terminal`() {
    let report = ProgressReport(
      title: String(repeating: "t", count: 100), completed: 1, total: 9)

    let shown = text([.progress(report)], on: terminal)

    #expect(shown.count == "\r\u{1B}[2K\r".count + 59)
  }

  @Test func `a terminal shows headings and code in colour`() {
    let colored = ConsolePresenter.Capabilities(isTerminal: true, isColored: true, width: 60)

    let shown = text([.prose("# A\nsee `b` and `c")], on: colored)

    #expect(
      shown
        == "\u{1B}[2m# \u{1B}[0m\u{1B}[1;4mA\u{1B}[0m\n\nsee \u{1B}[36mb\u{1B}[0m and `c\n")
  }

  @Test(arguments: [
    ("a\u{1B}[1;31mb\u{1B}[0m\t\r\n", "a\u{1B}[1;31mb\u{1B}[0m\t\r\n"),
    ("\u{1B}]52;c;eA==\u{7}", "␛]52;c;eA==␇"), ("\u{1B}[2J", "␛[2J"), ("\u{1B}[1", "␛[1"),
    ("\u{9B}2J\u{7F}", "\u{FFFD}2J␡"), ("é·", "é·"),
  ])
  func `a notebook sends a terminal colours and nothing else`(text: String, shown: String) {
    #expect(self.text([.text(text)], on: terminal) == shown)
    #expect(self.text([.text(text)]) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (2, "2"), (-1.5, "-1.500"), (0.0004, "0.0004"), (0.9996, "1.000"),
    (.nan, "nan"), (1e20, "1e+20"), (-0.25, "-0.250"),
  ])
  func `a measure shows three digits`(value: Double, shown: String) {
    let report = ProgressReport(
      title: "t", completed: 10, total: 10, measures: [.init("m", value)])

    #expect(log([.progress(report)]) == "t  10/10  m \(shown)\n")
  }
}
