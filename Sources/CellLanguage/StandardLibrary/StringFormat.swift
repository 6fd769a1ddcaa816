internal import Glibc

/// The format of `String(format:)`: C's, with `%@`.
///
/// C trusts the format to name the types of the arguments and reads whatever lies in memory where it
/// does not; here each conversion is laid over its argument first.
struct StringFormat {
  private let format: String

  init(_ format: String) { self.format = format }

  /// The text with the arguments in their places; a conversion without an argument stands for nothing.
  func filled(with arguments: [FormatArgument]) -> String {
    var result = ""
    var rest = format[...]
    var next = 0
    func take() -> FormatArgument? {
      defer { next += 1 }
      return next < arguments.count ? arguments[next] : nil
    }
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      var conversion = Conversion()
      guard conversion.read(&rest, star: { take()?.integer }) else { continue }
      if conversion.letter == "%" {
        result.append("%")
        continue
      }
      let index = conversion.position.map { $0 - 1 }
      let argument = index.map { arguments.indices.contains($0) ? arguments[$0] : nil } ?? take()
      if let argument { result += conversion.text(of: argument) }
    }
    return result
  }
}

/// One argument of a format.
enum FormatArgument {
  case integer(Int)
  case double(Double)
  case text(String)

  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
}

/// One conversion of a format: `%-8.2f`.
private struct Conversion {
  var position: Int?
  var flags = ""
  var width: Int?
  var precision: Int?
  var letter: Character = "@"

  /// Widths beyond this are cut: a format is no way to fill the memory.
  private static let widest = 10_000

  /// Reads what follows a `%`; false at the end of the format.
  mutating func read(_ rest: inout Substring, star: () -> Int?) -> Bool {
    flags = String(rest.prefix { "-+ #0'".contains($0) })
    rest = rest.dropFirst(flags.count)
    if let number = number(&rest, star) {
      if rest.first == "$" {
        rest.removeFirst()
        position = number
        return read(&rest, star: star)
      }
      width = number
    }
    if rest.first == "." {
      rest.removeFirst()
      precision = number(&rest, star) ?? 0
    }
    while let modifier = rest.first, "hlLqzjt".contains(modifier) { rest.removeFirst() }
    guard let last = rest.popFirst() else { return false }
    letter = last
    return true
  }

  private func number(_ rest: inout Substring, _ star: () -> Int?) -> Int? {
    if rest.first == "*" {
      rest.removeFirst()
      return star()
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest[digits.endIndex...]
    return digits.isEmpty ? nil : min(Int(digits) ?? Conversion.widest, Conversion.widest)
  }

  func text(of argument: FormatArgument) -> String {
    switch (letter, argument) {
    case ("d", .integer(let value)), ("i", .integer(let value)), ("D", .integer(let value)):
      return printed("ld", value)
    case ("u", .integer(let value)), ("x", .integer(let value)), ("X", .integer(let value)),
      ("o", .integer(let value)):
      return printed("l\(letter)", value)
    case ("c", .integer(let value)):
      let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
      return padded(scalar.map { String(Character($0)) } ?? "")
    case ("f", .double(let value)), ("F", .double(let value)), ("e", .double(let value)),
      ("E", .double(let value)), ("g", .double(let value)), ("G", .double(let value)),
      ("a", .double(let value)), ("A", .double(let value)):
      return printed("\(letter)", value)
    // Foundation gives objects no width.
    case ("@", .integer(let value)): return "\(value)"
    case ("@", .double(let value)): return "\(value)"
    case ("@", .text(let text)): return text
    case (_, .text(let text)): return padded(text)
    // Of another type than the format says, where C would read something else.
    case (_, .integer(let value)): return padded("\(value)")
    case (_, .double(let value)): return padded("\(value)")
    }
  }

  /// What C makes of one argument, whose type is that of the letters.
  private func printed(_ letters: String, _ argument: any CVarArg) -> String {
    let format = spelled(letters)
    let count = unsafe withVaList([argument]) { unsafe vsnprintf(nil, 0, format, $0) }
    guard count > 0 else { return "" }
    // One more for the zero that C ends it with.
    return unsafe String(unsafeUninitializedCapacity: Int(count) + 1) { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe withVaList([argument]) { list in
          unsafe Int(vsnprintf(characters.baseAddress, characters.count, format, list))
        }
      }
    }
  }

  private func spelled(_ letters: String) -> String {
    let width = width.map { "\(max(-Conversion.widest, min($0, Conversion.widest)))" } ?? ""
    let precision = precision.map { ".\(max(0, min($0, Conversion.widest)))" } ?? ""
    return "%\(flags)\(width)\(precision)\(letters)"
  }

  private func padded(_ text: String) -> String {
    let cut = precision.map { letter == "s" ? String(text.prefix(max(0, $0))) : text } ?? text
    let width = min(abs(width ?? 0), Conversion.widest)
    let blanks = String(repeating: " ", count: max(0, width - cut.count))
    return flags.contains("-") || (self.width ?? 0) < 0 ? cut + blanks : blanks + cut
  }
}
