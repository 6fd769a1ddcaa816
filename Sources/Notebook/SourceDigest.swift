internal import Text

/// What a cell and all that runs before it say, as a number: another number means that outputs are of
/// another version of the notebook.
///
/// Cells that are left out change nothing for those after them. `seed` and `data` count, since cells see
/// them.
public struct SourceDigest: Sendable, Equatable {
  private var value: UInt64

  /// What the first cell starts from.
  public init(_ frontMatter: FrontMatter) {
    value = 0xCBF2_9CE4_8422_2325
    add(frontMatter.seed.description)
    add(frontMatter.data ?? "")
  }

  /// The number after a cell.
  public func following(_ cell: Cell) -> SourceDigest {
    guard !cell.options.isSkipped else { return self }
    var digest = self
    digest.add(cell.kind == .swift ? "swift" : "sh")
    digest.add(cell.source)
    return digest
  }

  /// The number of each cell of a notebook, in order.
  public static func all(of document: NotebookDocument) -> [SourceDigest] {
    var digest = SourceDigest(document.frontMatter)
    return document.cells.map { cell in
      digest = digest.following(cell)
      return digest
    }
  }

  /// By Fowler, Noll and Vo, FNV-1a with 64 bits; a byte that no text has ends each.
  private mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}

extension SourceDigest {
  /// The number in 16 hexadecimal digits.
  var text: String { hexadecimal(value, digits: 16) }

  /// The number that a text is.
  init?(_ text: String) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }
}

extension Sidecar {
  /// The first cell of a notebook whose outputs are of another version of it, or of a cell before it; nil
  /// where there is none, or where that is not known.
  public func firstStaleCell(of document: NotebookDocument) -> Cell? {
    let digests = Dictionary(cells.map { ($0.name, $0.source) }, uniquingKeysWith: { $1 })
    return zip(document.cells, SourceDigest.all(of: document)).first { cell, digest in
      guard !cell.options.isSkipped, case let kept?? = digests[cell.name] else { return false }
      return kept != digest
    }?.0
  }
}
