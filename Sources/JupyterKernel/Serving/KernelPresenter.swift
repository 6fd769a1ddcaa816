internal import CellLanguage
internal import Dispatch
internal import NotebookSession
internal import Synchronization
internal import Text

/// Publishes what cells show, as parts of the answer to the request that runs them.
///
/// Text that is printed within some milliseconds goes out as one: a message for each of many short lines is
/// more work for everybody than printing them, and what a short cell prints is one output of a notebook.
final class KernelPresenter: SessionPresenter {
  private let output: OutputChannel
  private let illustration: @Sendable (_ isLast: Bool) -> DisplayBundle?
  private let state = Mutex(State())

  private struct State {
    /// The header of the request that runs.
    var parent = WireMessage.nothing
    /// The number of its cell.
    var count = 0
    /// Whether nobody is to see it.
    var isSilent = false
    /// Printed text that has not gone out yet.
    var pending = ""
    /// Whether a call that publishes what is pending is to come.
    var isScheduled = false
    /// Whether the next text begins a line.
    var isAtLineStart = true
    /// The long work that goes on.
    var progress: ShownProgress?
    /// How many pieces of long work there were, which gives each its name.
    var progressCount = 0
    /// What the illustration of the long work is called, once it is there.
    var illustrationID: String?
    /// What came of it so far.
    var outcome = Outcome()
  }

  /// What a request has led to, beside what was shown.
  struct Outcome {
    /// Why it failed.
    var failure: SessionFailure?
    /// The plain text of its value.
    var result: String?
  }

  /// How long text may wait.
  private static let pause = DispatchTimeInterval.milliseconds(40)

  /// The bytes of text that are gathered, and that a message has, at most.
  private static let limit = 1 << 16

  /// A presenter that publishes on a channel.
  ///
  /// - Parameter illustration: what is shown with the progress of long work, where there is something
  ///   new; for the last time when the work has ended.
  init(
    _ output: OutputChannel,
    illustration: @escaping @Sendable (_ isLast: Bool) -> DisplayBundle? = { _ in nil }
  ) {
    self.output = output
    self.illustration = illustration
  }

  /// Begins a request; what is shown from now on belongs to it.
  func begin(_ parent: [UInt8], count: Int, isSilent: Bool) {
    state.withLock { state in
      state.parent = parent
      state.count = count
      state.isSilent = isSilent
      state.isAtLineStart = true
      state.outcome = Outcome()
    }
  }

  /// Ends the request: all that was shown has gone out.
  func end() -> Outcome {
    state.withLock { state in
      endProgress(&state)
      publishText(&state)
      return state.outcome
    }
  }

  func present(_ event: SessionEvent) {
    state.withLock { state in
      switch event {
      case .text(let text): print(text, &state)
      case .note(let text): print((state.isAtLineStart ? "" : "\n") + text + "\n", &state)
      case .display(let bundle, _): publish("display_data", DisplayContent(bundle).shown(), &state)
      case .progress(let report?): show(report, &state)
      case .progress(nil): endProgress(&state)
      case .failure(let failure): state.outcome.failure = state.outcome.failure ?? failure
      // A page shows its cells and how long they took itself.
      case .prose, .source, .skipped, .took, .awaitingInput: break
      }
    }
  }

  func present(result bundle: DisplayBundle, file: String?) {
    state.withLock { state in
      state.outcome.result = bundle.plainText
      publish("execute_result", DisplayContent(bundle).result(of: state.count), &state)
    }
  }

  func flush() { state.withLock { publishText(&$0) } }
}

// MARK: - Publishing

extension KernelPresenter {
  /// Publishes something after the text before it.
  private func publish(_ type: String, _ content: JSONValue, _ state: inout State) {
    publishText(&state)
    if !state.isSilent { output.publish(type, content, for: state.parent) }
  }

  private func print(_ text: String, _ state: inout State) {
    guard !state.isSilent, let last = text.utf8.last else { return }
    state.isAtLineStart = last == 0x0A
    state.pending += text
    if state.pending.utf8.count >= Self.limit {
      publishText(&state)
    } else if !state.isScheduled {
      state.isScheduled = true
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.pause) { [weak self] in
        self?.flush()
      }
    }
  }

  private func publishText(_ state: inout State) {
    state.isScheduled = false
    guard !state.pending.isEmpty else { return }
    var rest = state.pending[...]
    while !rest.isEmpty {
      let part = rest.prefix(bytes: Self.limit)
      rest = rest[part.endIndex...]
      output.publish(
        "stream", .object(["name": .string("stdout"), "text": .string(String(part))]),
        for: state.parent)
    }
    state.pending = ""
  }
}

// MARK: - Progress

extension KernelPresenter {
  private func show(_ report: ProgressReport, _ state: inout State) {
    if state.progress == nil {
      state.progressCount += 1
      state.progress = ShownProgress(report, id: name("progress", state))
    }
    guard let (text, isFirst) = state.progress?.update(report) else { return }
    illustrate(isLast: false, &state)
    showProgress(text, isFirst: isFirst, &state)
  }

  /// What a page calls something of the long work, when it is replaced: no other kernel has the same name.
  private func name(_ part: String, _ state: State) -> String {
    "\(output.session)-\(part)-\(state.progressCount)"
  }

  /// Shows what there is to see of the work, in the place of what there was before.
  private func illustrate(isLast: Bool, _ state: inout State) {
    guard !state.isSilent, let bundle = illustration(isLast) else { return }
    let isFirst = state.illustrationID == nil
    let id = state.illustrationID ?? name("illustration", state)
    state.illustrationID = id
    publish(
      isFirst ? "display_data" : "update_display_data", DisplayContent(bundle).shown(as: id), &state
    )
  }

  private func endProgress(_ state: inout State) {
    guard let progress = state.progress else { return }
    illustrate(isLast: true, &state)
    state.illustrationID = nil
    if progress.isShown { showProgress(progress.last, isFirst: false, &state) }
    state.progress = nil
  }

  private func showProgress(_ text: String, isFirst: Bool, _ state: inout State) {
    let content = DisplayContent(text: text).shown(as: state.progress?.id)
    publish(isFirst ? "display_data" : "update_display_data", content, &state)
  }
}

extension Substring {
  /// The beginning in so many bytes, or in less where that would cut a character; never nothing.
  fileprivate func prefix(bytes count: Int) -> Substring {
    guard let end = utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) else {
      return self
    }
    let place = unicodeScalars.index(before: unicodeScalars.index(after: end))
    return place > startIndex ? self[..<place] : self[..<unicodeScalars.index(after: startIndex)]
  }
}
