internal import CCMark
internal import Synchronization

/// A fenced code block at the top level of a Markdown text, found by cmark.
struct FencedBlock: Equatable {
  /// What follows the opening fence, with Markdown's escapes resolved.
  let info: String
  /// The contents without the fence's indentation.
  let content: String
  /// The line of the opening fence, counted from 1 in the text given to the parser.
  let fenceLine: Int
  /// The last line of the block: its closing fence, or its last line of content.
  let lastLine: Int
  /// Whether the block has a closing fence.
  let isClosed: Bool

  /// The top-level fenced code blocks of `markdown`, in order.
  static func all(in markdown: String) -> [FencedBlock] {
    markdownParsing.withLock { _ in blocks(of: markdown) }
  }

  private static func blocks(of markdown: String) -> [FencedBlock] {
    var markdown = markdown
    let root = markdown.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parse_document(
          characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root = unsafe root else { return [] }
    defer { unsafe cmark_node_free(root) }
    var blocks: [FencedBlock] = []
    var next = unsafe cmark_node_first_child(root)
    while let node = unsafe next {
      if let block = unsafe FencedBlock(node) { blocks.append(block) }
      unsafe next = unsafe cmark_node_next(node)
    }
    return blocks
  }

  /// The block that `node` is, or nil where it is something else.
  private init?(_ node: OpaquePointer) {
    guard unsafe cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK else { return nil }
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard unsafe cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return nil }
    info = unsafe cmark_node_get_fence_info(node).map { unsafe String(cString: $0) } ?? ""
    content = unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? ""
    fenceLine = Int(unsafe cmark_node_get_start_line(node))
    // Counted from the content rather than taken from cmark's end line, which for a block without
    // a closing fence is the last line that is not blank.
    let lastContentLine = fenceLine + Lines.countOfEnds(in: content.utf8)
    isClosed = Int(unsafe cmark_node_get_end_line(node)) > lastContentLine
    lastLine = isClosed ? lastContentLine + 1 : lastContentLine
  }
}
