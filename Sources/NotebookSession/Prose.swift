internal import Notebook
internal import Text

/// Prose of a notebook or of documentation, laid out for a terminal or for a file.
///
/// In colour, headings are bold, code has a colour and a quotation a bar; elsewhere the marks of
/// Markdown say the same, so that the text stays readable as Markdown.
package struct Prose {
  private let blocks: [ProseBlock]

  /// The columns that a line takes at most, because longer ones are hard to read.
  package static let widest = 100

  /// The prose of a Markdown text.
  package init(_ markdown: String) { blocks = ProseBlock.all(in: markdown) }

  /// The prose in lines without a line break at the end.
  ///
  /// Words are wrapped to `width` columns, but never to more than ``widest``; code and HTML keep their
  /// lines, however long. What could do anything to a terminal is made visible.
  ///
  /// - Parameter styles: the colours of Swift source.
  package func rendered(
    width: Int, isColored: Bool, styles: @escaping CodeStyles = plainCode
  ) -> String {
    let layout = ProseLayout(isColored: isColored, styles: styles)
    return layout.lines(of: blocks, width: min(max(1, width), Self.widest))
      .map { $0.rendered(isColored: isColored) }.joined(separator: "\n")
  }
}
