public import Notebook

/// What is said of a run when it has ended: what took long, what failed, what did not run.
///
///     12 cells ran in 34 s; 'train' took 31 s
///     7 of 12 cells ran, 'train' failed after 3.2 s; 5 did not run
public struct RunSummary: Sendable, Equatable {
  /// The cells that were to run, in order.
  public var cells: [CellTime]

  /// How it went with one cell.
  public struct CellTime: Sendable, Equatable {
    /// The cell's name.
    public var name: String
    /// How running it ended; nil where it did not run.
    public var outcome: Sidecar.Outcome?
    /// How long it took.
    public var time: Duration

    /// What is known of a cell.
    public init(name: String, outcome: Sidecar.Outcome? = nil, time: Duration = .zero) {
      self.name = name
      self.outcome = outcome
      self.time = time
    }
  }

  /// What takes no longer is not worth a word.
  private static let noticeable = Duration.seconds(1)
  /// How many of the slow cells are named.
  private static let namedCount = 3

  /// A summary of these cells.
  public init(cells: [CellTime]) {
    self.cells = cells
  }

  /// Whether every cell did what it should.
  public var isSuccess: Bool { cells.allSatisfy { $0.outcome == .ok } }

  /// The summary in one line; nil where all went well in no time, or where there was but one cell.
  public var text: String? {
    let total = cells.reduce(Duration.zero) { $0 + $1.time }
    if isSuccess || cells.count == 1, total < Self.noticeable { return nil }
    guard !isSuccess else {
      let count = cells.count == 1 ? "1 cell" : "\(cells.count) cells"
      return "\(count) ran in \(timeInWords(total))" + slowest(of: total)
    }
    let ran = cells.filter { $0.outcome != nil }
    var parts = ["\(ran.count) of \(cells.count) \(cells.count == 1 ? "cell" : "cells") ran"]
    if let last = ran.last, last.outcome != .ok {
      let verb = last.outcome == .interrupted ? "was interrupted" : "failed"
      let time = last.time < .milliseconds(100) ? "" : " after \(timeInWords(last.time))"
      parts[0] += ", '\(last.name)' \(verb)\(time)"
    }
    if ran.count < cells.count { parts.append("\(cells.count - ran.count) did not run") }
    return parts.joined(separator: "; ")
  }

  /// The cells that took most of the time, where one cannot tell them from the total.
  private func slowest(of total: Duration) -> String {
    let slow = cells.filter { $0.time >= Self.noticeable }.sorted { $0.time > $1.time }
    guard cells.count > 1, !slow.isEmpty else { return "" }
    let named = slow.prefix(Self.namedCount).map { "'\($0.name)' \(timeInWords($0.time))" }
    return "; " + named.joined(separator: ", ")
  }
}
