internal import CellLanguage
internal import Plotting
internal import Synchronization

/// Draws the figures that cells show: to a PNG in the plots folder, and for the terminal where there
/// is one.
final class FigureDisplay: Sendable {
  private let gnuplot = GnuplotProcess()
  private let folder: String
  private let graphics: Graphics
  /// What the terminal can show; asked for with the first figure, so that starting costs nothing.
  private let terminal: Mutex<TerminalGraphics??> = Mutex(nil)

  /// A display that writes PNGs into a folder, and shows figures in the terminal as told.
  init(folder: String, graphics: Graphics) {
    self.folder = folder
    self.graphics = graphics
  }

  /// The figure as a PNG and, where there is a terminal, as text for it.
  ///
  /// The PNG is also written to the plots folder, under the figure's title.
  func bundle(for figure: Figure) throws -> DisplayBundle {
    let png = try gnuplot.png(figure)
    let path = "\(folder)/\(Self.fileName(for: figure))"
    try AtomicFile.write(png, to: path)

    var others = [DisplayBundle.Representation(mediaType: "image/png", bytes: png)]
    if let terminal = currentTerminal() {
      let text = try gnuplot.terminalText(figure, for: terminal)
      others.append(.init(mediaType: DisplayBundle.terminalMediaType, bytes: Array(text.utf8)))
    }
    return DisplayBundle(plainText: path, others)
  }

  /// Writes a figure to a file of the format that its name says.
  func write(_ figure: Figure, to path: String, interrupt: @escaping @Sendable () -> Bool) throws {
    try gnuplot.write(figure, to: path, interrupt: interrupt)
  }

  /// What the terminal can show, in the size that its window has now.
  private func currentTerminal() -> TerminalGraphics? {
    terminal.withLock { known in
      if known == nil { known = .some(graphics.terminal()) }
      known??.measure()
      return known ?? nil
    }
  }

  /// A file name that says what the figure shows: its title in lower case with hyphens.
  static func fileName(for figure: Figure) -> String {
    let words = (figure.title ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
    let slug = words.joined(separator: "-").prefix(60)
    return "\(slug.isEmpty ? "figure" : String(slug)).png"
  }
}
