/// A line as text and the numbers in it that were computed: those with a fraction or an exponent.
///
///     loss 0.25 after 3 steps   → text "loss ", number 0.25, text " after 3 steps"
struct NumberedText: Equatable {
  /// Text, or a number between texts.
  enum Part: Equatable {
    case text(String)
    case number(Double)
  }

  private(set) var parts: [Part] = []

  init(_ line: Substring) {
    var text = ""
    var rest = line.utf8[...]
    while let byte = rest.first {
      // Digits within a name are none.
      let isWithinWord = text.utf8.last.map { $0.isLetter || $0 == UInt8(ascii: "_") } ?? false
      if !isWithinWord, let (number, end) = Self.number(rest) {
        parts.append(.text(Self.unsigned(&text)))
        parts.append(.number(number * (text == "-" ? -1 : 1)))
        text = ""
        rest = rest[end...]
        continue
      }
      if byte.isDigit {
        // A whole number is text, as a whole.
        let digits = rest.prefix(while: \.isDigit)
        text += String(decoding: digits, as: UTF8.self)
        rest = rest[digits.endIndex...]
      } else {
        let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let character = rest.prefix(width)
        text += String(decoding: character, as: UTF8.self)
        rest = rest[character.endIndex...]
      }
    }
    parts.append(.text(text))
  }

  /// Takes a minus sign off the end of a text, which is left as that sign or empty.
  private static func unsigned(_ text: inout String) -> String {
    guard text.last == "-" else {
      defer { text = "" }
      return text
    }
    defer { text = "-" }
    return String(text.dropLast())
  }

  /// The number with a fraction or an exponent that a text begins with, and where it ends.
  private static func number(_ text: Substring.UTF8View) -> (Double, String.Index)? {
    let digits = text.prefix(while: \.isDigit)
    guard !digits.isEmpty else { return nil }
    var end = digits.endIndex
    var isComputed = false
    func digitsEnd(from start: String.Index) -> String.Index? {
      let digits = text[start...].prefix(while: \.isDigit)
      return digits.isEmpty ? nil : digits.endIndex
    }
    if end < text.endIndex, text[end] == UInt8(ascii: "."),
      let last = digitsEnd(from: text.index(after: end))
    {
      (end, isComputed) = (last, true)
    }
    if end < text.endIndex, text[end] | 0x20 == UInt8(ascii: "e") {
      var start = text.index(after: end)
      if start < text.endIndex, text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+")
      {
        start = text.index(after: start)
      }
      if let last = digitsEnd(from: start) { (end, isComputed) = (last, true) }
    }
    guard isComputed, let value = Double(String(decoding: text[..<end], as: UTF8.self)) else {
      return nil
    }
    return (value, end)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
