internal import CellChecking
internal import CellSyntax

/// What the names of Swift's library do, in a sentence or two, for the help.
///
/// It is kept beside the library's declarations and not in them: those are gone through whenever a
/// runner is made, this only when somebody asks.
enum StandardDocumentation {
  /// One name with what is said about it: `print`, `Sequence.map`.
  struct Entry {
    /// The name; a member has that of its type before it.
    let key: String
    let text: String
    let topic: String

    /// The type that it is a member of.
    var owner: String? {
      key.firstIndex(of: ".").map { String(key[..<$0]) }
    }

    /// The name without its type.
    var name: String {
      key.firstIndex(of: ".").map { String(key[key.index(after: $0)...]) } ?? key
    }
  }

  /// Everything that is known, by topic.
  static let entries: [Entry] = sections.flatMap { section in
    section.text.split(separator: "\n").compactMap { line in
      guard let end = line.firstRange(of: ": ") else { return nil }
      return Entry(
        key: String(line[..<end.lowerBound]), text: String(line[end.upperBound...]),
        topic: section.topic)
    }
  }

  private static let byKey: [String: Entry] = Dictionary(
    entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

  /// What is said about a name, or about a member of a type.
  static func entry(of name: String, in owner: Nominal?) -> Entry? {
    guard let owner else { return byKey[name] }
    // One's own types may have the names of the library's.
    if let context = owner.context, !context.source.isLibrary { return nil }
    let group = groups[owner.name] ?? owner.name
    return byKey["\(group).\(name)"] ?? byKey["Collection.\(name)"] ?? byKey["Sequence.\(name)"]
  }

  static func text(of name: String, in owner: Nominal?) -> String? {
    entry(of: name, in: owner)?.text
  }

  /// Types that are spoken of together, by the one that stands for them.
  private static let groups = [
    "FixedWidthInteger": "Int", "BinaryInteger": "Int", "SignedInteger": "Int",
    "BinaryFloatingPoint": "Double", "FloatingPoint": "Double", "Float": "Double",
    "StringProtocol": "String", "Substring": "String", "ArraySlice": "Array",
    "ClosedRange": "Range", "SetAlgebra": "Set", "OptionSet": "Set",
  ]

  private static let sections: [(topic: String, text: String)] = [
    ("Printing", StandardText.printing), ("Numbers", StandardText.numbers),
    ("Text", StandardText.text), ("Collections", StandardText.collections),
    ("Dictionaries and sets", StandardText.tables),
    ("Ranges and repetition", StandardText.ranges),
    ("Optionals and errors", StandardText.optionals), ("Protocols", StandardText.protocols),
    ("Dates", StandardText.dates),
  ]
}
