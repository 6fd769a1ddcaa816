internal import CellLanguage
internal import NotebookSession

/// How far long work has come, as a line on a page that is replaced while the work goes on.
///
/// What is done before somebody would wonder has no line.
struct ShownProgress {
  /// What the line is called when it is replaced.
  let id: String
  /// Whether the line is there.
  private(set) var isShown = false
  private var line: ProgressLine
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now

  /// How long work goes on without a line; and how long a line stays at least.
  private static let (patience, interval) = (Duration.milliseconds(500), Duration.milliseconds(250))

  /// Work that has just begun, with a line of that name.
  init(_ report: ProgressReport, id: String) {
    self.id = id
    line = ProgressLine(report)
  }

  /// Takes a report.
  ///
  /// - Returns: the line, where it is to be shown now, and whether it is for the first time.
  mutating func update(_ report: ProgressReport) -> (text: String, isFirst: Bool)? {
    _ = line.update(report, isTerminal: true, isShown: isShown)
    let now = ContinuousClock.now
    guard isShown ? now - shown > Self.interval : now - start > Self.patience else { return nil }
    defer { (isShown, shown) = (true, now) }
    return (line.rendered(width: 100), !isShown)
  }

  /// What stays: how far it came, without what is another in each run.
  var last: String { line.logLine }
}
