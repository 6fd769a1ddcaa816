/// A search for a piece of an entry of before, as it is typed.
///
/// Small letters stand for capital ones, too, as long as there is no capital in what is searched for.
package struct HistorySearch {
  /// What is searched for.
  package private(set) var query = ""
  /// The last entry that had it, and where in it, in UTF-8; nil where none had.
  package private(set) var found: (text: String, range: Range<Int>)?
  /// Whether the last step found something.
  package private(set) var isFound = true
  private let entries: [String]
  private var position: Int

  /// A search that begins with the newest entry.
  package init(_ entries: [String]) {
    self.entries = entries
    position = entries.count
  }

  /// Adds to what is searched for.
  package mutating func append(_ text: String) {
    query += text
    search(from: min(position, entries.count - 1), step: -1)
  }

  /// Takes the last character back.
  package mutating func removeLast() {
    guard !query.isEmpty else { return }
    query.removeLast()
    found = nil
    search(from: entries.count - 1, step: -1)
  }

  /// Goes on to an entry that is older, or newer, and not the same.
  package mutating func goOn(older: Bool) {
    let step = older ? -1 : 1
    search(from: position + step, step: step, otherThan: found?.text)
  }

  private mutating func search(from start: Int, step: Int, otherThan last: String? = nil) {
    isFound = true
    guard !query.isEmpty else {
      (position, found) = (entries.count, nil)
      return
    }
    let ignoresCase = query.lowercased() == query
    let wanted = Array(query.utf8)
    var index = start
    while entries.indices.contains(index) {
      let entry = entries[index]
      if entry != last, let offset = Self.offset(of: wanted, in: entry, ignoresCase: ignoresCase) {
        position = index
        found = (entry, offset..<offset + wanted.count)
        return
      }
      index += step
    }
    isFound = false
  }

  /// Where a text is in an entry; capital letters of ASCII count as small ones where that is asked.
  private static func offset(of wanted: [UInt8], in entry: String, ignoresCase: Bool) -> Int? {
    let bytes = entry.utf8.map { ignoresCase && (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for start in 0...bytes.count - wanted.count where bytes[start] == first {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }
}
