package import CellLanguage
internal import Text

/// One line about long work: when to draw it again, and how.
package struct ProgressLine {
  private var report: ProgressReport
  private var drawn: ContinuousClock.Instant?
  private var drawnStep = 0
  private let start = ContinuousClock.now
  /// What had been done when the line started.
  private let startStep: Int

  /// The shortest time between two drawings on a terminal.
  private static let interval = Duration.milliseconds(80)

  /// A line about work that has just begun.
  package init(_ report: ProgressReport) {
    self.report = report
    startStep = report.completed
  }

  /// Takes a report.
  ///
  /// - Returns: whether to draw the line now: on a terminal not more often than an eye can follow,
  ///   elsewhere at every tenth of the work.
  package mutating func update(_ report: ProgressReport, isTerminal: Bool, isShown: Bool) -> Bool {
    self.report = report
    if isTerminal {
      let now = ContinuousClock.now
      let isLast = report.completed == report.total
      if isShown, !isLast, let drawn, now - drawn < Self.interval { return false }
      drawn = now
    } else {
      let stride = max(1, (report.total ?? usualTotal) / 10)
      guard report.completed / stride > drawnStep else { return false }
      drawnStep = report.completed / stride
    }
    return true
  }

  /// The line, narrower than a window of `width` columns: of what does not fit, the pace goes first,
  /// then the bar, then what was measured.
  package func rendered(width: Int) -> String {
    let most = [title, bar, count] + measures + [rate, remaining]
    let versions = [
      most, [title, bar, count] + measures + [remaining], [title, bar, count] + measures,
      [title, count] + measures, [title, count],
    ].map { $0.filter { !$0.isEmpty }.joined(separator: "  ") }
    let line = versions.first { terminalWidth(of: $0) < width } ?? versions[versions.count - 1]
    return cut(line, to: max(1, width - 1))
  }

  /// The line for a file. How long a computation takes would make every run's lines others; a download
  /// is never the same.
  package var logLine: String {
    let pace = report.unit == .bytes ? [rate, remaining].filter { !$0.isEmpty } : []
    return ([title, count] + measures + pace).joined(separator: "  ")
  }

  private var title: String { TerminalSafety.visible(report.title) }

  private var measures: [String] {
    report.measures.map { "\(TerminalSafety.visible($0.name)) \(Self.shown($0.value))" }
  }

  /// How much is done: `3/10`, `4.5 MB/9.5 MB`, or without what nobody knows.
  private var count: String {
    ([report.completed] + (report.total.map { [$0] } ?? [])).map { count in
      switch report.unit {
      case .steps: "\(count)"
      case .bytes: byteCount(count)
      }
    }.joined(separator: "/")
  }

  /// The total that decides how often a line is drawn where nobody knows it.
  private var usualTotal: Int {
    switch report.unit {
    case .steps: 1000
    case .bytes: 10_000_000
    }
  }

  private var bar: String {
    guard let total = report.total, total > 0 else { return "" }
    let full = min(20, max(0, report.completed * 20 / total))
    return String(repeating: "━", count: full) + String(repeating: "╌", count: 20 - full)
  }

  private var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// The steps in a second, once there has been one.
  private var stepsPerSecond: Double? {
    let steps = report.completed - startStep
    return steps > 0 && elapsed > 1 ? Double(steps) / elapsed : nil
  }

  /// How fast it goes: `23/s`, `2.5/s`, or `1.6 s each`; `1.2 MB/s` of bytes.
  private var rate: String {
    guard let rate = stepsPerSecond else { return "" }
    if report.unit == .bytes { return byteCount(Int(rate)) + "/s" }
    if rate >= 10 { return "\(Int(rate.rounded()))/s" }
    let tenths = Int((rate >= 1 ? rate : 1 / rate) * 10)
    return "\(tenths / 10).\(tenths % 10)" + (rate >= 1 ? "/s" : " s each")
  }

  /// How long the rest takes at the pace so far; at the end, how long all of it took.
  private var remaining: String {
    guard let total = report.total, let rate = stepsPerSecond else { return "" }
    if report.completed >= total { return Self.shown(seconds: elapsed) }
    let seconds = Double(total - report.completed) / rate
    // What takes thirty years is meant to be interrupted.
    return seconds < 1e9 ? Self.shown(seconds: seconds) + " left" : ""
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
