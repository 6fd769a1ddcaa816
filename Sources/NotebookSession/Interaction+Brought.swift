/// What came of an entry that was brought.
public struct EntryOutcome: Sendable, Equatable {
  /// How it ended.
  public let ending: RunEnding
  /// Why a command was not obeyed; nil where it was, or there was none.
  public let refusal: String?
}

extension Interaction {
  /// Takes an entry as if it had been typed, from somebody who brings entries one by one instead of having
  /// them read.
  ///
  /// Why a command was not obeyed is returned, and not shown.
  public func enter(_ entry: String) -> EntryOutcome {
    (isBrought, isOver, ending, refusal) = (true, false, .finished, nil)
    take(entry)
    if isOver, ending == .finished { refuse("whoever has started this session ends it") }
    return EntryOutcome(ending: ending, refusal: refusal)
  }

  /// What a command does, under any of its names; nil where there is none.
  public func commandHelp(for name: String) -> String? {
    commands.first { $0.names.contains(name) }.map { "\($0.head)\n\($0.help)" }
  }
}
