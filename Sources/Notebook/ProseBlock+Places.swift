extension ProseBlock {
  /// The block and all blocks in it, in the order of the text.
  public var withNested: [ProseBlock] {
    switch self {
    case .list(let list): [self] + list.items.flatMap { $0.blocks.flatMap(\.withNested) }
    case .quotation(let blocks): [self] + blocks.flatMap(\.withNested)
    case .heading, .paragraph, .code, .table, .html, .rule: [self]
    }
  }

  /// The spans of the block itself and all spans in them, in the order of the text.
  public var spans: [ProseSpan] {
    switch self {
    case .heading(_, let spans), .paragraph(let spans): spans.flatMap(\.withNested)
    case .table(let table):
      ([table.header] + table.rows).flatMap { row in row.flatMap { $0.flatMap(\.withNested) } }
    case .list, .quotation, .code, .html, .rule: []
    }
  }
}

extension ProseSpan {
  /// The span and all spans in it.
  public var withNested: [ProseSpan] {
    switch self {
    case .emphasis(let spans), .strong(let spans), .struck(let spans), .link(let spans, _),
      .image(let spans, _):
      [self] + spans.flatMap(\.withNested)
    case .text, .code, .math, .html, .lineBreak: [self]
    }
  }
}
