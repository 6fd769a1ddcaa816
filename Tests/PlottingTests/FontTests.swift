import Plotting
import Testing

struct FontTests {
  /// A character that no font has: of the plane that is kept for private use.
  private let nowhere: Character = "\u{10FF00}"

  @Test func `the fonts of a machine have letters and not what nobody has drawn`() {
    #expect("aé−…⁻→".allSatisfy { Fonts.canShow($0) })
    #expect(!Fonts.canShow(nowhere))
    #expect(!Fonts.canShow(Character("e\u{10FF00}")))
  }

  @Test func `characters without a glyph become squares, and nothing else changes`() throws {
    let figure = plot([1.0, 2], title: "π\(nowhere)'x'", xLabel: "a")
    var script = try FigureRenderer(canvas: .png(FigureSize(width: 320, height: 200)))
      .script(for: figure)
    let before = script.text

    script.replaceCharacters { $0 == nowhere }

    #expect(script.text == before.replacing("\(nowhere)", with: "□"))
    #expect(script.text != before)
  }

  @Test func `a character without a glyph hides nothing of the figure`() throws {
    let gnuplot = GnuplotProcess()
    let size = FigureSize(width: 320, height: 200)
    let plain = plot([1.0, 2], title: "□□", xLabel: "x")
    let odd = plot([1.0, 2], title: "\(nowhere)\(nowhere)", xLabel: "x")

    #expect(try gnuplot.png(odd, size: size) == gnuplot.png(plain, size: size))
  }

  @Test func `an SVG drawing keeps every character for whoever reads it`() throws {
    let drawing = try GnuplotProcess().draw(
      plot([1.0, 2], title: "\(nowhere)"), on: .svg(FigureSize(width: 320, height: 200)))

    #expect(String(decoding: drawing, as: UTF8.self).contains(nowhere))
  }
}
