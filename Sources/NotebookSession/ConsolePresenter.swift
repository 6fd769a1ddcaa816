internal import CellLanguage
internal import Notebook
internal import Synchronization

/// Shows a session as text: on a terminal with colour and a progress line that is redrawn,
/// otherwise as plain lines that a file can keep.
public final class ConsolePresenter: SessionPresenter {
  private let sink: any TextSink
  private let capabilities: Capabilities
  private let illustration: @Sendable (_ isLast: Bool) -> String?
  private let state = Mutex(State())

  /// What the place that is written to can show.
  public struct Capabilities: Sendable, Equatable {
    /// Whether lines can be redrawn and figures shown.
    public var isTerminal: Bool
    /// Whether escapes for colour are understood.
    public var isColored: Bool
    /// How many columns there are.
    public var width: Int

    /// Capabilities; by default those of a file.
    public init(isTerminal: Bool = false, isColored: Bool = false, width: Int = 80) {
      self.isTerminal = isTerminal
      self.isColored = isColored
      self.width = width
    }
  }

  private struct State {
    /// Whether anything has been written.
    var isEmpty = true
    /// Whether the next text begins a line.
    var isAtLineStart = true
    /// What a progress line shows now; empty when there is none.
    var progress: ProgressLine?
    /// What stands above the progress line, each of its lines ended by a line break.
    var illustration: String?
  }

  /// A presenter.
  ///
  /// - Parameter illustration: What a terminal shows above a progress line, in lines that end in
  ///   line breaks, or nil for nothing; is asked each time the line is drawn, the last time with
  ///   true.
  public init(
    sink: any TextSink, capabilities: Capabilities,
    illustration: @escaping @Sendable (_ isLast: Bool) -> String? = { _ in nil }
  ) {
    self.sink = sink
    self.capabilities = capabilities
    self.illustration = illustration
  }

  /// Shows something.
  public func present(_ event: SessionEvent) {
    state.withLock { state in
      if case .progress(let report) = event {
        show(report, &state)
        return
      }
      hideProgress(&state)
      switch event {
      case .prose(let text):
        block(
          Prose(text).rendered(width: capabilities.width, isColored: capabilities.isColored), &state
        )
      case .source(let cell): if cell.options.echo { block(source(of: cell), &state) }
      case .skipped(let cell): line(faint("(\(cell.name) is not run)"), &state)
      case .text(let text): write(safe(text), &state)
      case .display(let bundle, let file): show(bundle, file, &state)
      case .failure(let failure):
        // A terminal has shown `^C` where the cursor is.
        if failure.isInterruption, capabilities.isTerminal { state.isAtLineStart = false }
        line(safe(failure.rendered(isColored: capabilities.isColored)), &state)
      case .note(let text): line(faint(safe(text)), &state)
      case .awaitingInput:
        if !state.isAtLineStart { write("\n", &state) }
        state.isEmpty = false
      case .progress: break
      }
    }
  }
}

// MARK: - Layout

extension ConsolePresenter {
  /// Writes text as it is.
  private func write(_ text: String, _ state: inout State) {
    guard let last = text.utf8.last else { return }
    sink.write(text)
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

  /// The cell's source with a rule at its left.
  private func source(of cell: Cell) -> String {
    var lines = safe(cell.source).split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let rule = faint("│")
    return lines.map { $0.isEmpty ? rule : "\(rule) \($0)" }.joined(separator: "\n")
  }

  private func show(_ bundle: DisplayBundle, _ file: String?, _ state: inout State) {
    let drawing = bundle.bytes(of: DisplayBundle.terminalMediaType)
    if capabilities.isTerminal, let drawing {
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

  /// Text that a notebook may send: all of it where it goes to a file.
  private func safe(_ text: String) -> String {
    capabilities.isTerminal ? TerminalSafety.filtered(text) : text
  }

  private func faint(_ text: String) -> String {
    capabilities.isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}

// MARK: - Progress

extension ConsolePresenter {
  private func show(_ report: ProgressReport?, _ state: inout State) {
    guard let report else {
      if capabilities.isTerminal, let progress = state.progress, progress.isShown {
        draw(progress, isLast: true, &state)
        sink.write("\n")
      }
      state.progress = nil
      state.illustration = nil
      return
    }
    var progress = state.progress ?? ProgressLine(report)
    let wasShown = progress.isShown
    guard progress.update(report, isTerminal: capabilities.isTerminal) else {
      state.progress = progress
      return
    }
    if capabilities.isTerminal {
      if !wasShown, !state.isAtLineStart { write("\n", &state) }
      draw(progress, isLast: false, &state)
    } else {
      line(progress.rendered(capabilities), &state)
    }
    state.progress = progress
  }

  /// Draws the progress line in place of the last one, and what stands above it where that is new.
  private func draw(_ progress: ProgressLine, isLast: Bool, _ state: inout State) {
    let illustration = illustration(isLast)
    let text = progress.rendered(capabilities)
    if illustration == state.illustration {
      sink.write("\r\u{1B}[2K" + text)
    } else {
      // In one piece, so that no terminal shows the emptiness in between.
      sink.write(erasure(state) + (illustration ?? "") + text)
      state.illustration = illustration
    }
  }

  /// Takes the progress line away, so that something else can stand there.
  private func hideProgress(_ state: inout State) {
    guard capabilities.isTerminal, state.progress?.isShown == true else { return }
    sink.write(erasure(state))
    state.progress?.isShown = false
    state.illustration = nil
  }

  /// What erases the progress line and what stands above it.
  private func erasure(_ state: State) -> String {
    let lines = state.illustration?.utf8.count { $0 == 0x0A } ?? 0
    return lines == 0 ? "\r\u{1B}[2K" : "\r\u{1B}[\(lines)A\u{1B}[J"
  }
}
