import Foundation

/// What a comment in a program promises about the line above it.
struct CorpusMarker: Sendable, Hashable {
  /// The line in the program without its markers, from 1.
  let line: Int
  /// The column of an error; 0 for a fault, whose column is not recorded.
  let column: Int
  let message: String
  /// What the interpreter adds to the compiler's words.
  var note: String?

  /// A program without its markers, and the markers.
  static func split(_ text: String) -> (source: String, markers: [CorpusMarker]) {
    var kept: [Substring] = []
    var markers: [CorpusMarker] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if let marker = CorpusMarker(line, after: kept.count) {
        markers.append(marker)
      } else if let note = note(line), !markers.isEmpty {
        markers[markers.count - 1].note = note
      } else {
        kept.append(line)
      }
    }
    return (kept.joined(separator: "\n"), markers)
  }

  private init?(_ text: Substring, after line: Int) {
    let indent = text.prefix { $0 == " " }
    var rest = text[indent.endIndex...]
    guard rest.hasPrefix("//") else { return nil }
    rest = rest.dropFirst(2)
    let gap = rest.prefix { $0 == " " }
    rest = rest[gap.endIndex...]
    self.line = line
    if rest.hasPrefix("fault: ") {
      column = 0
      message = String(rest.dropFirst(7))
    } else if rest.hasPrefix("^ error: ") {
      column = indent.count + 2 + gap.count + 1
      message = String(rest.dropFirst(9))
    } else if rest.hasPrefix("<- error: ") {
      column = indent.count + 1
      message = String(rest.dropFirst(10))
    } else {
      return nil
    }
  }

  private static func note(_ text: Substring) -> String? {
    let trimmed = text.drop { $0 == " " }
    return trimmed.hasPrefix("// note: ") ? String(trimmed.dropFirst(9)) : nil
  }
}
