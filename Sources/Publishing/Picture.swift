internal import Notebook
internal import Text

/// A picture in a page.
struct Picture {
  /// The types that a page shows.
  static let mediaTypes = ["image/png", "image/svg+xml", "image/jpeg", "image/gif", "image/webp"]

  /// Its type, `image/png`.
  let mediaType: String
  let bytes: [UInt8]

  /// A picture of a type.
  init(mediaType: String, bytes: [UInt8]) {
    (self.mediaType, self.bytes) = (mediaType, bytes)
  }

  /// The picture that a file holds, by its first bytes; nil where it is none that a page shows.
  init?(_ bytes: [UInt8]) {
    func begins(with text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.unicodeScalars.lazy.map { UInt8($0.value) })
    }
    if begins(with: "\u{89}PNG\r\n\u{1A}\n") {
      mediaType = "image/png"
    } else if begins(with: "\u{FF}\u{D8}\u{FF}") {
      mediaType = "image/jpeg"
    } else if begins(with: "GIF8") {
      mediaType = "image/gif"
    } else if begins(with: "RIFF"), begins(with: "WEBP", at: 8) {
      mediaType = "image/webp"
    } else if Self.isSVG(bytes) {
      mediaType = "image/svg+xml"
    } else {
      return nil
    }
    self.bytes = bytes
  }

  /// The best picture of a bundle.
  init?(_ bundle: MediaBundle) {
    for type in Self.mediaTypes {
      switch bundle[type] {
      case .data(let bytes): self.init(mediaType: type, bytes: bytes)
      case .text(let text): self.init(mediaType: type, bytes: Array(text.utf8))
      case nil: continue
      }
      return
    }
    return nil
  }

  /// The picture as an address that holds it.
  var address: String { "data:\(mediaType);base64,\(Base64.text(of: bytes))" }

  /// The ending of its file's name.
  var fileExtension: String {
    switch mediaType {
    case "image/png": "png"
    case "image/jpeg": "jpeg"
    case "image/gif": "gif"
    case "image/webp": "webp"
    default: "svg"
    }
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(1_000), as: UTF8.self).drop(while: \.isWhitespace)
    return (start.hasPrefix("<?xml") || start.hasPrefix("<!--") || start.hasPrefix("<svg"))
      && start.contains("<svg")
  }
}

/// What stands beside a picture, and in its place where it is not seen.
struct PictureCaption {
  /// The text in place of the picture.
  let alternative: String
  /// The text that is shown with it; nil where there is none but the name of its file.
  let text: String?

  /// The caption of a bundle that has a picture.
  ///
  /// A figure's text is the path of the file that it was drawn into, which has its title as a name.
  init(_ bundle: MediaBundle, number: Int, cell: String) {
    let text = PlainOutput.text(bundle.plainText ?? "")
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
    let ending = [".png", ".svg", ".pdf"].first { line.hasSuffix($0) }
    if let ending, line.utf8.count == text.utf8.count {
      let name = line.split(separator: "/").last?.dropLast(ending.count) ?? ""
      let words = name.map { $0 == "-" || $0 == "_" ? " " : $0 }
      alternative = words.isEmpty ? "figure \(number) of \(cell)" : String(words)
      self.text = nil
    } else {
      alternative = line.isEmpty ? "figure \(number) of \(cell)" : String(line)
      self.text = text.isEmpty ? nil : text
    }
  }
}
