/// What was typed at a prompt and run, in order.
struct EntryLog {
  /// The entries.
  private(set) var entries: [Entry] = []

  /// Something that was typed.
  struct Entry {
    /// What was typed.
    let text: String
    /// Whether it did what it should.
    let hasWorked: Bool
    /// How long it took.
    let duration: Duration
    /// How many cells of the notebook had run before it.
    let position: Int
  }

  /// What messages call the next entry.
  var nextName: String { "entry \(entries.count + 1)" }

  /// Adds an entry that has run.
  mutating func add(_ text: String, hasWorked: Bool, duration: Duration, position: Int) {
    entries.append(
      Entry(text: text, hasWorked: hasWorked, duration: duration, position: position))
  }
}
