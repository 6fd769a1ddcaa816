/// The states that an entry went through, for taking changes back.
package struct EditLog {
  private var states: [EntryText] = []
  private var isTyping = false

  /// A log of nothing.
  package init() {}

  /// How many states are kept.
  private static let limit = 500

  /// Takes note of the state before a change.
  ///
  /// - Parameter isTyping: whether the change is some more typed characters: these count as one.
  package mutating func note(_ state: EntryText, isTyping: Bool) {
    defer { self.isTyping = isTyping }
    if isTyping, self.isTyping { return }
    if states.last?.bytes == state.bytes { return }
    states.append(state)
    if states.count > Self.limit { states.removeFirst() }
  }

  /// The next change is one of its own.
  package mutating func pause() { isTyping = false }

  /// The state before the last change that made a difference to `current`; nil where there is none.
  package mutating func undo(_ current: EntryText) -> EntryText? {
    isTyping = false
    while let state = states.popLast() {
      if state.bytes != current.bytes { return state }
    }
    return nil
  }
}

/// What was deleted, for putting it back elsewhere.
package struct KillRing {
  private var texts: [String] = []
  private var position = 0

  /// A ring with nothing in it.
  package init() {}

  /// How many pieces are kept.
  private static let limit = 50

  /// Keeps a piece; one that was deleted right after the last joins it.
  package mutating func add(_ text: String, joining: Joining?) {
    guard !text.isEmpty else { return }
    switch (joining, texts.last) {
    case (.after, let last?): texts[texts.count - 1] = last + text
    case (.before, let last?): texts[texts.count - 1] = text + last
    default: texts.append(text)
    }
    if texts.count > Self.limit { texts.removeFirst() }
    position = texts.count - 1
  }

  /// At which side of the last piece the next one was.
  package enum Joining { case before, after }

  /// The last piece.
  package mutating func latest() -> String? {
    position = texts.count - 1
    return texts.last
  }

  /// The piece before the one that was returned last, around the end.
  package mutating func earlier() -> String? {
    guard !texts.isEmpty else { return nil }
    position = (position + texts.count - 1) % texts.count
    return texts[position]
  }
}
