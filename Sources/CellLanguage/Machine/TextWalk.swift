/// A loop over the characters of a text, taken one after the other and without an array of them.
///
/// The text becomes what is left of it: a stretch of a text in which every byte is a character. Any other
/// text is taken apart at once, into an array that has the first character at its end.
enum TextWalk {
  /// A text that characters can be taken from.
  static func begin(_ text: Datum) -> Datum {
    text.simple ?? .values(text.view.characters.reversed())
  }
}

extension Datum {
  /// The text as a stretch of one in which every byte is a character; `nil` when it is none such.
  var simple: Datum? {
    switch self {
    case .substring(_, let span) where span.count != nil: return self
    case .string(let text) where text.utf8.isSimple && text.utf8.count < Int32.max:
      let all = TextSpan(start: 0, end: Int32(text.utf8.count))
      return .substring(SubstringObject(simple: text), all)
    default: return nil
    }
  }
}

extension Cursor {
  /// Makes a text ready for characters to be taken from it.
  @inline(never)
  func beginCharacters() { unsafe place.pointee = TextWalk.begin(place.pointee) }

  /// Moves the next character of the text to another place; `false` when there is none left.
  @inline(never)
  func takeCharacter(to other: Cursor) -> Bool {
    switch datum {
    case .substring:
      let byte = unsafe payload(as: Stretch.self).pointee.text._withUnsafeGuaranteedRef { object in
        unsafe object.withBytes { bytes in
          unsafe TextSpan.takeFirst(of: &payload(as: Stretch.self).pointee.span, bytes)
        }
      }
      guard let byte else { return false }
      other.put(Character(Unicode.Scalar(byte)))
      return true
    case .values:
      guard let next = unsafe payload(as: [Datum].self).pointee.popLast() else { return false }
      other.put(next)
      return true
    default: return false
    }
  }

  /// Puts a character here; one of ASCII leaves nothing to let go of.
  @inline(__always)
  private func put(_ character: Character) {
    if case .character = datum, unsafe payload(as: Character.self).pointee.byte != nil {
      unsafe place.initialize(to: .character(character))
    } else {
      put(.character(character))
    }
  }

  /// What a substring consists of, without retaining it.
  private typealias Stretch = (text: Unmanaged<SubstringObject>, span: TextSpan)
}

extension TextSpan {
  /// The first byte of a stretch, which begins behind it afterwards.
  @inline(__always)
  fileprivate static func takeFirst(
    of span: inout TextSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt8? {
    guard span.start < span.end else { return nil }
    let byte = unsafe bytes[Int(span.start)]
    span = TextSpan(start: span.start &+ 1, end: span.end)
    return byte
  }
}
