public import Notebook
internal import Text

/// A notebook made from one of Jupyter.
public struct ImportedNotebook: Sendable {
  /// The file.
  public private(set) var text = ""
  /// Pictures that its prose shows, by their paths beside the file.
  public private(set) var pictures: [(path: String, bytes: [UInt8])] = []
  /// What its cells have shown; nil where they have shown nothing.
  public private(set) var sidecar: Sidecar?
  /// What a person should know of the import, in words.
  public private(set) var notes: [String] = []

  private var foreignCount: [String: Int] = [:]
  private var rawCount = 0
  private var droppedTags: Set<String> = []
  private var outputs = ImportedOutputs()
  private let language: String
  private let picturesFolder: String

  /// The notebook of a document.
  ///
  /// - Parameter picturesFolder: the folder beside the file that attached pictures go to.
  public init(_ jupyter: JupyterDocument, picturesFolder: String) {
    language = jupyter.language
    self.picturesFolder = picturesFolder
    let cells = jupyter.cells.filter { !NotebookPiece.isGap($0.source) || $0.kind == .code }
    let frontMatter = Self.frontMatter(of: jupyter)
    text = frontMatter
    for (index, cell) in cells.enumerated() {
      let isFirst =
        index == 0 && (cell.gap ?? (frontMatter.isEmpty ? "" : "\n")).isEmpty
      let body = body(of: cell, isTop: isFirst, isLast: index == cells.count - 1)
      // Three dashes at the top would begin front matter.
      let isTop = index == 0 && frontMatter.isEmpty
      let usual =
        index > 0
        ? NotebookPiece.usualGap
        : isTop && !(jupyter.own == nil && body.hasPrefix("---")) ? "" : "\n"
      text += (cell.gap ?? usual) + body
    }
    let end = jupyter.own?["after"]?.string.flatMap { NotebookPiece.isGap($0) ? $0 : nil }
    text += end ?? (cells.isEmpty ? "" : "\n")
    if !outputs.isEmpty {
      sidecar = outputs.sidecar(for: NotebookDocument(parsing: text).cells)
      if sidecar == nil { notes.append("what cells have shown is left out: they are others here") }
    }
    note(cells.count)
    if jupyter.own?["line_ending"]?.string == "\r\n" { text = LineEndings.widened(text) }
  }

  private static func frontMatter(of jupyter: JupyterDocument) -> String {
    if let text = jupyter.own?["front_matter"]?.string { return text }
    guard jupyter.own == nil, let title = jupyter.title, !title.isEmpty else { return "" }
    return "---\ntitle: \(YAMLText.quoted(title))\n---\n"
  }
}

// MARK: - Cells

extension ImportedNotebook {
  private mutating func body(
    of cell: JupyterCell, isTop: Bool, isLast: Bool
  ) -> String {
    switch cell.kind {
    case .markdown:
      return ImportedProse.text(prose(of: cell), isTop: isTop, isLast: isLast)
    case .raw:
      rawCount += 1
      let language = ForeignBlock.language(ofRaw: cell)
      let code = NotebookPiece.trimming(cell.source).body
      if language == "markdown" { return ImportedProse.text(code, isTop: isTop, isLast: isLast) }
      let block = ForeignBlock(language: language, code: code, origin: .raw)
      return ImportedProse.text(block.text, isTop: isTop, isLast: isLast)
    case .code:
      let language = ForeignBlock.language(of: cell, in: language)
      if language == "swift" { return code(of: cell, isLast: isLast) }
      foreignCount[language, default: 0] += 1
      let code = NotebookPiece.trimming(cell.source).body
      let block = ForeignBlock(language: language, code: code, origin: .code)
      return ImportedProse.text(block.text, isTop: isTop, isLast: isLast)
    }
  }

