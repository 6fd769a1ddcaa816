/// A set of Unicode scalars as Foundation's `CharacterSet` defines them, by their general categories.
struct ScalarSet {
  private let kinds: Int
  private let characters: Set<Unicode.Scalar>
  private let others: Set<Unicode.Scalar>
  private let isInverted: Bool

  /// The sets that the cell library numbers, each by its bit, and some characters, without others.
  init(kinds: Int, characters: String, others: String, isInverted: Bool) {
    self.kinds = kinds
    self.characters = Set(characters.unicodeScalars)
    self.others = Set(others.unicodeScalars)
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
    guard !others.contains(scalar) else { return false }
    if characters.contains(scalar) { return true }
    return kinds != 0
      && (1...Self.kindCount).contains { kinds >> $0 & 1 == 1 && Self.isOf(kind: $0, scalar) }
  }

  private static let kindCount = 11

  /// Whether a scalar is in one of the sets with a number.
  private static func isOf(kind: Int, _ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return switch kind {
    case 1: category == .spaceSeparator || isOtherBlank(scalar)
    case 2: category == .spaceSeparator || isOtherBlank(scalar) || isNewline(scalar)
    case 3: isNewline(scalar)
    case 4: category.isPunctuation
    case 5: category == .decimalNumber
    case 6: category.isLetter
    case 7: category.isLetter || category.isNumber
    case 8: category == .uppercaseLetter || category == .titlecaseLetter
    case 9: category == .lowercaseLetter
    case 10: category.isSymbol
    default: category == .control || category == .format
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

  fileprivate var isSymbol: Bool {
    switch self {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
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
