/// A notebook as its file says it: front matter, prose and cells, in order.
///
/// The format is a subset of CommonMark, so that every notebook is a Markdown file:
///
/// 1. The file is UTF-8. It may begin with YAML front matter between two lines `---`.
/// 2. A top-level fenced code block whose info string is `swift` (or `Swift`, or `{swift}`) is a cell.
/// 3. One of `sh` that carries the option `eval: true` is a shell cell.
/// 4. Every other block is prose, as are fenced blocks inside lists and quotations.
/// 5. The lines of a cell that start with `//|` (`#|` in shell cells) are its options; they stand above
///    its code.
/// 6. Nothing that running a notebook produces is ever written into its file.
///
/// Reading never fails: what the format does not allow is collected in `problems`, and the
/// document still prints the same bytes.
///
/// ```swift
/// let document = NotebookDocument(parsing: "# Sums\n\n```swift\n1 + 1\n```\n")
/// document.cells[0].source      // "1 + 1\n"
/// document.cells[0].firstLine   // 4
/// document.text                 // what went in
/// ```
///
/// - Invariant: the text of the front matter and of the blocks, one after the other, is the file.
public struct NotebookDocument: Sendable, Equatable {
  /// What the file says about itself before its first block.
  public var frontMatter: FrontMatter
  /// Prose and cells in the order of the file.
  public internal(set) var blocks: [Block] {
    didSet { cells = Self.cells(of: blocks) }
  }
  /// The cells, in order.
  public private(set) var cells: [Cell]
  /// What the file gets wrong, in the order of its lines.
  public private(set) var problems: [NotebookProblem]

  /// One piece of a notebook.
  public enum Block: Sendable, Equatable {
    /// Text between cells, with everything that Markdown allows.
    case prose(Prose)
    /// Something to run.
    case cell(Cell)
  }

  /// Text between cells.
  public struct Prose: Sendable, Equatable {
    /// The Markdown, exactly as the file has it.
    public let text: String
    /// The line of the file that the text begins on, counted from 1.
    public let firstLine: Int

    /// A text that begins on a line of its file.
    package init(text: String, firstLine: Int) {
      self.text = text
      self.firstLine = firstLine
    }

    /// Whether there is nothing in it to read.
    public var isBlank: Bool { text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
  }

  init(frontMatter: FrontMatter, blocks: [Block], problems: [NotebookProblem]) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    cells = Self.cells(of: blocks)
    self.problems = problems
  }
}

// MARK: - Reading and printing

extension NotebookDocument {
  /// Reads a notebook from the bytes of its file.
  ///
  /// - Throws: `EncodingError` where the bytes are not UTF-8.
  public init(decoding bytes: [UInt8]) throws(EncodingError) {
    if let error = EncodingError(checking: bytes) { throw error }
    self.init(parsing: String(decoding: bytes, as: UTF8.self))
  }

  /// The bytes of the file, the same as were read.
  public var text: String {
    blocks.reduce(into: frontMatter.text) { text, block in
      switch block {
      case .prose(let prose): text += prose.text
      case .cell(let cell): text += cell.text
      }
    }
  }

  private static func cells(of blocks: [Block]) -> [Cell] {
    blocks.compactMap { block in
      if case .cell(let cell) = block { cell } else { nil }
    }
  }

  /// The cell of this name: its `id`, or `cell-N` for the N-th cell.
  public func cell(named name: String) -> Cell? {
    cells.first { $0.name == name }
  }
}