  /// The Markdown of a cell, with its attachments in files.
  private mutating func prose(of cell: JupyterCell) -> String {
    let restored = ProseLines.restored(cell.source, cell.own?["values"])
    var text = NotebookPiece.trimming(restored).body
    for (name, bytes) in cell.attachments {
      let path = path(forPicture: name, bytes)
      let address = URLText.address(ofPath: path)
      text = text.replacing("attachment:\(name)", with: address)
      let escaped = URLText.address(ofPath: name)
      text = text.replacing("attachment:\(escaped)", with: address)
    }
    return text
  }

  /// Where an attached picture goes, whose name may be that of another.
  private mutating func path(forPicture name: String, _ bytes: [UInt8]) -> String {
    let plain = String(name.map { $0 == "/" || $0 == "\\" || $0 == "\0" ? "-" : $0 })
    var number = 1
    while true {
      let start = number == 1 && !plain.hasPrefix(".") ? "" : "\(number)-"
      let path = "\(picturesFolder)/\(start)\(plain)"
      guard let other = pictures.first(where: { $0.path == path }) else {
        pictures.append((path, bytes))
        return path
      }
      if other.bytes == bytes { return path }
      number += 1
    }
  }

  /// The block of a cell of ours: as it was, where nobody changed it.
  private mutating func code(of cell: JupyterCell, isLast: Bool) -> String {
    outputs.add(of: cell)
    let source = JupyterSource(
      parsing: cell.source, isSwift: cell.own?["kind"]?.string == "swift")
    var options = (cell.own?["options"]?.array ?? []).compactMap(\.string)
    let written =
      cell.own?["text"]?.string
      ?? (cell.own == nil
        ? nil : CellText(kind: source.kind, options: options, source: source.source).block)
    if let written, let old = Self.onlyCell(of: written, isLast: isLast) {
      let isSame =
        old.kind == source.kind && old.source.withoutLastBreak.hasSameBytes(as: source.source)
      if isSame, JupyterTraits(old) == cell.traits { return written }
      options = CellText(old).options
      if JupyterTraits(old) != cell.traits {
        options = cell.traits.lines(after: old.options, kind: source.kind)
      }
    } else if options.isEmpty {
      options = cell.traits.lines(after: CellOptions(), kind: source.kind)
    }
    droppedTags.formUnion(cell.traits.foreignTags)
    return CellText(kind: source.kind, options: options, source: source.source).block
  }

  /// The cell that a text is, and nothing else.
  private static func onlyCell(of text: String, isLast: Bool) -> Cell? {
    // The last line break is no part of what is kept, but blank lines of an open cell end in it.
    let document = NotebookDocument(parsing: text + "\n")
    guard document.blocks.count == 1, let cell = document.cells.first else { return nil }
    if isLast { return cell }
    // It must not swallow what comes after it.
    let more = NotebookDocument(parsing: text + "\n\n```swift\nprobe\n```\n")
    return more.cells.count == 2 && more.cells[0].text.hasSameBytes(as: text + "\n") ? cell : nil
  }
}

// MARK: - Notes

extension ImportedNotebook {
  private mutating func note(_ count: Int) {
    for (language, count) in foreignCount.sorted(by: { $0.key < $1.key }) {
      notes.append(
        count == 1
          ? "1 cell of \(language) is shown and does not run; cells are Swift"
          : "\(count) cells of \(language) are shown and do not run; cells are Swift")
    }
    if rawCount > 0 {
      notes.append(rawCount == 1 ? "1 raw cell is shown" : "\(rawCount) raw cells are shown")
    }
    if !outputs.leftOut.isEmpty {
      let kinds = outputs.leftOut.sorted().map { "'\($0)'" }.joined(separator: ", ")
      notes.append("what nothing here can show of the outputs is left out: \(kinds)")
    }
    if !droppedTags.isEmpty {
      let tags = droppedTags.sorted().map { "'\($0)'" }.joined(separator: ", ")
      notes.append("tags are letters, digits, '-' and '_'; left out: \(tags)")
    }
  }
}
