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
  }

  /// How long a drawing stays: drawing takes some hundredths of that.
  private static let interval = Duration.milliseconds(500)

  /// The most lines that the curve takes.
  private static let lines = 18

  init(display: FigureDisplay) {
    self.display = display
  }

  /// The curve as text of some lines, each ended by a line break; nil where there is none to show.
  ///
  /// - Parameter isLast: Whether the training has ended, so that the curve is drawn to its end.
  public func text(isLast: Bool) -> String? {
    state.withLock { state in
      guard let curve = state.curve, curve.losses.count > 1 else { return nil }
      let now = ContinuousClock.now
      if let drawn = state.drawn, !isLast, now - drawn < Self.interval { return state.text }
      state.text = display.characters(curve.figure(title: nil), lines: Self.lines)
      state.drawn = now
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
