/// A bracket that the cursor is at, and its partner.
package struct BracketPair: Equatable {
  /// Where they are, in UTF-8: one place, where a closing bracket closes nothing.
  package var offsets: [Int]

  private static let partners: [UInt8: UInt8] = [
    UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]"),
    UInt8(ascii: "{"): UInt8(ascii: "}"),
  ]

  /// The pair at the cursor: the bracket under it, or else the one before it.
  ///
  /// What is styled as a text or a comment has no brackets.
  package init?(in entry: EntryText, styles: [Span]) {
    let bytes = entry.bytes
    let quoted = styles.filter { $0.style == .text || $0.style == .comment }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
    var open: [Int] = []
    var partner: [Int: Int?] = [:]
    var next = 0
    for (offset, byte) in bytes.enumerated() {
      while next < quoted.count, quoted[next].upperBound <= offset { next += 1 }
      if next < quoted.count, quoted[next].contains(offset) { continue }
      if Self.partners[byte] != nil {
        open.append(offset)
      } else if Self.partners.values.contains(byte) {
        if let last = open.last, Self.partners[bytes[last]] == byte {
          open.removeLast()
          partner[last] = .some(offset)
          partner[offset] = .some(last)
        } else {
          partner[offset] = .some(nil)
        }
      }
    }
    for place in [entry.cursor, entry.cursor - 1] {
      guard let other = partner[place] else { continue }
      offsets = other.map { [place, $0].sorted() } ?? [place]
      return
    }
    return nil
  }

  /// Whether there is no partner.
  package var isBroken: Bool { offsets.count == 1 }
}
