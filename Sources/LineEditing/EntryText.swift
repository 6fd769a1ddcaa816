/// An entry while it is typed, and what the keys decide by its text and cursor.
///
/// Places are offsets in UTF-8 that lie between characters.
package struct EntryText: Equatable {
  /// The text in UTF-8.
  package var bytes: [UInt8]
  /// The byte that the cursor is on.
  package var cursor: Int

  /// A text with the cursor at its end or at an offset.
  package init(_ text: String = "", cursor: Int? = nil) {
    bytes = Array(text.utf8)
    self.cursor = cursor ?? bytes.count
  }

  /// The text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What is before the cursor on its line.
  package var beforeCursorOnLine: ArraySlice<UInt8> { bytes[lineStart..<cursor] }

  /// Where the cursor's line begins.
  package var lineStart: Int { bytes[..<cursor].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }

  /// Where the cursor's line ends: at its newline or at the end of the text.
  package var lineEnd: Int { bytes[cursor...].firstIndex(of: 0x0A) ?? bytes.count }

  /// Whether the cursor is on the first line.
  package var isOnFirstLine: Bool { lineStart == 0 }

  /// Whether the cursor is on the last line.
  package var isOnLastLine: Bool { lineEnd == bytes.count }

  /// Whether nothing but blanks is before the cursor on its line.
  package var isAtIndentation: Bool { beforeCursorOnLine.allSatisfy(Self.isBlank) }

  /// How many lines with nothing on them end the text, where the cursor is at its end.
  package var blankLinesAtEnd: Int {
    guard cursor == bytes.count else { return 0 }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.reversed().prefix { $0.allSatisfy(Self.isBlank) }.count
  }

  /// Whether the text ends in two lines with nothing on them, which ends any entry.
  package var endsInTwoBlankLines: Bool {
    bytes.contains(0x0A) && blankLinesAtEnd >= 2 && !bytes.allSatisfy(Self.isWhite)
  }

  /// What a new line below the cursor's begins with: its indentation, and two spaces more after
  /// an opening bracket.
  package var indentationOfNextLine: String {
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

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isWhite(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A }
}

// MARK: - Changing it

extension EntryText {
  /// Inserts text at the cursor, which goes behind it.
  package mutating func insert(_ text: String) {
    bytes.insert(contentsOf: text.utf8, at: cursor)
    cursor += text.utf8.count
    // What was typed may have joined the character before it or after it.
    cursor = boundary(atOrAfter: cursor)
  }

  /// Takes a part out, with the cursor where it was; returns it.
  @discardableResult
  package mutating func remove(_ range: Range<Int>) -> String {
    let removed = String(decoding: bytes[range], as: UTF8.self)
    bytes.removeSubrange(range)
    if cursor >= range.upperBound {
      cursor -= range.count
    } else if cursor > range.lowerBound {
      cursor = range.lowerBound
    }
    cursor = boundary(atOrAfter: cursor)
    return removed
  }

  /// Exchanges the characters before and after the cursor, or the last two of the line.
  package mutating func transpose() {
    var middle = cursor
    if middle == lineEnd { middle = boundary(before: middle) }
    let first = boundary(before: middle)
    guard first >= lineStart, first < middle, middle < lineEnd else { return }
    let end = boundary(after: middle)
    let exchanged = Array(bytes[middle..<end]) + Array(bytes[first..<middle])
    bytes.replaceSubrange(first..<end, with: exchanged)
    cursor = boundary(atOrAfter: end)
  }
}

// MARK: - What libedit did to it

extension EntryText {
  /// Makes of a change to single code points what it would have been to whole characters.
  package mutating func makeWhole(since before: EntryText) {
    let removed = before.bytes.count - bytes.count
    if removed > 0, cursor + removed <= before.bytes.count {
      let range = cursor..<cursor + removed
      var rest = before.bytes
      rest.removeSubrange(range)
      let start = before.boundary(atOrBefore: range.lowerBound)
      let whole = start..<before.boundary(atOrAfter: range.upperBound)
      if rest == bytes, whole != range {
        self = before
        cursor = whole.upperBound
        remove(whole)
      }
    }
    let isForward = bytes != before.bytes || cursor > before.cursor
    cursor = isForward ? boundary(atOrAfter: cursor) : boundary(atOrBefore: cursor)
  }
}

// MARK: - Places

extension EntryText {
  /// The start of the character before an offset.
  package func boundary(before offset: Int) -> Int {
    guard offset > 0, offset <= bytes.count else { return offset <= 0 ? 0 : bytes.count }
    let text = text
    let index = Self.start(atOrBefore: offset, in: text)
    let start = text.utf8.distance(from: text.startIndex, to: index)
    guard start == offset else { return start }
    return text.utf8.distance(from: text.startIndex, to: text.index(before: index))
  }

  /// The end of the character at an offset.
  package func boundary(after offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    let text = text
    let index = text.index(after: Self.start(atOrBefore: max(0, offset), in: text))
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  /// An offset, or the end of the character that it is inside of.
  package func boundary(atOrAfter offset: Int) -> Int {
    boundary(atOrBefore: offset) == offset ? offset : boundary(after: offset)
  }

  /// An offset, or the start of the character that it is inside of.
  package func boundary(atOrBefore offset: Int) -> Int {
    guard offset > 0, offset < bytes.count else { return min(max(offset, 0), bytes.count) }
    let text = text
    return text.utf8.distance(
      from: text.startIndex, to: Self.start(atOrBefore: offset, in: text))
  }

  /// The start of the character that an offset is in, or the end of the text.
  private static func start(atOrBefore offset: Int, in text: String) -> String.Index {
    var index =
      text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
      ?? text.endIndex
    // What the standard library rounds silently would trap at the first character.
    while index > text.startIndex, String.Index(index, within: text) == nil {
      index = text.utf8.index(before: index)
    }
    return index
  }

  /// Where the word before an offset begins.
  package func wordStart(before offset: Int, where isPart: (Unicode.Scalar) -> Bool) -> Int {
    var position = offset
    var isInside = false
    for scalar in String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars.reversed() {
      if isPart(scalar) { isInside = true } else if isInside { break }
      position -= scalar.utf8.count
    }
    return boundary(atOrBefore: position)
  }

  /// Where the word after an offset ends.
  package func wordEnd(after offset: Int, where isPart: (Unicode.Scalar) -> Bool) -> Int {
    var position = offset
    var isInside = false
    for scalar in String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars {
      if isPart(scalar) { isInside = true } else if isInside { break }
      position += scalar.utf8.count
    }
    return boundary(atOrAfter: position)
  }

  /// What words of a language are made of.
  package static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// What stands between blanks.
  package static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace
  }
}
