@_spi(_Unicode) internal import Swift

/// Texts without the differences of case or of accents, as Foundation folds them.
///
/// Compared with Foundation character by character: what it does beyond the alphabets of Europe follows no
/// published rule and is refused.
struct TextFolding {
  private let ignoresCase: Bool
  private let ignoresAccents: Bool
  private let isKnown: Bool

  enum Unknown: Error {
    case options
    case character(Unicode.Scalar)

    var text: String {
      switch self {
      case .options: "cells fold texts by '.caseInsensitive' and '.diacriticInsensitive' alone"
      case .character(let scalar):
        "how Foundation folds '\(scalar)' is not known in cells, which fold the alphabets of Europe"
      }
    }
  }

  /// - Parameter options: the sum of 1 for case and 128 for accents.
  init(options: Int) {
    ignoresCase = options & 1 != 0
    ignoresAccents = options & 128 != 0
    isKnown = options & ~129 == 0
  }

  func folded(_ text: String) throws(Unknown) -> String {
    guard isKnown else { throw .options }
    for scalar in text.unicodeScalars where !isEuropean(scalar) { throw .character(scalar) }
    // By way of capitals, so that "ß" is "ss".
    let cased = ignoresCase ? text.uppercased().lowercased() : text
    guard ignoresAccents else { return cased }
    var result = String.UnicodeScalarView()
    for scalar in cased._nfd where !(0x300...0x36F).contains(scalar.value) || result.isEmpty {
      result.append(scalar)
    }
    return String(result)
  }

  private func isEuropean(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x131, 0x1E9E: !ignoresCase
    case 0..<0x483, 0x48A..<0x530, 0x1E00..<0x1F00: true
    default:
      switch scalar.properties.generalCategory {
      // Signs that are no letters are left as they are.
      case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation, .currencySymbol, .otherSymbol, .spaceSeparator:
        Array(String(scalar)._nfd) == [scalar]
      default: false
      }
    }
  }
}
