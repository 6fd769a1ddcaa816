internal import CellChecking

extension StringNatives {
  static func addCharacter(_ natives: inout NativeTable) {
    let type = "Character."
    natives.add(type + "init(_:)") { call in
      let text = call.view(0)
      guard text.count == 1, let character = text.first else {
        throw call.fatal(
          text.isEmpty
            ? "Can't form a Character from an empty String"
            : "Can't form a Character from a String containing more than one extended grapheme cluster"
        )
      }
      return .character(character)
    }
    natives.add(type + "description") { call in .string(call.string(0)) }
    natives.add(type + "debugDescription") { call in .string(call.string(0).debugDescription) }
    natives.add(type + "uppercased()") { call in .string(call.string(0).uppercased()) }
    natives.add(type + "lowercased()") { call in .string(call.string(0).lowercased()) }
    for test in CharacterTest.allCases {
      natives.add(type + "\(test)", intrinsic: .operation(.test(test))) { call in
        .bool(test.holds(of: call.character(0)))
      }
    }
    natives.add(type + "wholeNumberValue") { call in
      call.optional(call.character(0).wholeNumberValue.map { .int($0) })
    }
    natives.add(type + "hexDigitValue") { call in
      call.optional(call.character(0).hexDigitValue.map { .int($0) })
    }
    natives.add(type + "asciiValue") { call in
      call.optional(call.character(0).asciiValue.map { .int(Int($0)) })
    }
    natives.add([type + "_scalarValues", "StringProtocol._scalarValues"]) { call in
      .ints(call.view(0).unicodeScalars.map { Int($0.value) })
    }
    natives.add("StringProtocol.utf8", intrinsic: .bytes) { call in
      .ints(call.view(0).utf8.map { Int($0) })
    }
    natives.add("StringProtocol.utf16") { call in .ints(call.view(0).utf16.map { Int($0) }) }
    natives.add("_textOfScalar(_:)") { call in
      .string(
        Unicode.Scalar(UInt32(truncatingIfNeeded: call.int(0))).map { String(Character($0)) } ?? "")
    }
    natives.add("_textOfScalars(_:)") { call in
      var text = String.UnicodeScalarView()
      for code in call.array(0) {
        guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: code.integer ?? 0)) else {
          continue
        }
        text.append(scalar)
      }
      return .string(String(text))
    }
    natives.add("_firstScalar(_:)") { call in
      .int(Int(call.view(0).unicodeScalars.first?.value ?? 0))
    }
    natives.add("_isWellFormed(_:_:)", isWellFormed)
    natives.add("_decoded(_:)", decoded)
  }

  /// Whether code units are those of the text that was decoded from them: what is not well formed is
  /// decoded to a replacement character, which is encoded as something else.
  private static func isWellFormed(_ call: inout NativeCall) -> Datum {
    guard case .ints(let units) = call[0] else { return .bool(false) }
    let text = call.string(1)
    return switch call.types[0].arrayElement?.integerWidth?.bits {
    case 16: .bool(text.utf16.elementsEqual(units.lazy.map { UInt16(truncatingIfNeeded: $0) }))
    case 32:
      .bool(text.unicodeScalars.elementsEqual(units) { $0.value == UInt32(truncatingIfNeeded: $1) })
    default: .bool(text.utf8.elementsEqual(units.lazy.map { UInt8(truncatingIfNeeded: $0) }))
    }
  }

  /// The text that code units encode: UTF-8, UTF-16 or UTF-32 by their type.
  private static func decoded(_ call: inout NativeCall) -> Datum {
    let units = call.array(0).map { $0.integer ?? 0 }
    return switch call.types[0].arrayElement?.integerWidth?.bits {
    case 16: .string(String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self))
    case 32: .string(String(decoding: units.map { UInt32(truncatingIfNeeded: $0) }, as: UTF32.self))
    default: .string(String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self))
    }
  }
}

extension NativeCall {
  /// A character argument.
  fileprivate func character(_ index: Int) -> Character {
    if case .character(let value) = self[index] { value } else { view(index).first ?? " " }
  }
}
