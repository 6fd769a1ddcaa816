/// What of the HTML in a notebook's prose is HTML in a page.
///
/// A stranger may have written it, so that is little: elements without attributes that mark text, fold it
/// or break a line. Comments are left out, and all else is shown as it is written.
enum SafeHTML {
  private static let names: Set<String> = [
    "b", "br", "cite", "del", "details", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "strong", "sub", "summary", "sup", "u", "var", "wbr",
  ]

  /// A tag or a comment within a paragraph.
  static func inline(_ html: String) -> String { filtered(html) ?? HTMLText.escaped(html) }

  /// Lines of HTML between paragraphs.
  static func block(_ html: String) -> String {
    filtered(html) ?? "<pre><code>\(HTMLText.escaped(html))</code></pre>"
  }

  /// The HTML without its comments; nil where a tag is in it that is not let through.
  private static func filtered(_ html: String) -> String? {
    var kept: [UInt8] = []
    var rest = Array(html.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: "<!--".utf8) {
        guard let end = endOfComment(in: rest) else { return nil }
        rest = rest[end...]
      } else if byte == UInt8(ascii: "<") {
        guard let end = endOfTag(in: rest) else { return nil }
        kept += rest[..<end]
        rest = rest[end...]
      } else {
        kept.append(byte)
        rest.removeFirst()
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func endOfComment(in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex + 4
    while index + 2 < text.endIndex {
      if text[index...].starts(with: "-->".utf8) { return index + 3 }
      index += 1
    }
    return nil
  }

  /// Where the tag ends that the text begins with, where it is one that is let through.
  private static func endOfTag(in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex + 1
    if index < text.endIndex, text[index] == UInt8(ascii: "/") { index += 1 }
    let name = text[min(index, text.endIndex)...].prefix {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    guard names.contains(String(decoding: name, as: UTF8.self).lowercased()) else { return nil }
    index = name.endIndex
    while index < text.endIndex, text[index] == 0x20 || text[index] == UInt8(ascii: "/") {
      index += 1
    }
    guard index < text.endIndex, text[index] == UInt8(ascii: ">") else { return nil }
    return index + 1
  }
}
