import Glibc
import Plotting
import Testing

/// Draws one figure of every kind where `FIGURE_GALLERY` names a folder, for people to look at.
struct GalleryTests {
  @Test func `every kind of figure can be drawn`() throws {
    let gnuplot = GnuplotProcess()
    let folder = unsafe getenv("FIGURE_GALLERY").map { unsafe String(cString: $0) }

    for (name, figure) in Gallery.figures {
      let png = try gnuplot.png(figure)
      #expect(png.count > 1_000)
      let screen = TerminalGraphics(columns: 80, rows: 24)
      let text = try gnuplot.terminalText(figure, for: screen)
      #expect(text.split(separator: "\n").count > 3)
      guard let folder else { continue }
      try gnuplot.write(figure, to: "\(folder)/\(name).png")
      try save(text, "\(folder)/\(name).80x24.txt")
      for (ending, terminal) in [
        ("160x50", TerminalGraphics(columns: 160, rows: 50)),
        ("256", TerminalGraphics(colors: .palette)),
        ("ascii", TerminalGraphics(drawing: .dumb, colors: .none)),
        ("sixel", TerminalGraphics(drawing: .sixel, columns: 100, rows: 40)),
      ] {
        let text = try gnuplot.terminalText(figure, for: terminal)
        try save(text, "\(folder)/\(name).\(ending).txt")
      }
    }
  }

  private func save(_ text: String, _ path: String) throws {
    guard let file = unsafe fopen(path, "w") else { return }
    _ = unsafe fputs(text, file)
    _ = unsafe fclose(file)
  }
}
