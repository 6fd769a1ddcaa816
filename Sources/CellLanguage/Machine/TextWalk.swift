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
    switch unsafe Rest(place.pointee) {
    case .stretch:
      let stretch = unsafe payload(as: Stretch.self)
      let byte = unsafe stretch.pointee.text._withUnsafeGuaranteedRef { text in
        unsafe text.withBytes { unsafe stretch.pointee.span.takeFirst(of: $0) }
      }
      guard let byte else { return false }
      other.put(Character(byte: byte))
    case .characters:
      guard let next = unsafe payload(as: [Datum].self).pointee.popLast() else { return false }
      other.put(next)
    case nil: return false
    }
    return true
  }

  /// What a substring consists of, without retaining it.
  private typealias Stretch = (text: Unmanaged<SubstringObject>, span: TextSpan)

  /// How what is left of a text is kept.
  private enum Rest {
    case stretch, characters

    @inline(__always)
    init?(_ datum: borrowing Datum) {
      switch datum {
      case .substring: self = .stretch
      case .values: self = .characters
      default: return nil
      }
    }
  }
}

extension TextSpan {
  /// The first byte of a stretch, which begins behind it afterwards.
  @inline(__always)
  fileprivate mutating func takeFirst(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard start < end else { return nil }
    let byte = unsafe bytes[Int(start)]
    self = TextSpan(start: start &+ 1, end: end)
    return byte
  }
}
