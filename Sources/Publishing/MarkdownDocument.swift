internal import Notebook

/// A notebook as Markdown with its outputs, for code hosts and other readers of Markdown.
///
/// It is the notebook itself, with a marked block after each cell that produced something:
///
///     <!-- mamlnb:output sum -->
///     ```text
///     2
///     ```
///     <!-- mamlnb:end -->
///
/// Pictures are files beside it. Blocks that are marked already are replaced, so that a document made of a
/// document is the same.
public struct MarkdownDocument: Sendable {
  /// The file.
  public private(set) var text: String
  /// The pictures that it shows, by their paths beside it.
  public private(set) var pictures: [(path: String, bytes: [UInt8])] = []

  /// The document of a notebook.
  ///
  /// - Parameter picturesFolder: the folder beside it that the pictures go to.
  public init(_ publication: Publication, picturesFolder: String) {
    let document = publication.document
    text = document.frontMatter.text
    let isWide = LineEndings.areWide(in: document.text)
    let openLines = document.problems.filter { $0.kind == .cellNotClosed }.map(\.line)
    for block in publication.shownBlocks {
      switch block {
      case .prose(let prose): text += MarkedOutput.parted(prose.text).prose
      case .cell(let cell):
        text += cell.text
        let block = MarkedOutput(
          publication.outputs(of: cell), of: cell.name, picturesFolder: picturesFolder)
        guard !block.text.isEmpty else { continue }
        pictures += block.pictures
        var whole = Self.lacksBreak(cell.text) ? "\n" : ""
        // What comes after an open cell would be part of it.
        if openLines.contains(cell.fenceLine) { whole += Self.fence(of: cell) + "\n" }
        // After a line that ends in `\r` alone, `\n` would be the end of that line.
        let isJoined = whole.isEmpty && cell.text.utf8.last == 0x0D
        whole += (isJoined && !isWide ? "\r\n" : "\n") + block.text
        text += isWide ? LineEndings.widened(whole) : whole
      }
    }
  }

  /// The pictures that the marked blocks of an earlier document show, by their paths beside it.
  ///
  /// - Parameter picturesFolder: the folder that they are in; others are not named.
  public static func pictures(
    shownBy text: String, picturesFolder: String
  ) -> Set<String> {
    let start = "](" + URLText.address(ofPath: picturesFolder) + "/"
    var paths: Set<String> = []
    for case .prose(let prose) in NotebookDocument(parsing: text).blocks {
      for line in MarkedOutput.parted(prose.text).marked where line.hasPrefix("![") {
        guard let range = line.ranges(of: start).last else { continue }
        let name = URLText.path(ofAddress: String(line[range.upperBound...].prefix { $0 != ")" }))
        if !name.contains("/"), !name.hasPrefix(".") { paths.insert("\(picturesFolder)/\(name)") }
      }
    }
    return paths
  }

  private static func lacksBreak(_ text: String) -> Bool {
    text.utf8.last != 0x0A && text.utf8.last != 0x0D
  }

  /// The characters that a cell begins with.
  private static func fence(of cell: Cell) -> String {
    let text = cell.text.drop { $0 == " " || $0 == "\u{FEFF}" }
    return String(text.prefix { $0 == text.first })
  }
}
