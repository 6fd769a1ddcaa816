internal import Notebook

extension Session {
  mutating func run(_ extent: Extent) throws(SessionError) -> [Effect] {
    let last: Int
    switch extent {
    case .all: last = cells.count - 1
    case .anew:
      try go(to: 0)
      last = cells.count - 1
    case .next:
      guard position < cells.count else { throw .atTheEnd }
      last = position
    case .through(let index):
      if index < position { try go(to: index) }
      last = index
    }
    return advance(through: last)
  }

  /// Runs cells up to `last`, leaving out those that are to be left out.
  mutating func advance(through last: Int) -> [Effect] {
    var effects: [Effect] = []
    while position <= last, let cell = nextCell {
      effects += reveal(then: .run(through: last))
      if running != nil { return effects }
      guard cell.options.isSkipped else {
        running = .cell(position, through: last)
        let snapshot = snapshot(before: position) ?? initial
        return effects + [.evaluate(Evaluation(subject: .cell(cell), snapshot: snapshot))]
      }
      leaveOut(cell)
      effects += [.present(.skipped(cell)), .saveOutputs(position - 1)]
    }
    if position == cells.count { effects += reveal(then: .run(through: last)) }
    if running != nil { return effects }
    return effects + [.stop(.finished)]
  }

  mutating func finish(_ ending: Ending) throws(SessionError) -> [Effect] {
    guard let running else { throw .notRunning }
    if case .prose = running { throw .notRunning }
    self.running = nil
    current = ending.snapshot
    func took(_ cell: String?) -> [Effect] {
      ending.duration > .seconds(1) ? [.present(.took(cell: cell, ending.duration))] : []
    }
    guard case .cell(let index, let last) = running else {
      return took(nil) + [.stop(RunEnding(ending.outcome))]
    }
    let cell = document.cells[index]
    var outputs = ending.outputs
    var effects = took(cell.name)
    let outcome = Self.outcome(of: ending, expectingFailure: cell.options.error)
    if ending.outcome == .finished, outcome == .error {
      let failure = SessionFailure.didNotFail(cell: cell.name)
      outputs.append(.error(failure.output))
      effects.append(.present(.failure(failure)))
    }
    note(
      .init(name: cell.name, outcome: outcome, outputs: outputs),
      leaving: outcome == .ok ? ending.snapshot : nil, duration: ending.duration, ofCell: index)
    guard outcome == .ok else {
      return effects + [
        .saveOutputs(index), .stop(outcome == .interrupted ? .interrupted : .failed),
      ]
    }
    position = index + 1
    return effects + [.saveOutputs(index)] + advance(through: last)
  }

  /// How an ending counts for a cell that may be expected to fail.
  private static func outcome(
    of ending: Ending, expectingFailure: Bool
  ) -> Sidecar.Outcome {
    switch ending.outcome {
    case .interrupted: .interrupted
    case .finished: expectingFailure ? .error : .ok
    case .failed: expectingFailure ? .ok : .error
    }
  }

  mutating func skip() throws(SessionError) -> [Effect] {
    guard let cell = nextCell else { throw .atTheEnd }
    leaveOut(cell)
    return [.present(.skipped(cell)), .saveOutputs(position - 1)]
  }

  /// Goes on to the cell after `cell`, with what was there before it.
  private mutating func leaveOut(_ cell: Cell) {
    let snapshot = snapshot(before: position) ?? initial
    note(
      .init(name: cell.name, outcome: .skipped, outputs: []), leaving: snapshot, duration: nil,
      ofCell: position)
    current = snapshot
    position += 1
  }
}

extension RunEnding {
  fileprivate init<Snapshot>(_ outcome: Session<Snapshot>.Outcome) {
    switch outcome {
    case .finished: self = .finished
    case .failed: self = .failed
    case .interrupted: self = .interrupted
    }
  }
}
