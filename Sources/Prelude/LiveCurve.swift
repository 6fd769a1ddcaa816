public import CellLanguage
internal import MetaLearning
internal import Plotting
internal import Synchronization

/// The learning curve of a training that is going on, as text or a picture to be drawn over and over.
///
/// The training adds what it has measured; whoever shows progress asks for ``text(isLast:)`` or
/// ``picture(isLast:)`` as often as it likes and gets a new drawing now and then.
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
    /// When the next picture is to be made.
    var nextPicture: ContinuousClock.Instant?
  }

  /// How long a drawing stays: drawing takes some hundredths of that.
  private static let interval = Duration.milliseconds(500)

  /// How long a picture stays at least; and how many times as long as it took to make, so that the
  /// training has the time.
  private static let (pictureInterval, pictureShare) = (Duration.seconds(1), 20)

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

  /// The curve as a picture, where there is a new one; nil while the last is good enough, and where there
  /// is no curve to show.
  ///
  /// - Parameter isLast: Whether the training has ended, so that the curve is drawn to its end.
  public func picture(isLast: Bool) -> DisplayBundle? {
    state.withLock { state in
      guard let curve = state.curve, curve.losses.count > 1 else { return nil }
      let start = ContinuousClock.now
      if let next = state.nextPicture, start < next, !isLast { return nil }
      let figure = curve.figure(title: nil)
      let bundle = display.bundle(picturing: figure, text: figure.summary) { false }
      let end = ContinuousClock.now
      state.nextPicture = end + max(Self.pictureInterval, (end - start) * Self.pictureShare)
      guard bundle.representations.contains(where: { $0.mediaType == "image/png" }) else {
        // As with text.
        state.curve = nil
        return nil
      }
      return bundle
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
