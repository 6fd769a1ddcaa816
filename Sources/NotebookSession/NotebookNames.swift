internal import Notebook
internal import Text

/// The names of a notebook's cells and headings, and how its prose uses them.
struct NotebookNames {
  private let document: NotebookDocument
  /// The prose in its blocks, with the text that they were read from.
  private var proses: [(prose: NotebookDocument.Prose, blocks: [ProseBlock])] = []
  /// What links in a page may lead to.
  private var places: Set<String>

  /// The names of a notebook.
  init(_ document: NotebookDocument) {
    self.document = document
    let names = document.cells.map(\.name)
    var anchors = HeadingAnchors(beside: names)
    places = Set(names)
    for case .prose(let prose) in document.blocks where !prose.isBlank {
      let blocks = ProseBlock.all(in: prose.text).flatMap(\.withNested)
      for case .heading(_, let spans) in blocks {
        let text = spans.filter { if case .html = $0 { false } else { true } }.text
        places.insert(anchors.anchor(of: text))
      }
      proses.append((prose, blocks))
    }
  }

  /// What is probably not as it was meant, in the notebook that findings call so.
  func findings(in file: String) -> [NotebookFinding] { deadLinks(in: file) + likeNames(in: file) }

  /// Links in the notebook that lead to nothing.
  private func deadLinks(in file: String) -> [NotebookFinding] {
    proses.flatMap { prose, blocks in
      Self.fragments(of: blocks).filter { leadsToNothing($0, in: blocks) }.map { fragment in
        let hint = nearest(to: fragment, among: places.sorted()).map(suggestion(of:)) ?? ""
        return NotebookFinding(
          .warning, file, line: Self.line(of: "#" + fragment, in: prose),
          "the link leads to no cell and no heading: '#\(fragment)'\(hint)")
      }
    }
  }

  private func leadsToNothing(_ fragment: String, in blocks: [ProseBlock]) -> Bool {
    // The top of a page is there always.
    if fragment.isEmpty || fragment == "top" || places.contains(fragment) { return false }
    // What is escaped may be a name of any kind.
    if fragment.contains("%") { return false }
    let isInHTML = proses.contains { _, blocks in
      Self.html(of: blocks).contains { html in
        ["id", "name"].contains {
          html.contains("\($0)=\"\(fragment)\"") || html.contains("\($0)='\(fragment)'")
        }
      }
    }
    return !isInHTML
  }

  /// Cells whose names are one where files have names without case.
  private func likeNames(in file: String) -> [NotebookFinding] {
    var cells: [String: Cell] = [:]
    return document.cells.compactMap { cell in
      guard let other = cells.updateValue(cell, forKey: cell.name.lowercased()),
        other.name != cell.name
      else { return nil }
      return NotebookFinding(
        .warning, file, cell: cell.name, line: cell.fenceLine,
        "'\(cell.name)' and '\(other.name)' on line \(other.fenceLine) differ only in case; where the "
          + "names of files have none, their pictures would be one")
    }
  }

  /// Cells that have a name which nothing in the notebook mentions.
  ///
  /// A name is mentioned by a link, as a word of code in the prose, and in the name of a picture.
  func unmentioned(in file: String) -> [NotebookFinding] {
    var words: Set<Substring> = []
    func mention(_ text: String) {
      words.formUnion(text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") })
    }
    for span in proses.flatMap({ $0.blocks.flatMap(\.spans) }) {
      switch span {
      case .link(_, let address), .image(_, let address):
        mention(address)
        // The picture 'data-1.png' is of the cell 'data'.
        for word in words where word.contains("-") {
          words.insert(word[..<(word.lastIndex(of: "-") ?? word.endIndex)])
        }
      case .code(let code): mention(code)
      case .text, .emphasis, .strong, .struck, .math, .html, .lineBreak: continue
      }
    }
    return document.cells.compactMap { cell in
      guard let id = cell.options.id, !words.contains(id[...]) else { return nil }
      return NotebookFinding(
        .note, file, cell: id, line: cell.fenceLine,
        "nothing in the notebook mentions the id '\(id)'")
    }
  }
}

// MARK: - The prose

extension NotebookNames {
  /// What is behind the `#` of links within the page.
  private static func fragments(of blocks: [ProseBlock]) -> [String] {
    blocks.flatMap(\.spans).compactMap { span in
      guard case .link(_, let address) = span, address.hasPrefix("#") else { return nil }
      return String(address.dropFirst())
    }
  }

  private static func html(of blocks: [ProseBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      if case .html(let html) = block { return [html] }
      return block.spans.compactMap { if case .html(let html) = $0 { html } else { nil } }
    }
  }

  /// The line of the file that a text stands on first, within some prose.
  private static func line(of text: String, in prose: NotebookDocument.Prose) -> Int {
    guard let place = prose.text.firstRange(of: text)?.lowerBound else { return prose.firstLine }
    return prose.firstLine + prose.text[..<place].count { $0.isNewline }
  }
}
