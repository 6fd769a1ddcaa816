internal import Notebook

/// What a cell produced, in HTML.
struct OutputHTML {
  /// The cell's name.
  let cell: String
  private var pictureCount = 0

  /// Outputs of a cell.
  init(of cell: String) { self.cell = cell }

  /// An output.
  mutating func html(_ output: Output) -> String {
    switch output {
    case .stream(.stdout, let text): return Self.text(text, classes: "text")
    case .stream(.stderr, let text): return Self.text(text, classes: "text stderr")
    case .displayData(let bundle), .executeResult(let bundle): return html(bundle)
    case .error(let failure):
      let lines = failure.traceback.isEmpty ? [failure.summary] : failure.traceback
      return Self.text(lines.joined(separator: "\n"), classes: "error")
    }
  }

  private mutating func html(_ bundle: MediaBundle) -> String {
    guard let picture = Picture(bundle) else {
      return Self.text(bundle.plainText ?? "", classes: "text")
    }
    pictureCount += 1
    let caption = PictureCaption(bundle, number: pictureCount, cell: cell)
    let image = "<img src=\"\(picture.address)\" alt=\"\(HTMLText.escaped(caption.alternative))\">"
    return "<figure>\(image)</figure>\n"
      + (caption.text.map { Self.text($0, classes: "text") } ?? "")
  }

  private static func text(_ text: String, classes: String) -> String {
    let plain = PlainOutput.text(text)
    // HTML leaves out a line break that follows the tag.
    let start = plain.utf8.first == 0x0A ? "\n" : ""
    return plain.isEmpty
      ? "" : "<pre class=\"\(classes)\">\(start)\(HTMLText.escaped(plain))</pre>\n"
  }
}

extension Output.Failure {
  /// The failure in a line.
  var summary: String { name.isEmpty ? message : "\(name): \(message)" }
}
