extension NotebookDocument {
  /// The file with its cells as they are usually written, and its prose and front matter as they are,
  /// byte for byte; nil where something is wrong with it.
  ///
  /// ```swift
  /// NotebookDocument(parsing: "~~~ Swift\n//|eval:false\n1\n~~~\n").formatted
  /// // "```swift\n//| eval: false\n1\n```\n"
  /// ```
  ///
  /// - Invariant: what it reads as ``means(theSame:)``, and formatting it again changes nothing.
  public var formatted: String? {
    guard problems.isEmpty else { return nil }
    return blocks.reduce(into: frontMatter.text) { text, block in
      switch block {
      case .prose(let prose): text += prose.text
      case .cell(let cell): text += FormattedCell(cell).text
      }
    }
  }

  /// Whether both have the same front matter and prose, byte for byte, and cells that do the same: only
  /// how cells are written may differ.
  public func means(theSame other: NotebookDocument) -> Bool {
    guard frontMatter.text.utf8.elementsEqual(other.frontMatter.text.utf8),
      blocks.count == other.blocks.count
    else { return false }
    return zip(blocks, other.blocks).allSatisfy { one, two in
      switch (one, two) {
      case (.prose(let one), .prose(let two)): one.text.utf8.elementsEqual(two.text.utf8)
      case (.cell(let one), .cell(let two)):
        one.kind == two.kind && one.number == two.number && one.options == two.options
          && one.source.utf8.elementsEqual(two.source.utf8)
      case (.prose, .cell), (.cell, .prose): false
      }
    }
  }
}
