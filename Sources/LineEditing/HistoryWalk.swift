/// A walk through the entries of before, from the newest, and back to what was typed.
///
/// What was typed when the walk began is what the entries must begin with. Entries that are edited on
/// the way are kept as edited until the walk is over.
package struct HistoryWalk {
  private let entries: [String]
  private var position: Int
  private var prefix = ""
  private var edited: [Int: String] = [:]

  /// A walk that begins after the newest entry.
  package init(_ entries: [String]) {
    self.entries = entries
    position = entries.count
  }

  /// The entry before the one that is shown as `current`; nil where there is none.
  package mutating func older(than current: String) -> String? {
    if position == entries.count { prefix = current }
    var candidate = position - 1
    while candidate >= 0, !fits(candidate, current) { candidate -= 1 }
    return candidate < 0 ? nil : go(to: candidate, from: current)
  }

  /// The entry after it, at last what was typed; nil where that is shown already.
  package mutating func newer(than current: String) -> String? {
    guard position < entries.count else { return nil }
    var candidate = position + 1
    while candidate < entries.count, !fits(candidate, current) { candidate += 1 }
    return go(to: candidate, from: current)
  }

  private func fits(_ index: Int, _ current: String) -> Bool {
    // Compared by bytes: what looks the same may be typed differently.
    entries[index].utf8.starts(with: prefix.utf8) && text(index) != current
  }

  private func text(_ index: Int) -> String {
    edited[index] ?? (index < entries.count ? entries[index] : prefix)
  }

  private mutating func go(to index: Int, from current: String) -> String {
    edited[position] = current
    position = index
    return text(index)
  }
}
