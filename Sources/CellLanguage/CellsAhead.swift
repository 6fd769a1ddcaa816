internal import CellSyntax
internal import SwiftParser
internal import SwiftSyntax
internal import Synchronization

/// Texts of cells that a thread reads before anybody asks for their trees.
///
/// Reading is the larger part of checking a cell, and needs nothing of the cells before it.
final class CellsAhead: Sendable {
  private let work: ReadingAhead
  private let thread: LargeStackThread

  /// Fewer cells are read as quickly without another thread.
  private static let leastCount = 8

  /// Begins to read; nil where that is not worth while, or not possible.
  init?(_ texts: [String], limits: Limits) {
    guard texts.count >= Self.leastCount, let thread = LargeStackThread.take() else { return nil }
    let work = ReadingAhead(limits: limits)
    thread.begin(Work<Void> { _ in work.read(texts) })
    (self.work, self.thread) = (work, thread)
  }

  deinit {
    work.stop()
    thread.finish()
    thread.giveBack()
  }

  /// The tree of a text, once; nil where it has not been read.
  func tree(of text: String) -> SourceFileSyntax? { work.take(text) }
}

/// What the thread has read, and what is not to be read any more.
private final class ReadingAhead: Sendable {
  private let limits: Limits
  private let state = Mutex(State())

  private struct State {
    /// What has been read and not been asked for.
    var trees: [String: SourceFileSyntax] = [:]
    /// What whoever asked for it has to read.
    var missed: Set<String> = []
    var isOver = false
  }

  init(limits: Limits) { self.limits = limits }

  func read(_ texts: [String]) {
    for text in texts {
      let (isOver, isMissed) = state.withLock { ($0.isOver, $0.missed.contains(text)) }
      if isOver { return }
      if isMissed || BracketChain.tooDeep(in: text) != nil { continue }
      let tree = CellReader.tree(of: text, nesting: limits.nesting)
      state.withLock { $0.trees[text] = tree }
    }
  }

  func take(_ text: String) -> SourceFileSyntax? {
    state.withLock { state in
      let tree = state.trees.removeValue(forKey: text)
      if tree == nil { state.missed.insert(text) }
      return tree
    }
  }

  func stop() { state.withLock { $0.isOver = true } }
}
