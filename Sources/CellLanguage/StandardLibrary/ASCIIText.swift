/// Short cuts for texts of ASCII only, where a character is a byte.
///
/// Swift looks for the boundaries of characters by the rules of Unicode, ten times as long. `\r\n` is one
/// character, so a carriage return ends the short cut.
extension Datum {
  /// The number of characters of a text.
  var characterCount: Int {
    switch self {
    case .string(let text): text.utf8.isSimple ? text.utf8.count : text.count
    case .substring(let object, let span): object.characterCount(span)
    case .character: 1
    default: 0
    }
  }
}

extension Datum {
  /// The number of bytes of a text in UTF-8.
  var byteCount: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .substring(let object, let span): object.value(span).utf8.count
    case .character(let character): character.utf8.count
    default: 0
    }
  }
}

extension Collection<UInt8> {
  /// Whether every byte is a character.
  var isSimple: Bool {
    let answer = withContiguousStorageIfAvailable { bytes in
      unsafe bytes.allSatisfy(\.isSimple)
    }
    return answer ?? false
  }
}

extension UInt8 {
  fileprivate var isSimple: Bool { self < 0x80 && self != UInt8(ascii: "\r") }
}

extension Substring {
  /// What `split(separator:maxSplits:omittingEmptySubsequences:)` answers.
  func parts(by separator: Character, maxSplits: Int, omitsEmpty: Bool) -> [Datum] {
    guard let byte = separator.asciiValue, byte.isSimple, maxSplits == Int.max,
      base.utf8.isSimple, base.utf8.count < Int32.max
    else {
      return split(
        separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty
      ).map { .substring($0) }
    }
    let whole = base
    let bytes = startIndex.utf16Offset(in: whole)..<endIndex.utf16Offset(in: whole)
    return unsafe whole.utf8.withContiguousStorageIfAvailable { storage in
      let shared = SubstringObject(simple: whole)
      var parts: [Datum] = []
      parts.reserveCapacity(8)
      var start = bytes.lowerBound
      func add(_ end: Int) {
        guard end > start || !omitsEmpty else { return }
        parts.append(.substring(shared, TextSpan(start: Int32(start), end: Int32(end))))
      }
      var index = start
      while index < bytes.upperBound {
        if unsafe storage[index] == byte {
          add(index)
          start = index + 1
        }
        index += 1
      }
      add(bytes.upperBound)
      return parts
    } ?? []
  }
}
