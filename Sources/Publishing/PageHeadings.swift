internal import Notebook

/// A heading of a page.
struct PageHeading {
  /// From 1 to 6.
  let level: Int
  /// What links to it name, `a-title` for "A title!".
  let anchor: String
}

/// The headings of a page, of which one is of the first level.
struct PageHeadings {
  /// What the first heading says, where it is the page's title.
  private(set) var title: String?
  /// The names that links may lead to.
  private var anchors: HeadingAnchors

  /// Whether the prose has the title itself.
  var isFirstTitle: Bool { title != nil }

  /// Headings of a page that has other places with names.
  init(beside names: [String]) { anchors = HeadingAnchors(beside: names) }

  /// What headings get. Where the first is the title, levels stay up to the next of the first level, from
  /// which on each is one further down; where it is not and there are titles, all are.
  mutating func headings(of found: [ProseHTML.Heading]) -> [PageHeading] {
    let titles = found.count { $0.level == 1 }
    let isFirst = found.first?.level == 1
    title = isFirst ? found.first?.text : nil
    var isBelow = titles > 0 && !isFirst
    return found.enumerated().map { index, heading in
      if index > 0, heading.level == 1 { isBelow = true }
      return PageHeading(
        level: isBelow ? min(6, heading.level + 1) : heading.level,
        anchor: anchors.anchor(of: heading.text))
    }
  }
}
