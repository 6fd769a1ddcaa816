import Images
import Plotting
import Testing

/// Text of users is shown as it is and never read as a command, wherever it stands.
struct FigureTextTests {
  private let gnuplot = GnuplotProcess()

  static let texts = [
    "it's", "'quoted'", "''", "say \"hi\"", "`touch /tmp/plotting-injected`",
    "\"`touch /tmp/plotting-injected`\"",
    "$(touch /tmp/plotting-injected)", "'; system('touch /tmp/plotting-injected'); '",
    "50 % of @all {x}_1^2", "%g %s %d %%", "a\\nb \\", "train_acc", "# no comment", "a;b", "{",
    "}}", "can't tell @GPVAL_PWD", "'a' @GPVAL_PWD \"b' @GPVAL_VERSION", "don't \"can't\" @PWD",
    "$1 @1 ${x}", "\u{1B}[31mred\u{1B}]0;title\u{7}",
    "学习 如何 学习", "🎉 done", "Ωmega → ∞", "x\u{0}y\u{7}z", "[0:1]", "~tilde", "&{phantom}", "|",
  ]

  /// Figures with the text in every place that takes one.
  private func figures(_ text: String) -> [Figure] {
    [
      plot([1.0, 2], label: text, title: text, xLabel: text, yLabel: text),
      bar([text, "b"], [1.0, 2], title: text),
      heatmap(
        [[1.0, 2], [3, 4]], rowNames: [text, "b"], columnNames: [text, "d"], xLabel: text,
        yLabel: text),
      show(
        Image(width: 2, height: 2, pixels: [-1, 1, 1, -1]), caption: Caption(text), title: text),
      grid([plot([1.0, 2], title: text), plot([1.0, 2], label: text)], title: text),
    ]
  }

  @Test(arguments: texts)
  func `text is drawn and not run`(text: String) throws {
    for figure in figures(text) {
      #expect(throws: Never.self) { try gnuplot.png(figure) }
      #expect(throws: Never.self) { try gnuplot.terminalText(figure, for: TerminalGraphics()) }
    }
    #expect(!TemporaryFolder.names(in: "/tmp").contains("plotting-injected"))
  }

  @Test(arguments: [
    "it's", "'quoted'", "''", "say \"hi\"", "50 % of @all {x}_1^2", "%g %s", "`id`", "a\\nb",
    "学习 🎉", "can't @GPVAL_PWD", "Ada's hit@k", "\"it's\" @x 'y'", "\\'\"@`$", "100% \\ 'x' %%",
    "жёлтый чай 50 %",
  ])
  func `text is shown letter by letter`(text: String) throws {
    let svg = FigureSize(width: 800, height: 600)
    let escaped =
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        "\"", with: "&quot;")

    for figure in figures(text) {
      let bytes = try gnuplot.draw(figure, on: .svg(svg))
      let drawing = String(decoding: bytes, as: UTF8.self)
      let shown = drawing.contains(text) || drawing.contains(escaped)
      #expect(shown, "\(figure.summary)")
    }
  }

  @Test func `a label in a legend is no longer than there is room`() throws {
    let label = String(repeating: "word ", count: 30)
    for legend in [Chart.Legend.top, .right, .bottom] {
      let drawing = try gnuplot.draw(
        plot(.line([1.0, 2], label: label), legend: legend),
        on: .svg(FigureSize(width: 300, height: 200)))

      #expect(String(decoding: drawing, as: UTF8.self).contains("…"))
    }
  }

  @Test func `lines of a title stay lines, and long titles are broken`() throws {
    let title = "first\nsecond " + String(repeating: "word ", count: 30)
    let bytes = try gnuplot.draw(
      plot([1.0], title: title), on: .svg(FigureSize(width: 400, height: 300)))
    let drawing = String(decoding: bytes, as: UTF8.self)

    #expect(drawing.contains(">first</"))
    #expect(drawing.contains("second word"))
    #expect(!drawing.contains(String(repeating: "word ", count: 20)))
  }

  @Test func `quoting writes what means something by its code, and drops control characters`() {
    #expect(GnuplotScript.quoted("plain") == "'plain'")
    #expect(GnuplotScript.quoted("it's @x") == "\"it\\047s \\100x\"")
    #expect(GnuplotScript.quoted("\"`\\") == "\"\\042\\140\\134\"")
    #expect(GnuplotScript.quoted("a\nb") == "\"a\\nb\"")
    #expect(GnuplotScript.quoted("a\r\nb") == "\"a\\nb\"")
    #expect(GnuplotScript.quoted("a\u{0}\tb\u{2028}") == "\"a  b\\n\"")
    #expect(GnuplotScript.quoted("") == "''")
  }

  @Test(arguments: texts)
  func `no quote in a script is anything but one`(text: String) throws {
    for figure in figures(text) {
      let script = try FigureRenderer(canvas: .png(FigureSize(width: 800, height: 600)))
        .script(for: figure)

      for line in script.text.split(separator: "\n") {
        // Between single quotes there is none of the other kind, and the other way round.
        var quote: Character?
        for character in line where character == "'" || character == "\"" {
          if quote == nil { quote = character } else if quote == character { quote = nil }
          #expect(quote == nil || quote == character)
        }
        #expect(quote == nil)
        #expect(!line.contains("@"))
      }
    }
  }

  @Test(arguments: [TerminalGraphics.Drawing.blocks, .dumb])
  func `a title in characters sends nothing to the terminal`(
    drawing: TerminalGraphics.Drawing
  ) throws {
    let text = "a\u{1B}]0;b\u{7}c\u{9B}31md\ne"
    for figure in figures(text) {
      let shown = try gnuplot.terminalText(
        figure, for: TerminalGraphics(drawing: drawing, colors: .none))

      #expect(
        !shown.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }
  }

  @Test func `a long name with a percent sign ends with a whole character`() throws {
    let name = "100% " + String(repeating: "ж", count: 40)

    let drawing = try gnuplot.draw(
      bar([name, "b"], [1.0, 2]), on: .svg(FigureSize(width: 1_600, height: 300)))

    let shown = String(decoding: drawing, as: UTF8.self)
    #expect(shown.contains(">100% жжжжж"))
    #expect(!shown.contains("\u{FFFD}"))
  }
}
