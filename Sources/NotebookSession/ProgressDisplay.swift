internal import CellLanguage
internal import Text

/// How far long work has come, at the end of what has been written: on a terminal a line that is
/// redrawn, with an illustration above it; elsewhere a line at every tenth of the work.
///
/// While it is drawn, the cursor stands at the beginning of the line. There it stays when the window
/// is narrowed and the line wrapped, so that what has to be erased begins as many rows above as the
/// illustration takes in the new width.
struct ProgressDisplay {
  private let outlet: ConsolePresenter.Outlet
  private var line: ProgressLine?
  /// What is drawn above the line, in lines that end in line breaks.
  private var illustration = ""
  /// The columns of the window when it was drawn.
  private var width = 0

  init(_ outlet: ConsolePresenter.Outlet) {
    self.outlet = outlet
  }

  /// Whether something is drawn that goes when other text comes.
  private(set) var isDrawn = false

  private var isTerminal: Bool { outlet.capabilities.isTerminal }

  /// Takes a report.
  ///
  /// - Returns: whether to draw now.
  mutating func update(_ report: ProgressReport) -> Bool {
    var line = line ?? ProgressLine(report)
    defer { self.line = line }
    return line.update(report, isTerminal: isTerminal, isShown: isDrawn)
  }

  /// Draws the line in place of the last one, and what stands above it where that is new.
  mutating func draw(above newIllustration: String?) {
    guard let line else { return }
    guard isTerminal else {
      outlet.sink.write(line.logLine + "\n")
      outlet.sink.flush()
      return
    }
    let newWidth = outlet.width
    let illustration = fitting(newIllustration ?? "", width: newWidth)
    let text = line.rendered(width: newWidth) + "\r"
    if isDrawn, illustration == self.illustration, newWidth == width {
      outlet.sink.write("\r\u{1B}[2K" + text)
    } else {
      // In one piece, so that no terminal shows the emptiness in between.
      outlet.sink.write(erasure(width: newWidth) + illustration + text)
    }
    self.illustration = illustration
    width = newWidth
    isDrawn = true
    outlet.sink.flush()
  }

  /// Takes the drawing away, so that something else can stand there.
  mutating func hide() {
    guard isDrawn else { return }
    outlet.sink.write(erasure(width: outlet.width))
    isDrawn = false
    illustration = ""
  }

  /// Ends the work; where something is drawn it stays, in its last state.
  mutating func end(above lastIllustration: () -> String?) {
    if isDrawn {
      draw(above: lastIllustration())
      outlet.sink.write("\n")
      outlet.sink.flush()
    }
    isDrawn = false
    line = nil
    illustration = ""
  }

  /// The illustration where the window is high enough to erase it again, without blanks at ends of
  /// lines, which one terminal wraps and another does not.
  private func fitting(_ text: String, width: Int) -> String {
    guard !text.isEmpty else { return "" }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == " "
        ? line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)
        : line
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    let joined = lines.map { $0 + "\n" }.joined()
    guard let rows = outlet.sink.window?.rows else { return joined }
    return Self.rows(of: joined, width: width) < rows ? joined : ""
  }

  /// What erases the line and what stands above it, in a window of so many columns.
  private func erasure(width newWidth: Int) -> String {
    guard isDrawn else { return "\r\u{1B}[2K" }
    let rows = Self.rows(of: illustration, width: outlet.capabilities.rewraps ? newWidth : width)
    if rows == 0, newWidth == width { return "\r\u{1B}[2K" }
    // The first row apart from the rest, because tmux keeps what is erased from the top of the window.
    return "\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[2K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8"
  }

  /// How many rows lines take, each of which ends in a line break.
  private static func rows(of text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) {
      rows, line in
      let columns = terminalWidth(ofEscaped: String(line))
      return rows + max(1, (columns + max(1, width) - 1) / max(1, width))
    }
  }
}
