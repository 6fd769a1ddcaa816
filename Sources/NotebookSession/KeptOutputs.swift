internal import Notebook

/// What is kept of the output of one evaluation: what a terminal would show in the end, and of text no
/// more than anybody will read.
///
/// A line that is drawn over and over, as a progress bar is, is kept as it stood last. Beyond
/// ``limit`` text is only counted, and its amount is said at the end.
struct KeptOutputs {
  /// The bytes of text that are kept.
  static let limit = 1_000_000
  /// The bytes that are kept of a failure, whatever has been printed before.
  private static let failureLimit = 50_000

  private var finished: [Output] = []
  /// What was printed since the last of them, without `line`.
  private var printed = ""
  /// Where the last line of `printed` begins, in UTF-8.
  private var lineStart = 0
  /// The last line where more is printed over it.
  private var line: PrintedLine?
  /// How many more bytes of text may be kept.
  private var remaining = limit
  /// How many bytes of text were not kept.
  private var cutCount = 0

  /// Adds printed text.
  mutating func print(_ text: String) {
    guard line != nil || PrintedLine.isNeeded(for: text) else {
      append(text)
      return
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, piece) in lines.enumerated() {
      if index > 0 { endLine() }
      if line == nil, index == lines.count - 1, !PrintedLine.isNeeded(for: String(piece)) {
        append(String(piece))
      } else {
        write(piece)
      }
    }
  }

  /// Adds something that is shown.
  mutating func append(_ output: (MediaBundle) -> Output, _ media: MediaBundle) {
    endText()
    var media = media
    for index in media.representations.indices {
      guard case .text(let text) = media.representations[index].content else { continue }
      media.representations[index].content = .text(kept(text))
    }
    finished.append(output(media))
  }

  /// Ends the output, with the failure if there was one.
  mutating func finish(_ failure: Output.Failure?) {
    endText()
    if cutCount > 0 {
      var note = "(\(cutCount) more bytes of text are not kept)\n"
      if case .stream(_, let text)? = finished.last, text.last != "\n" { note = "\n" + note }
      finished.appendJoining(.stream(.stdout, text: note))
    }
    guard var failure else { return }
    var room = Self.failureLimit
    func cut(_ text: String) -> String {
      let kept = text.utf8.count <= room ? text : Self.prefix(of: text, bytes: room) + "…"
      room = max(0, room - kept.utf8.count)
      return kept
    }
    failure.message = cut(failure.message)
    room = Self.failureLimit
    failure.traceback = failure.traceback.prefix(1_000).map(cut)
    finished.append(.error(failure))
  }

  /// The outputs, each text of a stream joined.
  var outputs: [Output] {
    var copy = self
    copy.endText()
    return copy.finished
  }
}

// MARK: - Text

extension KeptOutputs {
  /// Adds text that goes on where the last ended.
  private mutating func append(_ text: String) {
    let text = kept(text)
    if let end = text.utf8.lastIndex(of: 0x0A) {
      let tail = text.utf8.distance(from: end, to: text.utf8.endIndex) - 1
      lineStart = printed.utf8.count + text.utf8.count - tail
    }
    printed += text
  }

  /// Writes on the last line, perhaps over what stands there.
  private mutating func write(_ piece: Substring) {
    if line == nil {
      let start = printed.utf8.index(printed.utf8.startIndex, offsetBy: lineStart)
      let tail = printed[start...]
      remaining += cutCount == 0 ? tail.utf8.count : 0
      line = PrintedLine(tail)
      printed.removeSubrange(start...)
    }
    guard let count = line?.count, count <= Self.limit else {
      cutCount += piece.utf8.count
      return
    }
    line?.write(piece)
  }

  /// Ends the last line.
  private mutating func endLine() {
    if let line { append(line.text) }
    line = nil
    append("\n")
  }

  /// Ends the text, which more outputs follow.
  private mutating func endText() {
    if let line { append(line.text) }
    line = nil
    if !printed.isEmpty { finished.appendJoining(.stream(.stdout, text: printed)) }
    (printed, lineStart) = ("", 0)
  }

  /// What is kept of a text; the rest is counted.
  private mutating func kept(_ text: String) -> String {
    let count = text.utf8.count
    if count <= remaining, cutCount == 0 {
      remaining -= count
      return text
    }
    let start = cutCount == 0 ? Self.prefix(of: text, bytes: remaining) : ""
    remaining = 0
    cutCount += count - start.utf8.count
    return start
  }

  /// The whole characters within the first bytes of a text, which end with a line where one ends there.
  private static func prefix(of text: String, bytes: Int) -> String {
    var end = text.utf8.index(text.startIndex, offsetBy: bytes)
    while end > text.startIndex, end.samePosition(in: text) == nil {
      end = text.utf8.index(before: end)
    }
    let start = text[..<end]
    guard let line = start.utf8.lastIndex(of: 0x0A) else { return String(start) }
    return String(start[...line])
  }
}
