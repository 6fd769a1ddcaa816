internal import CellLanguage
internal import Notebook
internal import Synchronization
internal import Text

/// Shows a session as text: on a terminal with colour, wrapped to its window and with a progress line
/// that is redrawn, otherwise as plain lines that a file can keep.
///
/// A file gets the same bytes in every run that does the same: how far work has come and how long it
/// took go elsewhere.
public final class ConsolePresenter: SessionPresenter {
  private let outlet: Outlet
  private let styles: CodeStyles
  private let illustration: @Sendable (_ isLast: Bool) -> String?
  /// Where progress is shown when not on the terminal that all goes to.
  private let log: Outlet?
  private let state: Mutex<State>

  private struct State {
    /// Whether anything has been written.
    var isEmpty = true
    /// Whether the next text begins a line.
    var isAtLineStart = true
    /// Whether a progress line has just ended, over which a terminal's `^C` has gone.
    var hasProgressEnded = false
    var progress: ProgressDisplay?
  }

  /// A presenter.
  ///
  /// - Parameters:
  ///   - log: where progress is told, such as standard error, when `sink` is no terminal; nil for
  ///     nowhere.
  ///   - illustration: What a terminal shows above a progress line, in lines that end in line breaks,
  ///     or nil for nothing; is asked each time the line is drawn, the last time with true.
  public convenience init(
    sink: any TextSink, capabilities: Capabilities, log: Outlet? = nil,
    illustration: @escaping @Sendable (_ isLast: Bool) -> String? = { _ in nil }
  ) {
    self.init(
      Outlet(sink, capabilities), log: log, styles: swiftColors, illustration: illustration)
  }

  /// A presenter that shows source in colour.
  package init(
    _ outlet: Outlet, log: Outlet?, styles: @escaping CodeStyles,
    illustration: @escaping @Sendable (_ isLast: Bool) -> String?
  ) {
    self.outlet = outlet
    self.log = log
    self.styles = outlet.capabilities.isColored ? styles : plainCode
    self.illustration = illustration
    let place = outlet.capabilities.isTerminal ? outlet : log
    state = Mutex(State(progress: place.map { ProgressDisplay($0) }))
  }

  /// Shows something.
  public func present(_ event: SessionEvent) {
    state.withLock { state in
      if case .progress(let report) = event {
        show(report, &state)
        return
      }
      state.progress?.hide()
      show(event, &state)
      state.hasProgressEnded = false
      // Printed text may be followed by more; all else is waited for.
      if case .text = event { return }
      outlet.sink.flush()
    }
  }

  /// Returns when all that was shown has gone out.
  public func flush() { outlet.sink.flush() }

  /// Shows a line of a command's own report; on a terminal what goes on from it is indented.
  public func report(_ line: String) {
    present(.text((isTerminal ? wrapped(line, width: outlet.width, indent: "  ") : line) + "\n"))
  }

  private func show(_ event: SessionEvent, _ state: inout State) {
    switch event {
    case .prose(let text):
      let prose = Prose(text).rendered(width: width, isColored: isColored, styles: styles)
      if !prose.isEmpty { block(prose, &state) }
    case .source(let cell): if cell.options.echo { block(source(of: cell), &state) }
    case .skipped(let cell): note("(\(cell.name) is not run)", &state)
    case .text(let text): write(safe(text), &state)
    case .display(let bundle, let file): show(bundle, file, &state)
    case .failure(let failure): show(failure, &state)
    case .note(let text): note(text, &state)
    case .took(let cell, let duration): show(duration, of: cell, &state)
    case .awaitingInput:
      if !state.isAtLineStart { write("\n", &state) }
      state.isEmpty = false
    case .progress: break
    }
  }
}

// MARK: - Layout

extension ConsolePresenter {
  private var isTerminal: Bool { outlet.capabilities.isTerminal }

  private var isColored: Bool { outlet.capabilities.isColored }

  /// The columns of the window now, or of a line in a file.
  public var width: Int { outlet.width }

