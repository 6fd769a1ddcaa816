/// A line `let name = literal` of a cell tagged `parameters`.
///
/// Only this form is a parameter, so that it can be found without parsing Swift: one declaration
/// a line, at the top level of the cell, with an optional type and an optional `//` comment.
struct ParameterDeclaration: Equatable {
  /// The types of literals that `--set` can replace.
  enum Kind: Equatable {
    case integer, double, bool, string, array, null
  }

  let name: String
  let kind: Kind
  /// Which line of the cell's source it is, counted from 0.
  let lineIndex: Int
  /// The literal that the notebook has.
  private let literal: String
  /// Whether the declaration says that its numbers have fractions.
  private let isFractional: Bool
  /// Whether a type is declared, and whether it is one that may be nil.
  private let isTyped: Bool
  private let isOptional: Bool
  /// What stands before the literal and after it.
  private let before: String
  private let after: String

  /// How many spaces the line begins with.
  var indentation: Int { before.prefix { $0 == " " }.count }

  /// The declarations of `source`, in order.
  static func all(in source: String) -> [ParameterDeclaration] {
    Lines(source).all.enumerated().compactMap { index, line in
      ParameterDeclaration(line: Lines.content(of: line), index: index)
    }
  }

  private init?(line: Substring, index: Int) {
    var rest = line.drop { $0 == " " }
    guard let keyword = ["let ", "var "].first(where: rest.hasPrefix) else { return nil }
    rest = rest.dropFirst(keyword.count).drop { $0 == " " }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let equals = rest.firstIndex(of: "="), !name.isEmpty else { return nil }
    let annotation = rest[name.endIndex..<equals].drop { $0 == " " }
    guard annotation.isEmpty || annotation.hasPrefix(":") else { return nil }
    let value = rest[rest.index(after: equals)...].drop { $0 == " " }
    guard let (kind, end) = Self.literal(at: value) else { return nil }
    let tail = value[end...].drop { $0 == " " }
    guard tail.isEmpty || tail.hasPrefix("//") else { return nil }
    self.name = String(name)
    // `let rate: Float = 1` is a number with a fraction, though its literal has none.
    isFractional = ["Double", "Float"].contains { annotation.contains($0) }
    isTyped = !annotation.isEmpty
    isOptional = annotation.reversed().first { $0 != " " } == "?"
    self.kind = kind == .integer && isFractional ? .double : kind
    lineIndex = index
    before = String(line[..<value.startIndex])
    literal = String(value[..<end])
    after = String(value[end...])
  }

  /// The line with `literal` in place of its own.
  func line(with literal: String) -> String { before + literal + after }

  /// The literal that gives the parameter an override's value.
  func literal(for override: ParameterOverride) throws(ParameterError) -> String {
    let value = override.value
    let isNumber = Self.isWhole(Substring(value), { $0 == .integer || $0 == .double })
    let digits = value.filter { $0 != "_" }
    let isRadixed = Self.isRadixInteger(digits)
    func bad(_ expected: String) -> ParameterError {
      .badValue(name: name, value: value, expected: expected)
    }
    if isOptional, value == "nil" { return value }
    switch kind {
    case .integer:
      guard Self.isWhole(Substring(value), { $0 == .integer }) else {
        throw bad("a whole number")
      }
      return value
    case .double:
      guard isNumber, isRadixed || Double(digits)?.isFinite == true else { throw bad("a number") }
      return value.contains { ".eExX".contains($0) } ? value : value + ".0"
    case .bool:
      guard value == "true" || value == "false" else { throw bad("true or false") }
      return value
    case .string:
      return Self.isWhole(Substring(value), { $0 == .string }) ? value : Self.quoted(value)
    case .array:
      guard let kinds = Self.elementKinds(of: value), let own = Self.elementKinds(of: literal),
        Self.accepts(kinds, in: isFractional ? own.union([.double]) : own)
      else { throw bad("a list such as \(literal)") }
      // Without a declared type the literal decides it, and must decide it as the notebook's did.
      if isTyped || kinds.contains(.double) || !kinds.isEmpty && !own.contains(.double) {
        return value
      }
      guard let type = Self.listType(of: literal, elements: own) else {
        throw bad("a list such as \(literal), or a type beside the name")
      }
      return "\(value) as \(type)"
    case .null:
      return Self.isWhole(Substring(value), { _ in true }) ? value : Self.quoted(value)
    }
  }
}

