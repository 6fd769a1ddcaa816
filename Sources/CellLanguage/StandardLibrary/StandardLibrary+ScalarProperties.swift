/// `Unicode.Scalar.Properties`: what Unicode says of a scalar, as far as Swift's standard library tells it.
enum ScalarPropertiesChunk {
  static let chunk = LibraryChunk.with("properties of scalars", text) { natives in
    natives.add("_scalarHas(_:_:)") { call in
      let properties = try scalar(call).properties
      return .bool(flags[call.int(1)].holds(properties))
    }
    natives.add("_scalarText(_:_:)") { call in
      let properties = try scalar(call).properties
      return call.optional(texts[call.int(1)].text(properties).map { .string($0) })
    }
    natives.add("_scalarValue(_:)") { call in
      call.optional(try scalar(call).properties.numericValue.map { .double($0) })
    }
  }

  private typealias Properties = Unicode.Scalar.Properties

  private static func scalar(_ call: NativeCall) throws -> Unicode.Scalar {
    guard let scalar = UInt32(exactly: call.int(0)).flatMap(Unicode.Scalar.init) else {
      throw call.fatal("a number that is no Unicode scalar")
    }
    return scalar
  }

  private static let flags: [(name: String, holds: @Sendable (Properties) -> Bool)] = [
    ("isAlphabetic", \.isAlphabetic), ("isASCIIHexDigit", \.isASCIIHexDigit),
    ("isCased", \.isCased), ("isDash", \.isDash), ("isDiacritic", \.isDiacritic),
    ("isEmoji", \.isEmoji), ("isEmojiModifier", \.isEmojiModifier),
    ("isEmojiModifierBase", \.isEmojiModifierBase),
    ("isEmojiPresentation", \.isEmojiPresentation), ("isHexDigit", \.isHexDigit),
    ("isIDContinue", \.isIDContinue), ("isIDStart", \.isIDStart),
    ("isIdeographic", \.isIdeographic), ("isLowercase", \.isLowercase), ("isMath", \.isMath),
    ("isPatternWhitespace", \.isPatternWhitespace), ("isQuotationMark", \.isQuotationMark),
    ("isUppercase", \.isUppercase), ("isVariationSelector", \.isVariationSelector),
    ("isWhitespace", \.isWhitespace), ("isXIDContinue", \.isXIDContinue),
    ("isXIDStart", \.isXIDStart),
  ]

  private static let texts: [(name: String, text: @Sendable (Properties) -> String?)] = [
    ("name", \.name), ("nameAlias", \.nameAlias),
  ]

  private static var text: String {
    let flags = flags.enumerated().map { index, flag in
      "    var \(flag.name): Bool { _scalarHas(_code, \(index)) }"
    }
    let texts = texts.enumerated().map { index, text in
      "    var \(text.name): String? { _scalarText(_code, \(index)) }"
    }
    return """
      func _scalarHas(_ code: Int, _ property: Int) -> Bool
      func _scalarText(_ code: Int, _ property: Int) -> String?
      func _scalarValue(_ code: Int) -> Double?
      extension Unicode.Scalar {
        struct Properties {
          let _code: Int
      \((flags + texts).joined(separator: "\n"))
          var numericValue: Double? { _scalarValue(_code) }
          var lowercaseMapping: String { _textOfScalar(_code).lowercased() }
          var uppercaseMapping: String { _textOfScalar(_code).uppercased() }
        }
        var properties: Properties { Properties(_code: _code) }
      }
      """
  }
}
