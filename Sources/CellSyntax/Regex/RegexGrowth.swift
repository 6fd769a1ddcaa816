internal import Glibc

/// How long a match can take, as far as a glance at the pattern tells.
package struct RegexGrowth {
  /// How deep groups and sets of characters are nested.
  private(set) var depth = 0
  /// How many parts may match several lengths of text.
  private var repetitions = 0
  private var choices = 0
  /// Whether a group is repeated: then the time may double with every character.
  private var isNested = false

  package static let deepest = 200

  package init(of pattern: String) {
    var level = 0
    var last: UInt8 = 0
    var isEscaped = false
    for byte in pattern.utf8 {
      defer { last = byte }
      if isEscaped {
        isEscaped = false
        // A number refers back to a group, whose text may be as long as all.
        if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) { repetitions += 1 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "("), UInt8(ascii: "["):
        level += 1
        depth = max(depth, level)
      case UInt8(ascii: ")"), UInt8(ascii: "]"): level -= 1
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"):
        repetitions += 1
        if last == UInt8(ascii: ")") { isNested = true }
      case UInt8(ascii: "|"), UInt8(ascii: "?"): choices += 1
      default: break
      }
    }
  }

  /// Whether a match in a text of so many bytes is over in about a millisecond, whatever the text.
  package func isShort(for bytes: Int) -> Bool {
    !isNested
      && Double(repetitions + 1) * log2(Double(bytes + 2)) + Double(choices) <= 16
  }
}
