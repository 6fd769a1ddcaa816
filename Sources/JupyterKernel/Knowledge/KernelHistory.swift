package import Text

/// What was run in a kernel's session; of very much, the end.
package struct KernelHistory {
  private var entries: [Entry] = []
  private var size = 0

  /// A cell that was run.
  package struct Entry {
    /// Its number.
    package let count: Int
    /// What was run.
    package let code: String
    /// The plain text of its value.
    package let result: String?

    /// A cell that was run.
    package init(count: Int, code: String, result: String? = nil) {
      self.count = count
      self.code = code
      self.result = result
    }
  }

  /// The cells that are kept, the bytes of their text in all, and those of a value.
  private static let (entryLimit, sizeLimit, resultLimit) = (10_000, 16 << 20, 10_000)

  /// The number of the only session that is known.
  private static let session = 1

  /// A history of nothing.
  package init() {}

  /// Adds a cell that was run.
  package mutating func add(_ entry: Entry) {
    let short = entry.result.map { $0.utf8.count > Self.resultLimit ? nil : $0 } ?? nil
    entries.append(Entry(count: entry.count, code: entry.code, result: short))
    size += entry.code.utf8.count
    while entries.count > 1, entries.count > Self.entryLimit || size > Self.sizeLimit {
      // Many at once: each time the rest moves up.
      let number = max(1, entries.count / 10)
      size -= entries[..<number].reduce(0) { $0 + $1.code.utf8.count }
      entries.removeFirst(number)
    }
  }

  /// The content of `history_reply`.
  package func reply(to content: JSONValue) -> JSONValue {
    let hasOutput = content.flag("output", false)
    return .object([
      "status": .string("ok"),
      "history": .array(
        found(content).map { entry in
          let input = JSONValue.string(entry.code)
          let result = entry.result.map { JSONValue.string($0) } ?? .null
          return .array([
            .integer(Self.session), .integer(entry.count),
            hasOutput ? .array([input, result]) : input,
          ])
        }),
    ])
  }

  private func found(_ content: JSONValue) -> [Entry] {
    let limit = content.count("n").map { max(0, $0) } ?? .max
    switch content.text("hist_access_type") {
    case "tail": return entries.suffix(limit)
    case "range":
      guard [0, Self.session].contains(content.count("session") ?? 0) else { return [] }
      let start = content.count("start") ?? 0
      let stop = content.count("stop") ?? .max
      return entries.filter { $0.count >= start && $0.count < stop }
    case "search":
      let pattern = Array((content["pattern"]?.string ?? "*").unicodeScalars)
      var found = entries.filter { Self.matches(Array($0.code.unicodeScalars), pattern) }
      if content.flag("unique", false) {
        var seen: Set<String> = []
        found = found.reversed().filter { seen.insert($0.code).inserted }.reversed()
      }
      return found.suffix(limit)
    default: return []
    }
  }

  /// Whether a text is like a pattern, in which `*` stands for anything and `?` for one character.
  ///
  /// - Complexity: the product of the two lengths at most.
  private static func matches(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (place, next) = (0, 0)
    /// Where the last star is, and the text that it stands for ends.
    var star: (pattern: Int, end: Int)?
    while place < text.count {
      if next < pattern.count, pattern[next] == "*" {
        star = (next, place)
        next += 1
      } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[place] {
        (place, next) = (place + 1, next + 1)
      } else if let last = star {
        star = (last.pattern, last.end + 1)
        (place, next) = (last.end + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == "*" }
  }
}
