internal import CCMark

extension ProseBlock {
  /// The blocks of a Markdown text; every text is one.
  public static func all(in markdown: String) -> [ProseBlock] {
    unsafe withMarkdownTree(of: markdown) { root in
      unsafe MarkdownNode(root).children.flatMap { $0.blocks(depth: depth) }
    } ?? []
  }

  /// How deep values are nested; what is deeper is its text alone.
  private static let depth = 60
}

/// A node of cmark's tree, which it must not outlive.
@safe
private struct MarkdownNode {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(pointer)
    while let node = unsafe next {
      children.append(unsafe MarkdownNode(node))
      unsafe next = unsafe cmark_node_next(node)
    }
    return children
  }

  private var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }

  /// What it is where an extension made it: `table`, `table_row`, `tasklist`, `strikethrough`.
  private var name: String { unsafe String(cString: cmark_node_get_type_string(pointer)) }

  private var literal: String {
    unsafe cmark_node_get_literal(pointer).map { unsafe String(cString: $0) } ?? ""
  }

  private var address: String {
    MathShield.unshielding(
      unsafe cmark_node_get_url(pointer).map { unsafe String(cString: $0) } ?? "")
  }

  private var info: String {
    MathShield.unshielding(
      unsafe cmark_node_get_fence_info(pointer).map { unsafe String(cString: $0) } ?? "")
  }

  /// All text below the node, found without recursion.
  private var wholeText: String {
    guard let iterator = unsafe cmark_iter_new(pointer) else { return "" }
    defer { unsafe cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return MathShield.unshielding(text) }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) else {
        continue
      }
      let type = unsafe cmark_node_get_type(node)
      if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { text += " " }
      text += unsafe MarkdownNode(node).literal
    }
  }
}

// MARK: - Blocks

extension MarkdownNode {
  /// The blocks that it is; none where it is nothing to read.
  func blocks(depth: Int) -> [ProseBlock] {
    guard depth > 0 else { return [.paragraph([.text(wholeText)])] }
    switch type {
    case CMARK_NODE_HEADING:
      return [.heading(level: Int(unsafe cmark_node_get_heading_level(pointer)), spans(depth))]
    case CMARK_NODE_PARAGRAPH: return [.paragraph(spans(depth))]
    case CMARK_NODE_BLOCK_QUOTE:
      return [.quotation(children.flatMap { $0.blocks(depth: depth - 1) })]
    case CMARK_NODE_LIST: return [.list(list(depth))]
    case CMARK_NODE_CODE_BLOCK: return [.code(code, info: info)]
    case CMARK_NODE_HTML_BLOCK: return [.html(code)]
    case CMARK_NODE_THEMATIC_BREAK: return [.rule]
    default:
      if name == "table" { return [.table(table(depth))] }
      return children.flatMap { $0.blocks(depth: depth - 1) }
    }
  }

  /// The lines without the last line break.
  private var code: String {
    var code = MathShield.unshielding(literal)
    if code.last?.isNewline == true { code.removeLast() }
    return code
  }

  private func list(_ depth: Int) -> ProseList {
    let isNumbered = unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    let first = Int(unsafe cmark_node_get_list_start(pointer))
    let delimiter: Character =
      unsafe cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM ? ")" : "."
    let items = children.enumerated().map { index, item in
      let marker: ProseList.Marker =
        item.name == "tasklist"
        ? .task(isDone: unsafe cmark_gfm_extensions_get_tasklist_item_checked(item.pointer))
        : isNumbered ? .number(first + index, delimiter: delimiter) : .bullet
      return ProseList.Item(
        marker: marker, blocks: item.children.flatMap { $0.blocks(depth: depth - 1) })
    }
    return ProseList(items: items, isTight: unsafe cmark_node_get_list_tight(pointer) != 0)
  }

  private func table(_ depth: Int) -> ProseTable {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(pointer))
    var alignments: [ProseTable.Alignment] = []
    if let letters = unsafe cmark_gfm_extensions_get_table_alignments(pointer) {
      alignments = (0..<count).map { column in
        switch unsafe letters[column] {
        case UInt8(ascii: "l"): .leading
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .trailing
        default: .none
        }
      }
    }
    let rows = children.map { row in row.children.map { $0.spans(depth) } }
    return ProseTable(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }
}

// MARK: - Spans

extension MarkdownNode {
  /// The spans that its children are.
  private func spans(_ depth: Int) -> [ProseSpan] {
    guard depth > 0 else { return [.text(wholeText)] }
    var spans: [ProseSpan] = []
    // Neighbours become one text, so that a formula that cmark has cut is whole again.
    var text = ""
    for child in children {
      switch child.type {
      case CMARK_NODE_TEXT: text += child.literal
      case CMARK_NODE_SOFTBREAK: text += " "
      default:
        spans += Self.spans(ofText: text)
        text = ""
        spans.append(child.span(depth - 1))
      }
    }
    return spans + Self.spans(ofText: text)
  }

  private static func spans(ofText text: String) -> [ProseSpan] {
    text.isEmpty
      ? [] : MathShield.pieces(of: text).map { $0.isFormula ? .math($0.text) : .text($0.text) }
  }

  private func span(_ depth: Int) -> ProseSpan {
    switch type {
    case CMARK_NODE_CODE: return .code(MathShield.unshielding(literal))
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_EMPH: return .emphasis(spans(depth))
    case CMARK_NODE_STRONG: return .strong(spans(depth))
    case CMARK_NODE_LINK: return .link(spans(depth), address: address)
    case CMARK_NODE_IMAGE: return .image(spans(depth), address: address)
    case CMARK_NODE_HTML_INLINE: return .html(MathShield.unshielding(literal))
    default:
      return name == "strikethrough" ? .struck(spans(depth)) : .text(wholeText)
    }
  }
}
