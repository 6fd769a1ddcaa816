/// A kind of picture file.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// Portable Network Graphics.
  case png
  /// Scalable Vector Graphics.
  case svg
  /// Portable Document Format.
  case pdf

  /// The format that a file's name asks for.
  public init(path: String) throws(FigureError) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last ?? "" : ""
    guard let format = PictureFormat(rawValue: ending.lowercased()) else {
      throw .unknownFormat(path: path)
    }
    self = format
  }

  /// A canvas of this format.
  func canvas(_ size: FigureSize) -> Canvas {
    switch self {
    case .png: .png(size)
    case .svg: .svg(size)
    case .pdf: .pdf(size)
    }
  }
}

extension Canvas {
  /// Whether the bytes start and end as a picture of this kind does.
  func isWhole(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .png:
      bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        && bytes.suffix(8).prefix(4).elementsEqual("IEND".utf8)
    case .svg:
      bytes.suffix(16).contains(sequence: "</svg>")
    case .pdf:
      bytes.starts(with: "%PDF-".utf8) && bytes.suffix(16).contains(sequence: "%%EOF")
    case .sixel:
      bytes.starts(with: [0x1B, 0x50]) && bytes.suffix(4).contains(0x5C)
    }
  }
}

extension Collection<UInt8> {
  /// Whether the characters stand somewhere among the bytes.
  fileprivate func contains(sequence text: String) -> Bool {
    indices.contains { self[$0...].starts(with: text.utf8) }
  }
}
