internal import Notebook

/// What a cell produced, as Markdown between two comments.
struct MarkedOutput {
  /// The block with its marks and a line break at its end; empty where there is nothing to show.
  let text: String
  /// The pictures that it shows, by their paths beside the document.
  private(set) var pictures: [(path: String, bytes: [UInt8])] = []

  private static let start = "<!-- mamlnb:output"
  private static let end = "<!-- mamlnb:end -->"

  /// The outputs of a cell.
  init(_ outputs: [Output], of cell: String, picturesFolder: String) {
    var parts: [String] = []
    for output in outputs {
      switch output {
      case .stream(_, let text): parts.append(Self.fenced(text))
      case .error(let failure):
        let lines = failure.traceback.isEmpty ? [failure.summary] : failure.traceback
        parts.append(Self.fenced(lines.joined(separator: "\n")))
      case .displayData(let bundle), .executeResult(let bundle):
        guard let picture = Picture(bundle) else {
          parts.append(Self.fenced(bundle.plainText ?? ""))
          continue
        }
        let number = pictures.count + 1
        let caption = PictureCaption(bundle, number: number, cell: cell)
        let path = "\(picturesFolder)/\(cell)-\(number).\(picture.fileExtension)"
        pictures.append((path, picture.bytes))
        parts.append(
          "![\(Self.escaped(caption.alternative))](\(URLText.address(ofPath: path)))\n")
        if let text = caption.text { parts.append(Self.fenced(text)) }
      }
    }
    let body = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    text = body.isEmpty ? "" : "\(Self.start) \(cell) -->\n\(body)\(Self.end)\n"
  }

  /// A text as a block of code; nothing of an empty one.
  private static func fenced(_ output: String) -> String {
    let text = PlainOutput.text(output)
    if text.isEmpty { return "" }
    let fence = String(repeating: "`", count: max(3, CellText.longestRun(of: "`", in: text) + 1))
    return "\(fence)text\n\(text)\(text.utf8.last == 0x0A ? "" : "\n")\(fence)\n"
  }

  /// A text such that Markdown has nothing to read in it.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_{}[]<>()#!|&~$".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }

  /// Prose in two: without the blocks that are marked in it and the blank line before each, and the lines
  /// of those blocks.
  static func parted(_ prose: String) -> (prose: String, marked: [Substring]) {
    guard prose.contains(start) else { return (prose, []) }
    var kept: [Substring] = []
    var marked: [Substring] = []
    var held: [Substring] = []
    var fence: Substring?
    // Only what has an end goes: a mark without one may be somebody's own.
    for line in lines(of: prose) {
      let isMark = fence == nil && line.hasPrefix(held.isEmpty ? start : end)
      // What is in a block of code is no mark.
      if let open = fence {
        if isEnd(line, of: open) { fence = nil }
      } else {
        fence = openFence(line)
      }
      if held.isEmpty, !isMark {
        kept.append(line)
        continue
      }
      held.append(line)
      guard isMark, held.count > 1 else { continue }
      marked += held
      held = []
      if let last = kept.last, last.allSatisfy(\.isWhitespace) { kept.removeLast() }
    }
    return ((kept + held).joined(), marked)
  }

  /// The characters that a line opens a block of code with; nil where it opens none.
  private static func openFence(_ line: Substring) -> Substring? {
    let text = line.drop { $0 == " " }
    guard let first = text.first, first == "`" || first == "~" else { return nil }
    let fence = text.prefix { $0 == first }
    let rest = text[fence.endIndex...]
    return fence.count >= 3 && (first == "~" || !rest.contains("`")) ? fence : nil
  }

  private static func isEnd(_ line: Substring, of fence: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    let run = text.prefix { $0 == fence.first }
    return run.count >= fence.count && text[run.endIndex...].allSatisfy(\.isWhitespace)
  }

  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex { $0 == "\n" || $0 == "\r\n" }
      let next = end.map { text.index(after: $0) } ?? text.endIndex
      lines.append(text[start..<next])
      start = next
    }
    return lines
  }
}
