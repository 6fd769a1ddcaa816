internal import CCMark
internal import Glibc
internal import Notebook

/// Markdown as HTML, by cmark, with what a page has in the place of some of it.
///
/// Without these replacements it is what cmark writes, byte for byte.
package struct ProseHTML {
  /// A heading.
  struct Heading {
    /// From 1 to 6.
    let level: Int
    /// What it says.
    let text: String
  }

  /// HTML that stands for the lines that ``mark`` makes, in their order.
  var inserted: [String] = []
  /// What headings get, one for each; nil where they stay as they are.
  var headings: (([Heading]) -> [PageHeading])?
  /// What is written for a block of HTML, and for a tag in a paragraph.
  var html: (_ html: String, _ isBlock: Bool) -> String = { html, _ in html }
  /// What is written for a picture; nil where cmark writes it.
  var picture: (_ address: String, _ alternative: String, _ title: String) -> String? = {
    _, _, _ in nil
  }
  /// What is written for a block of code with words behind its fence; nil where cmark writes it.
  var code: (_ source: String, _ info: String) -> String? = { _, _ in nil }

  /// Markdown for the place of the next of ``inserted``.
  static let mark = "```\(markInfo)\n```\n"
  /// No language has a name from the area for private use.
  private static let markInfo = "\u{F8FF}mamlnb"

  /// What cmark writes, with nothing in the place of anything.
  package init() {}

  /// The HTML of a text.
  package func text(of markdown: String) -> String {
    unsafe withMarkdownTree(of: markdown) { root in
      unsafe cmark_consolidate_text_nodes(root)
      replace(in: unsafe HTMLNode(root))
      guard let html = unsafe cmark_render_html(root, CMARK_OPT_UNSAFE, nil) else { return "" }
      defer { unsafe free(html) }
      return unsafe String(cString: html)
    } ?? ""
  }
}

// MARK: - Replacing

extension ProseHTML {
  private func replace(in root: HTMLNode) {
    let nodes = root.all
    if let headings {
      let found = nodes.filter { $0.kind == .heading }
      let new = headings(found.map { Heading(level: $0.level, text: $0.wholeText) })
      for (node, heading) in zip(found, new) {
        node.level = heading.level
        node.prepend("<span id=\"\(HTMLText.escaped(heading.anchor))\"></span>")
      }
    }

    // What is replaced may hold nodes that are still to come.
    var replaced: [HTMLNode] = []
    defer { for node in replaced { node.free() } }
    var insertedCount = 0
    for node in nodes {
      defer { if node.isAlone, !node.isSame(as: root) { replaced.append(node) } }
      switch node.kind {
      case .heading, .other: break
      case .text: replaceFormulas(of: node)
      case .code: node.literal = MathShield.unshielding(node.literal)
      case .codeBlock:
        let info = MathShield.unshielding(node.info)
        if info == Self.markInfo, insertedCount < inserted.count, node.parentIs(root) {
          node.replace(byBlock: inserted[insertedCount])
          insertedCount += 1
          continue
        }
        let source = MathShield.unshielding(node.literal)
        if let html = code(source, info) {
          node.replace(byBlock: html)
        } else {
          (node.literal, node.info) = (source, info)
        }
      case .htmlBlock:
        node.replace(byBlock: html(MathShield.unshielding(node.literal), true))
      case .html:
        let html = html(MathShield.unshielding(node.literal), false)
        if !node.isInPicture { node.replace(bySpan: html) }
      case .link: clean(node)
      case .image:
        clean(node)
        if let html = picture(node.address, node.wholeText, node.title) {
          node.replace(bySpan: html)
        }
      }
    }
  }

  /// Makes the address and the title of a link or a picture themselves, and empties an address that would
  /// run something.
  private func clean(_ node: HTMLNode) {
    let address = MathShield.unshielding(node.address)
    node.address = URLText.isDangerous(address) ? "" : address
    node.title = MathShield.unshielding(node.title)
  }

  /// Puts the formulas of a text apart.
  private func replaceFormulas(of node: HTMLNode) {
    let text = node.literal
    let pieces = MathShield.pieces(of: text)
    guard pieces.contains(where: \.isFormula) else { return }
    guard !node.isInPicture else {
      node.literal = MathShield.unshielding(text)
      return
    }
    let html = pieces.map { piece in
      let text = HTMLText.escaped(piece.text)
      return piece.isFormula ? "<span class=\"math\">\(text)</span>" : text
    }
    node.replace(bySpan: html.joined())
  }
}
