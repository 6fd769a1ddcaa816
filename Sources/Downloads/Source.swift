internal import Text

/// Where the archives of a data set come from: all of them from one place.
package enum Source: Sendable, Hashable {
  /// An address, http or https, below which they are.
  case web(String)
  /// A folder of this machine.
  case folder(String)

  /// Takes what a person wrote: an address or a folder; nil for an address of another kind.
  ///
  ///     Source(parsing: "https://example.org/omniglot/")   → .web("https://example.org/omniglot")
  ///     Source(parsing: "../shared/omniglot")              → .folder("../shared/omniglot")
  ///     Source(parsing: "ftp://example.org")               → nil
  package init?(parsing text: String) {
    guard let mark = text.firstRange(of: "://") else {
      guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
      self = .folder(text)
      return
    }
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard ["http", "https"].contains(text[..<mark.lowerBound].lowercased()), isPlain,
      mark.upperBound < text.endIndex
    else { return nil }
    self = .web(Self.withoutSlashes(text))
  }

  /// The address or path of a file.
  func place(of file: String) -> String {
    switch self {
    case .web(let url): "\(url)/\(file)"
    case .folder(let path): path.hasSuffix("/") ? path + file : "\(path)/\(file)"
    }
  }

  private static func withoutSlashes(_ text: String) -> String {
    var text = text
    while text.hasSuffix("/"), !text.hasSuffix("://") { text.removeLast() }
    return text
  }
}
