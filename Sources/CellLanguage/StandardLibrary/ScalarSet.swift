/// A set of Unicode scalars as Foundation's `CharacterSet` defines them, by their general categories.
struct ScalarSet {
  private let kind: Int
  private let characters: Set<Unicode.Scalar>
  private let isInverted: Bool

  /// One of the sets that the cell library numbers, or, as number 0, that of some characters.
  init(kind: Int, characters: String, isInverted: Bool) {
    self.kind = kind
    self.characters = Set(characters.unicodeScalars)
    self.isInverted = isInverted
  }

  /// Whether a scalar is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool { isListed(scalar) != isInverted }

  /// A text without the members at either end.
  func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !contains($0) }),
      let last = scalars.lastIndex(where: { !contains($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The parts of a text between members, empty ones included.
  func components(_ text: String) -> [String] {
    text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: contains)
      .map { String($0) }
  }

  private func isListed(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return switch kind {
    case 1: category == .spaceSeparator || Self.isOtherBlank(scalar)
    case 2: category == .spaceSeparator || Self.isOtherBlank(scalar) || Self.isNewline(scalar)
    case 3: Self.isNewline(scalar)
    case 4: category.isPunctuation
    case 5: category == .decimalNumber
    case 6: category.isLetter
    case 7: category.isLetter || category.isNumber
    case 8: category == .uppercaseLetter || category == .titlecaseLetter
    case 9: category == .lowercaseLetter
    default: characters.contains(scalar)
    }
  }

  /// The tabulator, and a blank of no width that was a space separator once.
  private static func isOtherBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar == "\u{200B}"
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isPunctuation: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  /// Letters and the marks upon them.
  fileprivate var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  fileprivate var isNumber: Bool {
    self == .decimalNumber || self == .letterNumber || self == .otherNumber
  }
}
