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

  /// What headings get. Their levels stay where the first is the only one of the first level; else each is
  /// one further down, but for a first one that is the title.
  mutating func headings(of found: [ProseHTML.Heading]) -> [PageHeading] {
    let titles = found.count { $0.level == 1 }
    let isFirst = found.first?.level == 1
    let stay = titles == 0 || (titles == 1 && isFirst)
    title = isFirst ? found.first?.text : nil
    return found.enumerated().map { index, heading in
      let isTitle = index == 0 && isFirst
      return PageHeading(
        level: stay || isTitle ? heading.level : min(6, heading.level + 1),
        anchor: anchors.anchor(of: heading.text))
    }
  }
}
