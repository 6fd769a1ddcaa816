/// A block of Markdown: CommonMark with the tables, struck text, task lists and bare addresses of GitHub,
/// and formulas in dollars.
///
/// ```swift
/// ProseBlock.all(in: "# Sums\n\nSee `a`.")
/// // [.heading(level: 1, [.text("Sums")]), .paragraph([.text("See "), .code("a"), .text(".")])]
/// ```
public indirect enum ProseBlock: Sendable, Hashable {
  case heading(level: Int, [ProseSpan])
  case paragraph([ProseSpan])
  case list(ProseList)
  case quotation([ProseBlock])
  /// Code with the words after its fence, and its lines without the last line break.
  case code(String, info: String)
  case table(ProseTable)
  /// HTML as it is written.
  case html(String)
  /// A line across the page.
  case rule
}

/// A list of a Markdown text.
public struct ProseList: Sendable, Hashable {
  /// What stands before an item.
  public enum Marker: Sendable, Hashable {
    case bullet
    case number(Int, delimiter: Character)
    /// The box of a task.
    case task(isDone: Bool)
  }

  /// An item.
  public struct Item: Sendable, Hashable {
    /// What stands before it.
    public var marker: Marker
    /// What it says.
    public var blocks: [ProseBlock]

    /// An item.
    public init(marker: Marker, blocks: [ProseBlock]) {
      self.marker = marker
      self.blocks = blocks
    }
  }

  /// The items in order.
  public var items: [Item]
  /// Whether no blank line stands between the items.
  public var isTight: Bool

  /// A list.
  public init(items: [Item], isTight: Bool) {
    self.items = items
    self.isTight = isTight
  }
}

/// A table of a Markdown text.
public struct ProseTable: Sendable, Hashable {
  /// Where a column's text stands.
  public enum Alignment: Sendable, Hashable { case none, leading, center, trailing }

  /// One for each column.
  public var alignments: [Alignment]
  /// The first row, which names the columns.
  public var header: [[ProseSpan]]
  /// The other rows, each of as many cells.
  public var rows: [[[ProseSpan]]]

  /// A table.
  public init(alignments: [Alignment], header: [[ProseSpan]], rows: [[[ProseSpan]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// A piece of a paragraph.
public indirect enum ProseSpan: Sendable, Hashable {
  case text(String)
  case emphasis([ProseSpan])
  case strong([ProseSpan])
  case struck([ProseSpan])
  case code(String)
  case link([ProseSpan], address: String)
  case image([ProseSpan], address: String)
  /// A formula with its dollars, as it is written; it has several lines where they do.
  case math(String)
  case html(String)
  /// A line that ends where the author has it end.
  case lineBreak
}

extension [ProseSpan] {
  /// The text alone, without what is said about it.
  public var text: String {
    map { span in
      switch span {
      case .text(let text), .code(let text), .math(let text), .html(let text): text
      case .emphasis(let spans), .strong(let spans), .struck(let spans), .link(let spans, _),
        .image(let spans, _):
        spans.text
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
