internal import CellChecking

extension CompletionSearch {
  /// A candidate with what decides its place.
  struct Entry {
    var text: String
    var detail: String
    var kind: NameSummary.Kind
    var isOwn: Bool
    /// Lower is nearer.
    var rank = 9
    var type: Type?

    /// How well a name fits what is typed: 0 for its beginning, 1 for that in other letters, `nil` not at
    /// all.
    static func quality(of name: String, for typed: String) -> Int? {
      if name.hasPrefix(typed) { return 0 }
      return name.lowercased().hasPrefix(typed.lowercased()) ? 1 : nil
    }
  }

  /// Those that begin with what is typed, each name once: own ones first, the exact before others, the
  /// type that is wanted before others.
  func ranked(_ entries: [Entry]) -> [CompletionList.Candidate] {
    var wanted: Type?
    if case .name(let type)? = inquiry.finding {
      wanted = type.flatMap { $0.hasVariables ? nil : $0 }
    }
    var order: [(key: (Int, Int, Int, Int), entry: Entry)] = []
    for entry in entries {
      guard let quality = Entry.quality(of: entry.text, for: cursor.word) else { continue }
      let fits = wanted.map { entry.type == $0 ? 0 : 1 } ?? 0
      order.append(((entry.isOwn ? 0 : 1, quality, fits, entry.rank), entry))
    }
    order.sort { ($0.key, $0.entry.text) < ($1.key, $1.entry.text) }
    var seen: Set<String> = []
    return order.compactMap { _, entry in
      guard seen.insert(entry.text).inserted else { return nil }
      return CompletionList.Candidate(
        text: entry.text, detail: entry.detail, kind: entry.kind, isOwn: entry.isOwn)
    }
  }
}

extension CompletionSearch.Entry {
  init(_ member: MemberEntry, rank: Int) {
    self.init(
      text: member.name, detail: member.detail, kind: member.kind, isOwn: member.isOwn,
      rank: rank, type: member.result)
  }
}

extension NameSummary.Kind {
  /// What a name declared in a function around the place stands for.
  init(_ kind: Inquiry.Local.Kind) {
    self =
      switch kind {
      case .constant: .constant
      case .variable: .variable
      case .function: .function
      case .type: .type
      }
  }
}

private func < (
  lhs: ((Int, Int, Int, Int), String), rhs: ((Int, Int, Int, Int), String)
) -> Bool {
  lhs.0 != rhs.0 ? lhs.0 < rhs.0 : lhs.1 < rhs.1
}
