/// One declaration of the top level of a chunk, found by looking at the beginnings of lines only: reading
/// all of the library would take longer than running most cells.
package struct LibraryDeclaration: Sendable {
  /// What it declares, or the type that it extends.
  package let name: String
  let isExtension: Bool
  /// Where it is in the text of its chunk, in UTF-8, with the attributes and comments above it and all
  /// that follows up to those of the next declaration.
  package let bounds: Range<Int>
  /// How many lines are before it.
  package let line: Int

  /// The declarations of a text, in its order.
  package static func all(in text: String) -> [LibraryDeclaration] {
    var found: [(heading: Heading, start: Int, line: Int)] = []
    // Attributes and comments above a declaration are part of it.
    var above: (start: Int, line: Int)?
    let bytes = Array(text.utf8)
    var start = 0
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start] == UInt8(ascii: "@") || bytes[start] == UInt8(ascii: "/") {
        above = above ?? (start, line)
      } else if let heading = Heading(bytes[start..<end]) {
        found.append((heading, above?.start ?? start, above?.line ?? line))
        above = nil
      }
      start = end + 1
      line += 1
    }
    return found.indices.map { index in
      let (heading, start, line) = found[index]
      let end = index + 1 < found.count ? found[index + 1].start : bytes.count
      return LibraryDeclaration(
        name: heading.name, isExtension: heading.isExtension, bounds: start..<end, line: line)
    }
  }
}

/// The words that a declaration begins with.
private struct Heading {
  package let name: String
  let isExtension: Bool

  /// Reads the words of a line, if it begins a declaration of the top level.
  package init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, first >= UInt8(ascii: "a") else { return nil }
    var rest = line
    while let keyword = Heading.word(&rest) {
      switch String(decoding: keyword, as: UTF8.self) {
      case "public", "final", "indirect", "mutating": continue
      case "extension": isExtension = true
      case "func", "struct", "enum", "class", "protocol", "typealias", "let", "var":
        isExtension = false
      default: return nil
      }
      guard let word = Heading.word(&rest) else { return nil }
      var name = word.prefix { !Heading.isEnd($0) }
      // The names of operators are made of such characters.
      if name.isEmpty { name = word.prefix { $0 != UInt8(ascii: "(") } }
      self.name = String(decoding: name, as: UTF8.self)
      return
    }
    return nil
  }

  /// Takes the next word, up to a blank.
  private static func word(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let blank = UInt8(ascii: " ")
    rest = rest.drop { $0 == blank }
    let word = rest.prefix { $0 != blank }
    rest = rest[word.endIndex...]
    return word.isEmpty ? nil : word
  }

  /// Whether a name ends before a character.
  private static func isEnd(_ character: UInt8) -> Bool {
    switch character {
    case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: ":"), UInt8(ascii: "{"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }
}
