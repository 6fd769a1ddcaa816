/// Short cuts for texts of ASCII only, where a character is a byte.
///
/// Swift looks for the boundaries of characters by the rules of Unicode, ten times as long. `\r\n` is one
/// character, so a carriage return ends the short cut.
extension Datum {
  /// The number of characters of a text.
  var characterCount: Int {
    switch self {
    case .string(let text): text.characterCount
    case .substring(let object, let span): span.count ?? object.value(span).characterCount
    case .character: 1
    default: 0
    }
  }
}

extension StringProtocol {
  fileprivate var characterCount: Int { utf8.isSimple ? utf8.count : count }
}

extension Datum {
  /// A string, substring or character without copying its text.
  var view: Substring {
    switch self {
    case .string(let text): text[...]
    case .substring(let object, let span): object.value(span)
    case .character(let character): Substring(String(character))
    default: ""
    }
  }

  /// The number of bytes of a text in UTF-8.
  var byteCount: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .substring(let object, let span): object.value(span).utf8.count
    case .character(let character): character.utf8.count
    default: 0
    }
  }
}

extension Collection<UInt8> {
  /// Whether every byte is a character.
  var isSimple: Bool {
    withContiguousStorageIfAvailable { unsafe $0.areSimple } ?? false
  }
}

extension UInt8 {
  /// Whether a text of such bytes has a character for each.
  var isSimple: Bool { self < 0x80 && self != UInt8(ascii: "\r") }
}

extension Character {
  /// The character that a byte is.
  fileprivate init(_ byte: UInt8) { self = Character(Unicode.Scalar(byte)) }
}

extension Substring {
  /// Its characters.
  var characters: [Datum] {
    utf8.isSimple ? utf8.map { .character(Character($0)) } : map { .character($0) }
  }

  /// `self[index]`.
  func character(at index: Index) -> Character {
    byte(at: index).map { Character($0) } ?? self[index]
  }

  /// `index(after:)`.
  func character(after position: Index) -> Index {
    byte(at: position) == nil ? index(after: position) : utf8.index(after: position)
  }

  /// The byte at an index if it is a character of its own: neither it nor its neighbours can be parts of
  /// a longer one.
  private func byte(at index: Index) -> UInt8? {
    let byte = utf8[index]
    guard byte.isSimple, byte != UInt8(ascii: "\n") else { return nil }
    let next = utf8.index(after: index)
    guard next == endIndex || utf8[next] < 0x80 else { return nil }
    guard index == startIndex || utf8[utf8.index(before: index)] < 0x80 else { return nil }
    return byte
  }

  /// `hasPrefix(_:)`.
  func begins(with other: Substring) -> Bool {
    unsafe agrees(with: other) { bytes, part in
      // What follows must not belong to the last character.
      guard let last = unsafe part.last, last.isSimple,
        unsafe bytes.prefix(part.count + 1).allSatisfy({ $0 < 0x80 })
      else { return nil }
      return unsafe bytes.starts(with: part)
    } ?? hasPrefix(other)
  }

  /// `hasSuffix(_:)`.
  func ends(with other: Substring) -> Bool {
    unsafe agrees(with: other) { bytes, part in
      // What is before must not belong to the first character.
      guard unsafe part.first != UInt8(ascii: "\n"),
        unsafe bytes.suffix(part.count + 1).allSatisfy({ $0 < 0x80 })
      else { return nil }
      return unsafe bytes.suffix(part.count).elementsEqual(part)
    } ?? hasSuffix(other)
  }

  /// Compares with a text of ASCII by bytes, where that is possible: `nil` when it is not.
  private func agrees(
    with other: Substring,
    _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool?
  ) -> Bool? {
    let answer: Bool?? = unsafe utf8.withContiguousStorageIfAvailable { bytes in
      let answer: Bool?? = unsafe other.utf8.withContiguousStorageIfAvailable { part in
        guard unsafe part.allSatisfy({ $0 < 0x80 }) else { return nil }
        return unsafe body(bytes, part)
      }
      return answer ?? nil
    }
    return answer ?? nil
  }

  /// What `split(separator:maxSplits:omittingEmptySubsequences:)` answers.
  func parts(by separator: Character, maxSplits: Int, omitsEmpty: Bool) -> [Datum] {
    guard let byte = separator.asciiValue, byte.isSimple, maxSplits == Int.max,
      base.utf8.isSimple, base.utf8.count < Int32.max
    else {
      return split(
        separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omitsEmpty
      ).map { .substring($0) }
    }
    let whole = base.utf8
    let start = whole.distance(from: whole.startIndex, to: startIndex)
    let length = utf8.count
    return unsafe whole.withContiguousStorageIfAvailable { storage in
      let bytes = unsafe UnsafeBufferPointer(rebasing: storage[start..<start + length])
      return unsafe bytes.parts(
        by: byte, omitsEmpty: omitsEmpty, of: SubstringObject(simple: base), from: start)
    } ?? []
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var areSimple: Bool {
    // To the end in any case, which takes many bytes at a time.
    unsafe reduce(0) { $0 | ($1.isSimple ? 0 : 1) } == 0
  }

  /// The parts between separators, as parts of `text`, in which the first byte is at `offset`.
  fileprivate func parts(
    by separator: UInt8, omitsEmpty: Bool, of text: SubstringObject, from offset: Int
  ) -> [Datum] {
    let separators = unsafe reduce(0) { $0 &+ ($1 == separator ? 1 : 0) }
    var parts: [Datum] = []
    parts.reserveCapacity(separators + 1)
    var start = 0
    func add(_ end: Int) {
      guard end > start || !omitsEmpty else { return }
      let span = TextSpan(
        start: Int32(truncatingIfNeeded: offset + start),
        end: Int32(truncatingIfNeeded: offset + end))
      parts.append(.substring(text, span))
    }
    for index in indices where unsafe self[index] == separator {
      add(index)
      start = index + 1
    }
    add(count)
    return parts
  }
}
