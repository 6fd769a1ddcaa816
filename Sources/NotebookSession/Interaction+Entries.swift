internal import CellLanguage
internal import Notebook

extension Interaction {
  /// Runs what was typed.
  ///
  /// - Returns: how long it took.
  @discardableResult
  func runEntry(_ text: String) -> Duration {
    driver.linePlace =
      input.isInteractive
      ? .init(name: log.nextName, offset: 0) : .init(name: input.name, offset: input.lineOffset)
    let start = ContinuousClock.now
    let before = driver.session.current
    let ending = perform(.runLine(text))
    // A training that was stopped has left its run.
    let hasLeft = !CellRunner.names(declaredIn: driver.session.current, since: before).isEmpty
    let duration = ContinuousClock.now - start
    log.add(
      text, hasWorked: ending == .finished || hasLeft, duration: duration,
      position: driver.session.position)
    return duration
  }

  /// The names that entries have defined since the last cell ran.
  var scratchNames: Set<String> {
    let session = driver.session
    let kept = session.snapshot(before: session.position) ?? session.initial
    return Set(CellRunner.names(declaredIn: session.current, since: kept))
  }

  /// The scratch names that took long to make.
  var preciousScratch: [String] {
    let scratch = scratchNames
    return driver.runner.names(in: driver.session.current)
      .filter { summary in
        scratch.contains(summary.name) && [.constant, .variable].contains(summary.kind)
          && settings.preciousTypes.contains { summary.declaration.contains($0) }
      }
      .map(\.name)
  }

  /// Tells of names that entries had defined and that are gone.
  func tell(ofLost scratch: Set<String>) {
    guard input.isInteractive, !scratch.isEmpty else { return }
    let session = driver.session
    let left = CellRunner.names(declaredIn: session.current, since: session.initial)
    let gone = scratch.subtracting(left).sorted()
    guard !gone.isEmpty else { return }
    say(
      "\(Self.quoted(gone)), typed at the prompt, \(gone.count == 1 ? "is" : "are") gone: a cell starts from what the cells before it left"
    )
  }

  /// Names as a message lists them: `'a', 'b'`.
  static func quoted(_ names: some Sequence<String>) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