  /// Writes text as it is.
  private func write(_ text: String, _ state: inout State) {
    guard let last = text.utf8.last else { return }
    outlet.sink.write(text)
    state.isEmpty = false
    state.isAtLineStart = last == 0x0A
  }

  /// Writes text on lines of its own.
  private func line(_ text: String, _ state: inout State) {
    write((state.isAtLineStart ? "" : "\n") + text + "\n", &state)
  }

  /// Writes text on lines of its own, with a blank line before it.
  private func block(_ text: String, _ state: inout State) {
    line((state.isEmpty ? "" : "\n") + text, &state)
  }

  private func note(_ text: String, _ state: inout State) {
    line(faint(wrappedInWindow(safe(text))), &state)
  }

  /// The cell's source with a rule at its left, which is repeated where a terminal has no room for a
  /// line.
  private func source(of cell: Cell) -> String {
    var source = cell.source[...]
    while source.last?.isWhitespace == true { source.removeLast() }
    let rule = StyledText("│", .faint)
    let lines = StyledText(code: String(source), styles: cell.kind == .swift ? styles : plainCode)
      .lines
    return lines.flatMap { isTerminal ? $0.wrapped(width: width - 2) : [$0] }
      .map { $0.isEmpty ? rule : rule + StyledText(" ") + $0 }
      .map { $0.rendered(isColored: isColored) }.joined(separator: "\n")
  }

  private func show(_ bundle: DisplayBundle, _ file: String?, _ state: inout State) {
    let drawing = bundle.bytes(of: DisplayBundle.terminalMediaType)
    if isTerminal, let drawing {
      var text = String(decoding: drawing, as: UTF8.self)
      while text.utf8.last == 0x0A { text.removeLast() }
      line(text, &state)
      return
    }
    let text = safe(bundle.plainText)
    guard let file else {
      line(text, &state)
      return
    }
    line(text.contains("\n") ? "\(text)\n→ \(file)" : "\(text) → \(file)", &state)
  }

  private func show(_ failure: SessionFailure, _ state: inout State) {
    // A terminal has shown `^C` where the cursor is.
    if failure.isInterruption, isTerminal, !state.hasProgressEnded { state.isAtLineStart = false }
    let text = safe(failure.rendered(isColored: isColored, width: isTerminal ? width : nil))
    switch failure {
    // Its carets stand under what they point at, so its lines stay.
    case .cell: line(text, &state)
    case .interrupted, .timeout, .valueTimeout, .didNotFail, .cannotDisplay, .shellNotAllowed,
      .shellNotStarted, .shellFailed:
      line(wrappedInWindow(text), &state)
    }
  }

  /// The time that a cell took, where somebody had to wait: after it on a terminal, else in the log.
  private func show(_ duration: Duration, of cell: String?, _ state: inout State) {
    guard let time = elapsedTime(duration) else { return }
    if isTerminal {
      line(faint("(\(time))"), &state)
    } else if let cell, let log {
      outlet.sink.flush()
      log.sink.write("\(safe(cell)) took \(time)\n")
      log.sink.flush()
    }
  }

  private func wrappedInWindow(_ text: String) -> String {
    isTerminal ? wrapped(text, width: width, indent: "  ") : text
  }

  /// Text that a notebook may send: all of it where it goes to a file.
  private func safe(_ text: String) -> String {
    isTerminal ? TerminalSafety.filtered(text) : text
  }

  private func faint(_ text: String) -> String {
    isColored ? StyledText(escaped: text).styled(.faint).rendered(isColored: true) : text
  }
}

// MARK: - Progress

extension ConsolePresenter {
  private func show(_ report: ProgressReport?, _ state: inout State) {
    guard let report else {
      state.hasProgressEnded = state.progress?.isDrawn == true
      state.progress?.end { isTerminal ? illustration(true) : nil }
      outlet.sink.flush()
      return
    }
    guard state.progress?.update(report) == true else { return }
    if isTerminal {
      if !state.isAtLineStart { write("\n", &state) }
    } else {
      // Both may go to one file.
      outlet.sink.flush()
    }
    state.progress?.draw(above: isTerminal ? illustration(false) : nil)
  }
}
