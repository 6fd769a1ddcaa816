internal import Synchronization

/// Shows what pieces of work that run at once print as if they had run one after another.
///
/// The first piece that is not finished prints at once; the others when it is their turn.
final class OrderedOutput: Sendable {
  private struct State {
    var first = 0
    var isFinished: Set<Int> = []
    var waiting: [Int: [OutputEvent]] = [:]
  }

  private let console: any Console
  private let state = Mutex(State())

  init(_ console: any Console) { self.console = console }

  /// Where a piece of work prints.
  func console(_ piece: Int) -> any Console { PieceConsole { self.emit($0, piece) } }

  /// Notes that a piece prints no more.
  func finish(_ piece: Int) {
    state.withLock { state in
      state.isFinished.insert(piece)
      while state.isFinished.remove(state.first) != nil {
        state.first += 1
        for event in state.waiting.removeValue(forKey: state.first) ?? [] { console.emit(event) }
      }
    }
  }

  private func emit(_ event: OutputEvent, _ piece: Int) {
    // Locked while it is shown: so the next piece does not come between.
    state.withLock { state in
      if piece == state.first {
        console.emit(event)
      } else if case .progress = event {
        // How far work has come that others are ahead of is of no interest later.
      } else {
        state.waiting[piece, default: []].append(event)
      }
    }
  }
}

/// Keeps what pieces of work print until somebody asks for it, in the order of the pieces.
final class CollectedOutput: Sendable {
  private let console: any Console
  private let waiting = Mutex<[Int: [OutputEvent]]>([:])

  init(_ console: any Console) { self.console = console }

  /// Where a piece of work prints.
  func console(for piece: Int) -> any Console { PieceConsole { self.add($0, piece) } }

  /// Shows what was printed.
  func show() {
    let events = waiting.withLock { waiting in
      defer { waiting = [:] }
      return waiting
    }
    for (_, events) in events.sorted(by: { $0.key < $1.key }) {
      for event in events { console.emit(event) }
    }
  }

  private func add(_ event: OutputEvent, _ piece: Int) {
    if case .progress = event { return }
    waiting.withLock { $0[piece, default: []].append(event) }
  }
}

/// Where one piece of work prints.
private final class PieceConsole: Console {
  private let show: @Sendable (OutputEvent) -> Void

  init(_ show: @escaping @Sendable (OutputEvent) -> Void) { self.show = show }

  func emit(_ event: OutputEvent) { show(event) }
}
