internal import CCMark

extension NotebookDocument.Prose {
  /// The expressions in the prose, in the order of the text.
  public var expressions: [ProseExpression] {
    // Most prose has no brace at all.
    guard text.utf8.contains(UInt8(ascii: "{")), text.contains(ProseExpression.mark) else {
      return []
    }
    return ExpressionSearch(self).found()
  }
}

/// Finds the code spans of a text that begin as expressions do.
///
/// Which code spans there are only cmark knows, and where they are it does not say well: so each place where
/// an expression could begin gets a tag, and cmark is asked which tags are at the beginning of a code span.
/// A tag is a few characters of a plane for private use, which mean nothing to Markdown.
private struct ExpressionSearch {
  private let prose: ProseText
  /// Where `{swift}` is.
  private let places: [Int]

  init(_ prose: NotebookDocument.Prose) {
    self.prose = ProseText(prose)
    let mark = Array(ProseExpression.mark.utf8)
    let bytes = self.prose.bytes
    places = bytes.indices.filter { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
  }

  func found() -> [ProseExpression] {
    let spans = unsafe withMarkdownTree(of: tagged) { root in unsafe Self.codeSpans(below: root) }
    return (spans ?? []).compactMap(expression).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// The expression that a code span of the tagged text is; nil where it is code.
  private func expression(_ literal: String) -> ProseExpression? {
    guard literal.hasPrefix(ProseExpression.mark) else { return nil }
    let scalars = Array(literal.unicodeScalars.dropFirst(ProseExpression.mark.count))
    guard let number = Tag.number(scalars.prefix(Tag.length)), places.indices.contains(number)
    else {
      return nil
    }
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    let rest = Tag.removed(from: scalars.dropFirst(Tag.length)).drop(while: isBlank).reversed()
      .drop(while: isBlank).reversed()
    let text = String(String.UnicodeScalarView(rest))
    guard !text.isEmpty, let (span, length) = extent(around: places[number]) else { return nil }
    let offsets = offsets(of: text, from: places[number] + ProseExpression.mark.utf8.count)
    return ProseExpression(
      text, span: span, fenceLength: length, source: offsets[0]..<offsets[offsets.count - 1],
      offsets: offsets, in: prose)
  }
}

// MARK: - Asking cmark

extension ExpressionSearch {
  /// What stands behind a place to say which it is.
  private enum Tag {
    static let length = 3
    private static let first: UInt32 = 0x10E000

    static func text(_ number: Int) -> [UInt8] {
      let digits = [number >> 16, number >> 8, number].map { UInt32($0 & 0xFF) }
      return digits.flatMap { digit in
        Array(String(Unicode.Scalar(first + digit).map(Character.init) ?? "?").utf8)
      }
    }

    /// What follows a mark within the code is no part of it.
    static func removed(from scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
      let mark = Array(ProseExpression.mark.unicodeScalars)
      var kept: [Unicode.Scalar] = []
      var rest = scalars
      while let scalar = rest.first {
        kept.append(scalar)
        rest.removeFirst()
        if kept.suffix(mark.count).elementsEqual(mark) { rest = rest.dropFirst(length) }
      }
      return kept
    }

    static func number(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
      guard scalars.count == length else { return nil }
      return scalars.reduce(0) { number, scalar in
        guard let number, (first..<first + 0x100).contains(scalar.value) else { return nil }
        return number << 8 + Int(scalar.value - first)
      }
    }
  }

  /// The text with a tag at each place.
  private var tagged: String {
    var tagged: [UInt8] = []
    var end = 0
    for (number, place) in places.enumerated() {
      let next = place + ProseExpression.mark.utf8.count
      tagged += prose.bytes[end..<next] + Tag.text(number)
      end = next
    }
    return String(decoding: tagged + prose.bytes[end...], as: UTF8.self)
  }

  /// What the code spans of a tree say.
  private static func codeSpans(below root: OpaquePointer) -> [String] {
    guard let iterator = unsafe cmark_iter_new(root) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    var spans: [String] = []
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return spans }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator),
        unsafe cmark_node_get_type(node) == CMARK_NODE_CODE,
        let literal = unsafe cmark_node_get_literal(node)
      else { continue }
      spans.append(MathShield.unshielding(unsafe String(cString: literal)))
    }
  }
}

// MARK: - Where a span is

extension ExpressionSearch {
  private static let backtick = UInt8(ascii: "`")

  /// Whether a byte may stand between the backticks and what is in them without being part of it: a blank,
  /// a line break, or the sign of a quotation at the beginning of the line.
  private static func isBetween(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">")].contains(byte)
  }

  /// The code span whose contents begin at a place, and how many backticks it begins with.
  private func extent(around place: Int) -> (span: Range<Int>, fenceLength: Int)? {
    let bytes = prose.bytes
    var first = place
    while first > 0, Self.isBetween(bytes[first - 1]) { first -= 1 }
    let runEnd = first
    while first > 0, bytes[first - 1] == Self.backtick { first -= 1 }
    let backslashes = bytes[..<first].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    // The first of them is text then.
    if backslashes % 2 == 1 { first += 1 }
    let length = runEnd - first
    guard length > 0 else { return nil }
    var index = place
    while index < bytes.count {
      let run = bytes[index...].prefix { $0 == Self.backtick }.count
      if run == length { return (first..<index + run, length) }
      index += max(1, run)
    }
    return nil
  }

  /// Where each character of an expression is, and where it ends.
  ///
  /// In the file a blank may be a line break with the signs of quotations and lists behind it, and a bar
  /// in a table has a backslash.
  private func offsets(of text: String, from start: Int) -> [Int] {
    let bytes = prose.bytes
    var index = start
    while index < bytes.count, Self.isBetween(bytes[index]) { index += 1 }
    var offsets: [Int] = []
    for character in text {
      let written = Array(String(character).utf8)
      let isBreak = index < bytes.count && (bytes[index] == 0x0A || bytes[index] == 0x0D)
      offsets.append(min(index, bytes.count))
      if character == " ", isBreak {
        while index < bytes.count, Self.isBetween(bytes[index]) { index += 1 }
      } else if bytes[min(index, bytes.count)...].starts(with: written) {
        index += written.count
      } else if bytes[min(index, bytes.count)...].starts(with: [UInt8(ascii: "\\")] + written) {
        index += 1 + written.count
      }
    }
    return offsets + [min(index, bytes.count)]
  }
}
