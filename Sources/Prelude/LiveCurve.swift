internal import MetaLearning
internal import Synchronization

/// The learning curve of a training that is going on, as text to be drawn over and over.
///
/// The training adds what it has measured; whoever shows progress asks for ``text(isLast:)`` as often
/// as it likes and gets a new drawing twice a second.
public final class LiveCurve: Sendable {
  private let display: FigureDisplay
  private let state = Mutex(State())

  private struct State {
    /// The curve so far; nil while nobody watches a training.
    var curve: LearningCurve?
    var text: String?
    var drawn: ContinuousClock.Instant?
    /// The window that it was drawn for.
    var window: FigureDisplay.Window?
  }

  /// How long a drawing stays: drawing takes some hundredths of that.
  private static let interval = Duration.milliseconds(500)

  /// The most lines that the curve takes.
  private static let lines = 18

  /// A window of fewer lines has no room for a curve.
  private static let leastRows = 13

  init(display: FigureDisplay) {
    self.display = display
  }

  /// The curve as text of some lines, each ended by a line break; nil where there is none to show.
  ///
  /// It fits the window as that is now: after another size it is drawn anew.
  ///
  /// - Parameter isLast: Whether the training has ended, so that the curve is drawn to its end.
  public func text(isLast: Bool) -> String? {
    state.withLock { state in
      guard let curve = state.curve, curve.losses.count > 1 else { return nil }
      let now = ContinuousClock.now
      // A window of another size needs another picture at once: the old one would wrap.
      let window = display.window
      let isRecent = state.drawn.map { now - $0 < Self.interval } ?? false
      if isRecent, !isLast, window == state.window { return state.text }
      (state.drawn, state.window) = (now, window)
      guard window?.rows ?? .max >= Self.leastRows else {
        state.text = nil
        return nil
      }
      state.text = display.characters(curve.figure(title: nil), lines: Self.lines)
      // What cannot be drawn now must not hold the training up again.
      if state.text == nil { state.curve = nil }
      return state.text
    }
  }

  /// Starts a curve.
  func start() {
    state.withLock { $0 = State(curve: LearningCurve()) }
  }

  /// Adds what an iteration has measured.
  func add(_ progress: TrainingProgress) {
    state.withLock { state in
      // A training that goes on with a run does not start from nothing.
      if state.curve?.losses.isEmpty == true { state.curve?.start = progress.iteration - 1 }
      state.curve?.losses.append(progress.loss)
      if let accuracy = progress.accuracy { state.curve?.accuracies.append(accuracy) }
      if let evaluation = progress.validation {
        state.curve?.validations.append(
          LearningCurve.Validation(iteration: progress.iteration, evaluation: evaluation))
      }
    }
  }

  /// Forgets the curve.
  func end() {
    state.withLock { $0 = State() }
  }
}
