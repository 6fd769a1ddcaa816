internal import CellLanguage
internal import Plotting
internal import Synchronization
internal import SystemFiles

/// Draws the figures that cells show: to a PNG in the plots folder, and for the terminal where there
/// is one.
final class FigureDisplay: Sendable {
  private let gnuplot: GnuplotProcess
  private let folder: PictureFolder
  private let graphics: Graphics
  private let typed: @Sendable ([UInt8]) -> Void
  /// What the terminal can show; asked for with the first figure, so that starting costs nothing.
  private let terminal: Mutex<TerminalGraphics??> = Mutex(nil)

  /// A display that writes PNGs into a folder, and shows figures in the terminal as told.
  ///
  /// - Parameters:
  ///   - gnuplot: The program that draws.
  ///   - typed: Is given what somebody typed while the terminal was asked what it can show.
  init(
    folder: AllowedFolder, noting uses: FileUses? = nil, graphics: Graphics, gnuplot: String,
    typed: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.folder = PictureFolder(folder, noting: uses)
    self.graphics = graphics
    self.gnuplot = GnuplotProcess(executable: gnuplot)
    self.typed = typed
  }

  /// The figure as a PNG and, where there is a terminal, as text for it.
  ///
  /// The PNG is also written to the plots folder, under the figure's title; where that cannot be, the
  /// figure is shown all the same.
  func bundle(for figure: Figure, interrupt: @Sendable () -> Bool) throws -> DisplayBundle {
    let png = try gnuplot.png(figure, interrupt: interrupt)
    let written = folder.write(png, of: figure)

    var others = [DisplayBundle.Representation(mediaType: "image/png", bytes: png)]
    if let terminal = currentTerminal() {
      let text = try gnuplot.terminalText(figure, for: terminal, interrupt: interrupt)
      others.append(.init(mediaType: DisplayBundle.terminalMediaType, bytes: Array(text.utf8)))
    }
    return DisplayBundle(plainText: written.path ?? figure.summary, others, note: written.note)
  }

  /// A value's text with its picture, which is not kept in the folder: above the text where there is a
  /// terminal, and as a PNG. Where the picture cannot be drawn, the text is shown all the same.
  func bundle(
    picturing figure: Figure, text: String, interrupt: @Sendable () -> Bool
  ) -> DisplayBundle {
    var others: [DisplayBundle.Representation] = []
    if let png = try? gnuplot.png(figure, interrupt: interrupt) {
      others.append(.init(mediaType: "image/png", bytes: png))
    }
    if var terminal = currentTerminal(), terminal.drawing != .none {
      // Both are to be seen together.
      let lines = text.utf8.count { $0 == 0x0A } + 1
      terminal.lineLimit = terminal.lineLimit.map { max(8, min($0, terminal.rows - 2 - lines)) }
      if let picture = try? gnuplot.terminalText(figure, for: terminal, interrupt: interrupt) {
        let whole = picture + text + "\n"
        others.append(.init(mediaType: DisplayBundle.terminalMediaType, bytes: Array(whole.utf8)))
      }
    }
    return DisplayBundle(plainText: text, others)
  }

  /// The figures written so far.
  var written: [WrittenFigure] { folder.figures }

  /// The characters and lines of the window now; nil where there is no terminal that shows figures.
  var window: Window? {
    guard let terminal = currentTerminal(), terminal.drawing != .none else { return nil }
    return Window(columns: terminal.columns, rows: terminal.rows)
  }

  /// The size of a window.
  struct Window: Equatable {
    let columns, rows: Int
  }

  /// The figure in characters, in at most so many lines; nil where there is no terminal, no room or
  /// no gnuplot.
  func characters(_ figure: Figure, lines: Int) -> String? {
    guard var terminal = currentTerminal(), terminal.drawing != .none else { return nil }
    if terminal.drawing != .dumb { terminal.drawing = .blocks }
    terminal.rows = min(terminal.rows - 1, lines)
    terminal.lineLimit = terminal.rows
    guard let text = try? gnuplot.terminalText(figure, for: terminal) else { return nil }
    return text.utf8.count { $0 == 0x0A } <= terminal.rows ? text : nil
  }

  /// Writes a figure to a file of the format that its name says.
  func write(
    _ figure: Figure, to path: String, in files: FileAccess,
    interrupt: @escaping @Sendable () -> Bool
  ) throws {
    try gnuplot.write(figure, to: path, in: files, interrupt: interrupt)
  }

  /// The most lines of a terminal that a picture takes, its title among them.
  private static let lines = 25

  /// What the terminal can show, in the size that its window has now.
  private func currentTerminal() -> TerminalGraphics? {
    terminal.withLock { known in
      if known == nil { known = .some(graphics.terminal(typed: typed)) }
      known??.measure()
      guard var current = known ?? nil else { return nil }
      current.lineLimit = min(Self.lines, max(8, current.rows - 2))
      return current
    }
  }
}
