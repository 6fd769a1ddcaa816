/// Short cuts for texts of ASCII only, where a character is a byte.
///
/// Swift looks for the boundaries of characters by the rules of Unicode, ten times as long. `\r\n` is one
/// character, so a carriage return ends the short cut.
extension Datum {
  /// The number of characters of a text.
  var characterCount: Int {
    switch self {
    case .string(let text): text.utf8.isSimple ? text.utf8.count : text.count
    case .substring(let object):
      object.value.utf8.isSimple ? object.value.utf8.count : object.value.count
    case .character: 1
    default: 0
    }
  }
}

extension Collection<UInt8> {
  /// Whether every byte is a character.
  fileprivate var isSimple: Bool {
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
  /// The same as `split(separator:maxSplits:omittingEmptySubsequences:)`.
  func parts(by separator: Character, maxSplits: Int, omitsEmpty: Bool) -> [Substring] {
    guard let byte = separator.asciiValue, byte.isSimple, utf8.isSimple else {
      return split(
        separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty)
    }
    return utf8.split(
      separator: byte, maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty
    ).map { Substring($0) }
  }
}