// MARK: - Literals

extension ParameterDeclaration {
  private static func isWhole(_ text: Substring, _ accepts: (Kind) -> Bool) -> Bool {
    guard let (kind, end) = literal(at: text) else { return false }
    return end == text.endIndex && accepts(kind)
  }

  /// The literal that `text` begins with, and where it ends.
  private static func literal(at text: Substring) -> (kind: Kind, end: Substring.Index)? {
    switch text.first {
    case "\"": return stringLiteral(at: text)
    case "[": return arrayLiteral(at: text)
    default: break
    }
    let word = text.prefix { $0.isLetter || $0.isNumber || "_.+-".contains($0) }
    switch word {
    case "true", "false": return (.bool, word.endIndex)
    case "nil": return (.null, word.endIndex)
    default: break
    }
    let digits = word.filter { $0 != "_" }
    guard let first = digits.drop(while: { $0 == "-" }).first, first.isNumber,
      !digits.hasPrefix("--")
    else { return nil }
    if Int(digits) != nil || isRadixInteger(digits) { return (.integer, word.endIndex) }
    return Double(digits) != nil ? (.double, word.endIndex) : nil
  }

  private static func isRadixInteger(_ digits: String) -> Bool {
    let magnitude = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    let radixes = ["0x": 16, "0o": 8, "0b": 2]
    return radixes.contains { prefix, radix in
      magnitude.hasPrefix(prefix) && Int(magnitude.dropFirst(2), radix: radix) != nil
    }
  }

  private static func stringLiteral(
    at text: Substring
  ) -> (kind: Kind, end: Substring.Index)? {
    guard !text.hasPrefix("\"\"\"") else { return nil }
    var index = text.index(after: text.startIndex)
    while index < text.endIndex {
      switch text[index] {
      case "\"": return (.string, text.index(after: index))
      case "\\":
        index = text.index(after: index)
        guard index < text.endIndex, text[index] != "(" else { return nil }
      default: break
      }
      index = text.index(after: index)
    }
    return nil
  }

  private static func arrayLiteral(at text: Substring) -> (kind: Kind, end: Substring.Index)? {
    var rest = text.dropFirst().drop { $0 == " " }
    while let first = rest.first, first != "]" {
      guard let (_, end) = literal(at: rest) else { return nil }
      rest = rest[end...].drop { $0 == " " }
      if rest.first == "," { rest = rest.dropFirst().drop { $0 == " " } } else { break }
    }
    guard rest.first == "]" else { return nil }
    return (.array, rest.index(after: rest.startIndex))
  }

  /// The kinds of the elements of a list's literal, those of the lists in it too; nil where it is none.
  private static func elementKinds(of text: String) -> Set<Kind>? {
    guard isWhole(Substring(text), { $0 == .array }) else { return nil }
    var kinds: Set<Kind> = []
    var rest = text.dropFirst().drop { $0 == " " }
    while let (kind, end) = literal(at: rest) {
      kinds.formUnion(kind == .array ? elementKinds(of: String(rest[..<end])) ?? [] : [kind])
      rest = rest[end...].drop { $0 == " " || $0 == "," }
    }
    return kinds
  }

  /// Whether a list of such elements can stand for one of others: whole numbers among numbers too, and
  /// anything where the notebook's list is empty.
  private static func accepts(_ kinds: Set<Kind>, in own: Set<Kind>) -> Bool {
    let wider = own.contains(.double) ? own.union([.integer]) : own
    return own.isEmpty || kinds.isSubset(of: wider)
  }

  /// The type of a list's literal with elements of these kinds; nil where they say nothing.
  private static func listType(of literal: String, elements kinds: Set<Kind>) -> String? {
    let first = literal.dropFirst().drop { $0 == " " }
    if let (kind, end) = Self.literal(at: first), kind == .array {
      return listType(of: String(first[..<end]), elements: kinds).map { "[\($0)]" }
    }
    if kinds.contains(.double), kinds.isSubset(of: [.integer, .double]) { return "[Double]" }
    switch kinds {
    case [.integer]: return "[Int]"
    case [.string]: return "[String]"
    case [.bool]: return "[Bool]"
    default: return nil
    }
  }

  private static func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\" + String(scalar)
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
