extension StyledText {
  /// The text on lines of at most `width` columns, broken between words and at line breaks.
  ///
  /// A word that is wider than a line is broken where the line ends; between Chinese characters and
  /// Japanese ones, which have no words, a line ends anywhere but before closing and after opening
  /// marks. Blanks at such an end go.
  ///
  /// - Parameter width: The columns; fewer than 1 count as 1, though a wide character takes two.
  package func wrapped(width: Int) -> [StyledText] {
    lines.flatMap { $0.wrapped(width: width, hanging: 0) }
  }

  /// One line as several, all but the first with room for an indentation of `hanging` columns.
  func wrapped(width: Int, hanging: Int) -> [StyledText] {
    wrappedLine(width: max(1, width), rest: max(1, width - hanging))
  }

  /// The columns of the widest part that only force breaks.
  package var widestWord: Int {
    lines.flatMap(\.words).map(\.width).max() ?? 0
  }

  private func wrappedLine(width firstWidth: Int, rest: Int) -> [StyledText] {
    var width = firstWidth
    if self.width <= width, runs.allSatisfy({ !$0.text.utf8.contains(0x09) }) {
      return [withoutTrailingBlanks]
    }
    var wrapped: [StyledText] = []
    var line = LineBuilder()
    for word in words where !word.characters.isEmpty {
      if line.width + word.blanks.count + word.width > width, line.hasWord {
        wrapped.append(line.text)
        line = LineBuilder()
        width = rest
      } else {
        line.append(word.blanks)
      }
      for (character, columns) in zip(word.characters, word.columns) {
        if line.width + columns > width, line.width > 0 {
          wrapped.append(line.text)
          line = LineBuilder()
          width = rest
        }
        line.append(character, columns: columns)
      }
    }
    wrapped.append(line.text)
    return wrapped
  }

  private var withoutTrailingBlanks: StyledText {
    guard runs.last?.text.last?.isBlank == true else { return self }
    var line = LineBuilder()
    for word in words where !word.characters.isEmpty {
      line.append(word.blanks)
      for (character, columns) in zip(word.characters, word.columns) {
        line.append(character, columns: columns)
      }
    }
    return line.text
  }
}

// MARK: - Words

/// A character in its style.
private typealias StyledCharacter = (character: Character, style: TextStyle)

/// What a line is never broken within, and the blanks before it.
private struct Word {
  var blanks: [StyledCharacter] = []
  var characters: [StyledCharacter] = []
  /// The columns of each of the characters.
  var columns: [Int] = []
  var width = 0
}

extension StyledText {
  /// The words of a line, the last of them empty where blanks end it.
  private var words: [Word] {
    var words: [Word] = []
    var word = Word()
    for run in runs {
      for character in run.text {
        if character.isBlank {
          if !word.characters.isEmpty {
            words.append(word)
            word = Word()
          }
          word.blanks.append((" ", run.style))
          continue
        }
        if let last = word.characters.last?.character, last.allowsBreak(before: character) {
          words.append(word)
          word = Word()
        }
        let columns = terminalWidth(of: character)
        word.characters.append((character, run.style))
        word.columns.append(columns)
        word.width += columns
      }
    }
    return words + [word]
  }
}

/// A line that grows by characters.
private struct LineBuilder {
  private var runs: [(text: String, style: TextStyle)] = []
  private(set) var width = 0
  /// Whether there is more than blanks.
  private(set) var hasWord = false

  mutating func append(_ blanks: [StyledCharacter]) {
    for blank in blanks { add(blank) }
    width += blanks.count
  }

  mutating func append(_ character: StyledCharacter, columns: Int) {
    add(character)
    width += columns
    hasWord = true
  }

  private mutating func add(_ new: StyledCharacter) {
    if let last = runs.indices.last, runs[last].style == new.style {
      runs[last].text.append(new.character)
    } else {
      runs.append((String(new.character), new.style))
    }
  }

  /// The line without blanks at its end.
  var text: StyledText {
    var runs = runs
    while let last = runs.indices.last {
      while runs[last].text.last?.isBlank == true { runs[last].text.removeLast() }
      if !runs[last].text.isEmpty { break }
      runs.removeLast()
    }
    var text = StyledText()
    for run in runs { text.append(run.text, run.style) }
    return text
  }
}

extension Character {
  /// Whether a line may end at it: not at a no-break space.
  fileprivate var isBlank: Bool { self == " " || self == "\t" }

  /// Whether a line may end between two characters of one word.
  fileprivate func allowsBreak(before next: Character) -> Bool {
    guard self >= "\u{2E80}" || next >= "\u{2E80}" else { return false }
    return (isIdeographic || next.isIdeographic) && !next.isClosing && !isOpening
  }

  private var isIdeographic: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x2E80...0x303F, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF00...0xFF60, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private var isClosing: Bool {
    "、。，．：；！？」』）】》〉〕］｝”’・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?)]}\"'%".contains(self)
  }

  private var isOpening: Bool { "「『（【《〈〔［｛“‘([{\"'$".contains(self) }
}
