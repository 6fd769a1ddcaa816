internal import Notebook

/// What is kept of the output of one evaluation: what a terminal would show in the end, and of text no
/// more than anybody will read.
///
/// A line that is drawn over and over, as a progress bar is, is kept as it stood last. Of more text than
/// ``limit`` the beginning and the end are kept, and between them stands how much is left out.
struct KeptOutputs {
  /// The bytes of printed text that are kept, and those of the values' texts.
  static let limit = 1_000_000
  /// The bytes that are kept of a failure, whatever has been printed before.
  private static let failureLimit = 50_000

  /// The outputs up to the place where text is left out; all of them where none is.
  var head: [Output] = []
  /// The outputs after that place.
  var tail: [Output] = []
  /// What was printed since the last output, without `line`.
  var printed = ""
  /// Where the last line of `printed` begins, in UTF-8.
  var lineStart = 0
  /// Whether text has been left out.
  var isCut = false
  /// How many bytes of text are left out.
  var cutCount = 0
  /// The bytes of printed text that may still be left out, without `printed`.
  var textSize = 0
  /// The last line where more is printed over it.
  private var line: PrintedLine?
  /// How many more bytes may be kept of texts that are shown and not printed.
  private var shownRoom = limit

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
      let kept = Self.cut(text, to: shownRoom)
      shownRoom = max(0, shownRoom - kept.utf8.count)
      media.representations[index].content = .text(kept)
    }
    add(output(media))
  }

  /// Ends the output, with the failure if there was one.
  mutating func finish(_ failure: Output.Failure?) {
    endText()
    guard var failure else { return }
    var room = Self.failureLimit
    func cut(_ text: String) -> String {
      let kept = Self.cut(text, to: room)
      room = max(0, room - kept.utf8.count)
      return kept
    }
    failure.message = cut(failure.message)
    room = Self.failureLimit
    failure.traceback = failure.traceback.prefix(1_000).map(cut)
    add(.error(failure))
  }

  /// The outputs, each text of a stream joined.
  var outputs: [Output] {
    var copy = self
    copy.endText()
    return copy.joined
  }

  /// A text, or its beginning and its end with how much is left out between them.
  private static func cut(_ text: String, to room: Int) -> String {
    let count = text.utf8.count
    guard count > room else { return text }
    let start = text.beginning(room / 4 * 3)
    let end = text.ending(room / 4)
    let note = Self.note(count - start.utf8.count - end.utf8.count, after: start)
    return start + note + end
  }
}

// MARK: - Lines

extension KeptOutputs {
  /// Writes on the last line, perhaps over what stands there.
  private mutating func write(_ piece: Substring) {
    if line == nil {
      let start = printed.utf8.index(printed.utf8.startIndex, offsetBy: lineStart)
      line = PrintedLine(printed[start...])
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
    if !printed.isEmpty {
      textSize += printed.utf8.count
      add(.stream(.stdout, text: printed))
    }
    (printed, lineStart) = ("", 0)
  }
}
