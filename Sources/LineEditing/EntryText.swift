/// An entry while it is typed, and what the keys decide by its text and cursor.
struct EntryText: Equatable {
  /// The text in UTF-8.
  var bytes: [UInt8]
  /// The byte that the cursor is on.
  var cursor: Int

  /// What is before the cursor on its line.
  var beforeCursorOnLine: ArraySlice<UInt8> {
    let start = bytes[..<cursor].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<cursor]
  }

  /// Whether the cursor is on the first line.
  var isOnFirstLine: Bool { !bytes[..<cursor].contains(0x0A) }

  /// Whether the cursor is on the last line.
  var isOnLastLine: Bool { !bytes[cursor...].contains(0x0A) }

  /// Whether nothing but blanks is before the cursor on its line.
  var isAtIndentation: Bool { beforeCursorOnLine.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Whether the text ends in two lines with nothing on them, which ends any entry.
  var endsInTwoBlankLines: Bool {
    guard cursor == bytes.count else { return false }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.count > 2
      && lines.suffix(2).allSatisfy { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }

  /// What a new line below the cursor's begins with: its indentation, and two spaces more after
  /// an opening bracket.
  var indentationOfNextLine: String {
    let line = beforeCursorOnLine
    let indentation = line.prefix { $0 == 0x20 }.count
    let last = line.last { $0 != 0x20 }
    let opens = [UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "[")].contains(last ?? 0)
    let isDeeper = opens || Self.endsInClosureHead(line)
    return String(repeating: " ", count: indentation + (isDeeper ? 2 : 0))
  }

  /// Whether the line ends in `{ … in`.
  private static func endsInClosureHead(_ line: ArraySlice<UInt8>) -> Bool {
    guard let brace = line.lastIndex(of: UInt8(ascii: "{")),
      !line[brace...].contains(UInt8(ascii: "}"))
    else { return false }
    let words = line[brace...].split(separator: 0x20)
    return words.last?.elementsEqual("in".utf8) == true
  }
}
