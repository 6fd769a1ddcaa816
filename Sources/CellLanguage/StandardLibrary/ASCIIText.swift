/// Short cuts for texts of ASCII only, where a character is a byte.
///
/// Swift looks for the boundaries of characters by the rules of Unicode, ten times as long. `\r\n` is one
/// character, so a carriage return ends the short cut.
extension Datum {
  /// The number of characters of a text.
  var characterCount: Int {
    switch self {
    case .string(let text): text.utf8.isSimple ? text.utf8.count : text.count
    case .substring(let object): object.characterCount
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
    case .substring(let object): object.value.utf8.count
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
      base.utf8.isSimple
    else {
      return split(
        separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty
      ).map { .substring($0) }
    }
    let whole = base
    let bytes = startIndex.utf16Offset(in: whole)..<endIndex.utf16Offset(in: whole)
    return unsafe whole.utf8.withContiguousStorageIfAvailable { storage in
      var parts: [Datum] = []
      parts.reserveCapacity(8)
      var start = bytes.lowerBound
      func add(_ end: Int) {
        guard end > start || !omitsEmpty else { return }
        parts.append(.substring(SubstringObject(bytes: start..<end, ofSimple: whole)))
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
