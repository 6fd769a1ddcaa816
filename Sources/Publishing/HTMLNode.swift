internal import CCMark
internal import Notebook

/// A node of cmark's tree while it is made ready for a page; it must not outlive the tree.
@safe
struct HTMLNode {
  /// What it is, as far as a page cares.
  enum Kind {
    case heading, text, code, codeBlock, htmlBlock, html, link, image, other
  }

  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// This node and all below it, in the order of the text; a node comes before what is in it.
  var all: [HTMLNode] {
    guard let iterator = unsafe cmark_iter_new(pointer) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    var nodes: [HTMLNode] = []
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return nodes }
      if event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) {
        nodes.append(unsafe HTMLNode(node))
      }
    }
  }

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  var level: Int {
    get { Int(unsafe cmark_node_get_heading_level(pointer)) }
    nonmutating set { unsafe cmark_node_set_heading_level(pointer, Int32(newValue)) }
  }

  var literal: String {
    get { unsafe cmark_node_get_literal(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { unsafe cmark_node_set_literal(pointer, newValue) }
  }

  var info: String {
    get { unsafe cmark_node_get_fence_info(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { unsafe cmark_node_set_fence_info(pointer, newValue) }
  }

  var address: String {
    get { unsafe cmark_node_get_url(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { unsafe cmark_node_set_url(pointer, newValue) }
  }

  var title: String {
    get { unsafe cmark_node_get_title(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { unsafe cmark_node_set_title(pointer, newValue) }
  }

  /// The text of it and of all below it.
  var wholeText: String {
    MathShield.unshielding(
      all.reduce(into: "") { text, node in
        let type = unsafe cmark_node_get_type(node.pointer)
        let isBreak = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
        text += isBreak ? " " : node.kind == .html ? "" : node.literal
      })
  }

  /// Whether a node is the one that this stands in.
  func parentIs(_ node: HTMLNode) -> Bool {
    unsafe cmark_node_parent(pointer) == node.pointer
  }

  /// Whether both are one node.
  func isSame(as node: HTMLNode) -> Bool { unsafe pointer == node.pointer }

  /// Whether it is part of the text in place of a picture, where there is text alone.
  var isInPicture: Bool {
    var parent = unsafe cmark_node_parent(pointer)
    while let node = unsafe parent {
      if unsafe cmark_node_get_type(node) == CMARK_NODE_IMAGE { return true }
      unsafe parent = unsafe cmark_node_parent(node)
    }
    return false
  }

  /// Puts a block of HTML in its place; the node is left on its own, and somebody has to free it.
  func replace(byBlock html: String) { replace(by: html, CMARK_NODE_HTML_BLOCK) }

  /// Puts HTML of a paragraph in its place, of a kind that cells of tables may have, too.
  func replace(bySpan html: String) { replace(by: html, CMARK_NODE_HTML_INLINE) }

  /// Puts HTML before what is in it.
  func prepend(_ html: String) {
    guard let node = unsafe cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
    unsafe cmark_node_set_literal(node, html)
    if unsafe cmark_node_prepend_child(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  private func replace(by html: String, _ type: cmark_node_type) {
    guard let node = unsafe cmark_node_new(type) else { return }
    unsafe cmark_node_set_literal(node, html)
    if unsafe cmark_node_replace(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  /// Whether it was replaced.
  var isAlone: Bool { unsafe cmark_node_parent(pointer) == nil }

  /// Frees it with all below it.
  func free() { unsafe cmark_node_free(pointer) }
}
