/// Where the contents of string literals without interpolations stand, in a text that has not been parsed.
///
/// There are none where the text may hold a regular expression: a quotation mark in one would begin a
/// string that ends who knows where.
struct PlainTexts {
  private var ranges: [Range<Int>] = []

  init(in text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/"):
        guard let end = Self.commentEnd(bytes, from: index) else {
          ranges = []
          return
        }
        index = end
      case UInt8(ascii: "\""), UInt8(ascii: "#"):
        index = addLiteral(bytes, from: index)
      default: index += 1
      }
    }
  }

  /// Whether the byte at an offset is in one.
  func contains(_ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }

  /// Where a comment that begins at an index ends; nil where none does.
  private static func commentEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return start + 1 }
    switch bytes[start + 1] {
    case UInt8(ascii: "/"):
      return bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case UInt8(ascii: "*"):
      var depth = 0
      var index = start
      while index + 1 < bytes.count {
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "/"), UInt8(ascii: "*")): (depth, index) = (depth + 1, index + 2)
        case (UInt8(ascii: "*"), UInt8(ascii: "/")): (depth, index) = (depth - 1, index + 2)
        default: index += 1
        }
        if depth == 0 { return index }
      }
      return bytes.count
    // A division, or the beginning of a regular expression.
    default: return bytes[start + 1] == UInt8(ascii: " ") ? start + 1 : nil
    }
  }

  /// Notes the contents of a literal that begins at an index, unless values are put into it; returns where
  /// to go on.
  private mutating func addLiteral(_ bytes: [UInt8], from start: Int) -> Int {
    let quote = UInt8(ascii: "\"")
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let marks = index - start
    guard index < bytes.count, bytes[index] == quote else { return max(index, start + 1) }
    let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
    let quotes = isLong ? 3 : 1
    index += quotes
    let first = index
    while index < bytes.count {
      let rest = bytes[index...]
      if !isLong, rest.first == UInt8(ascii: "\n") { return index }
      if rest.first == UInt8(ascii: "\\"),
        rest.dropFirst().prefix(marks).allSatisfy({ $0 == UInt8(ascii: "#") }),
        rest.dropFirst().prefix(marks).count == marks
      {
        let next = rest.dropFirst(1 + marks).first
        // An interpolation: what is in it counts, so that all of the literal does.
        if next == UInt8(ascii: "(") { return first }
        index += 2 + marks
        continue
      }
      if rest.prefix(quotes).count == quotes, rest.prefix(quotes).allSatisfy({ $0 == quote }),
        rest.dropFirst(quotes).prefix(marks).count == marks,
        rest.dropFirst(quotes).prefix(marks).allSatisfy({ $0 == UInt8(ascii: "#") })
      {
        ranges.append(first..<index)
        return index + quotes + marks
      }
      index += 1
    }
    return first
  }
}
