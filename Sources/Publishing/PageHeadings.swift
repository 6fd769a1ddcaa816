/// The headings of a page, of which one is of the first level.
struct PageHeadings {
  /// What the first heading says, where it is the page's title.
  private(set) var title: String?

  /// Whether the prose has the title itself.
  var isFirstTitle: Bool { title != nil }

  /// The levels that headings get: as they are where the first is the only one of the first level, else
  /// one further down, but for a first one that is the title.
  mutating func levels(of headings: [ProseHTML.Heading]) -> [Int] {
    let titles = headings.count { $0.level == 1 }
    let isFirst = headings.first?.level == 1
    title = isFirst ? headings.first?.text : nil
    if titles == 0 || (titles == 1 && isFirst) { return headings.map(\.level) }
    return headings.enumerated().map { index, heading in
      index == 0 && isFirst ? 1 : min(6, heading.level + 1)
    }
  }
}
