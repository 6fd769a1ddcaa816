/// A group of a regular expression that captures: its name, and whether it may take no part in a match.
package struct RegexGroup: Hashable, Sendable {
  package let name: String?
  package let isOptional: Bool

  /// The groups of a pattern, without the match as a whole; none of one that cannot be read.
  package static func all(of pattern: String) -> [RegexGroup] {
    // Swift says what a pattern captures where it is asked for something else.
    do {
      _ = try Regex(pattern, as: Never.self)
      return []
    } catch {
      let text = "\(error)"
      guard let start = text.ranges(of: "expected 'Regex<(").last?.upperBound,
        let end = text.lastIndex(of: ")")
      else { return [] }
      return text[start..<end].split(separator: ", ").dropFirst().map { part in
        let words = part.split(separator: ": ")
        return RegexGroup(
          name: words.count > 1 ? String(words[0]) : nil,
          isOptional: words.last?.hasPrefix("Optional") ?? false)
      }
    }
  }

  /// The type of a match as Swift spells it.
  package static func spelled(_ groups: [RegexGroup]) -> String {
    guard !groups.isEmpty else { return "Substring" }
    let parts = groups.map { group in
      (group.name.map { "\($0): " } ?? "")
        + (group.isOptional ? "Optional<Substring>" : "Substring")
    }
    return "(\((["Substring"] + parts).joined(separator: ", ")))"
  }
}
