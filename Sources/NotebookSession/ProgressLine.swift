internal import CellLanguage

/// One line about long work: when to draw it again, and how.
struct ProgressLine {
  /// Whether it is on the screen.
  var isShown = false
  private var report: ProgressReport
  private var drawn: ContinuousClock.Instant?
  private var drawnStep = 0
  private let start = ContinuousClock.now

  /// The shortest time between two drawings on a terminal.
  private static let interval = Duration.milliseconds(80)

  init(_ report: ProgressReport) {
    self.report = report
  }

  /// Takes a report.
  ///
  /// - Returns: whether to draw the line now: on a terminal not more often than an eye can follow,
  ///   elsewhere at every tenth of the work.
  mutating func update(_ report: ProgressReport, isTerminal: Bool) -> Bool {
    self.report = report
    if isTerminal {
      let now = ContinuousClock.now
      let isLast = report.completed == report.total
      if isShown, !isLast, let drawn, now - drawn < Self.interval { return false }
      drawn = now
    } else {
      let stride = max(1, (report.total ?? 1000) / 10)
      guard report.completed / stride > drawnStep else { return false }
      drawnStep = report.completed / stride
    }
    isShown = true
    return true
  }

  /// The line, no wider than the terminal.
  func rendered(_ capabilities: ConsolePresenter.Capabilities) -> String {
    let count = report.total.map { "\(report.completed)/\($0)" } ?? "\(report.completed)"
    let measures = report.measures.map { "\($0.name) \(Self.shown($0.value))" }
    guard capabilities.isTerminal else {
      return ([report.title, count] + measures).joined(separator: "  ")
    }
    let parts = [report.title, bar, count] + measures + [remaining]
    let line = parts.filter { !$0.isEmpty }.joined(separator: "  ")
    return String(line.prefix(max(10, capabilities.width - 1)))
  }

  private var bar: String {
    guard let total = report.total, total > 0 else { return "" }
    let full = min(20, max(0, report.completed * 20 / total))
    return String(repeating: "━", count: full) + String(repeating: "╌", count: 20 - full)
  }

  /// How long the rest takes at the pace so far; at the end, how long all of it took.
  private var remaining: String {
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    guard let total = report.total, report.completed > 0, elapsed > 1 else { return "" }
    if report.completed >= total { return Self.shown(seconds: elapsed) }
    let rest = elapsed / Double(report.completed) * Double(total - report.completed)
    return Self.shown(seconds: rest) + " left"
  }

  private static func shown(seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  /// The number with three digits after the point, or in full where it is whole.
  static func shown(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    if value == value.rounded() { return "\(Int(value))" }
    let thousandths = Int((abs(value) * 1000).rounded())
    if thousandths == 0 { return "\(value)" }
    let fraction = String(thousandths % 1000)
    let sign = value < 0 ? "-" : ""
    let zeros = String(repeating: "0", count: 3 - fraction.count)
    return "\(sign)\(thousandths / 1000).\(zeros)\(fraction)"
  }
}
