/// What substrings are parts of.
@safe final class SubstringObject {
  // The bytes are its own, never change, and are there for as long as it is.

  private enum Content {
    /// One substring, whatever the span.
    case substring(Substring)
    /// A text in which every byte is a character: a split makes parts of it by the thousand, and few are
    /// looked at as substrings.
    case simple(String)
  }

  private let content: Content
  /// The bytes of a simple text, where they lie: asking a `String` takes longer than looking at one.
  private let bytes: UnsafeBufferPointer<UInt8>?

  init(_ value: Substring) {
    content = .substring(value)
    unsafe bytes = nil
  }

  init(simple text: String) {
    content = .simple(text)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = unsafe copy.initialize(fromContentsOf: text.utf8)
    unsafe bytes = UnsafeBufferPointer(copy)
  }

  deinit { unsafe bytes?.deallocate() }

  /// The bytes of a text in which every byte is a character.
  @inline(__always)
  func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R?) -> R? {
    guard let bytes = unsafe bytes else { return nil }
    return unsafe body(bytes)
  }

  /// The text that the parts are of, and the one part where there is but one.
  var whole: (text: String, part: Range<String.Index>?) {
    switch content {
    case .substring(let value): (value.base, value.startIndex..<value.endIndex)
    case .simple(let text): (text, nil)
    }
  }

  /// A part as a substring.
  func value(_ span: TextSpan) -> Substring {
    switch content {
    case .substring(let value): return value
    case .simple(let text):
      let start = text.utf8.index(text.startIndex, offsetBy: Int(span.start))
      return text[start..<text.utf8.index(start, offsetBy: Int(span.end - span.start))]
    }
  }
}

/// A stretch of a text in which every byte is a character, or all of another text.
struct TextSpan {
  /// Negative when it is all of the text.
  let start: Int32
  let end: Int32

  static let whole = TextSpan(start: -1, end: -1)

  /// The number of characters, where it says that.
  var count: Int? { start < 0 ? nil : Int(end - start) }
}
