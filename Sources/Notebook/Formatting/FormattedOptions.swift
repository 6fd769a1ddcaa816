/// The option lines of a cell as they are usually written: one for each, in the order of the guide, with
/// one blank before the key and one behind the colon, without quotation marks that nothing needs.
///
/// Comments in YAML stay: one behind a value behind it, one on a line of its own above the option that
/// follows. Where comments of the code stand among the options all lines stay where they are.
struct FormattedOptions {
  /// The option lines, each with its end.
  let lines: [String]
  /// The lines below them.
  let rest: ArraySlice<Substring>

  /// The options of a block in which nothing is wrong, by the lines between its fences.
  init(_ lines: [Substring], of kind: Cell.Kind, lineEnd: String) {
    let options = OptionLines(lines, of: kind, firstLine: 1)
    let yaml = Lines(options.yaml).all
    rest = lines[min(lines.count, yaml.count)...]
    let top = lines.prefix(yaml.count)
    let isMixed = top.contains { line in
      let text = line.trimmed
      return !text.isEmpty && !text.hasPrefix(kind.optionSign)
    }
    // What YAML alone takes for the end of a line would move its entries.
    let hasForeignEnds = options.yaml.unicodeScalars.contains {
      "\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
    }
    if isMixed || hasForeignEnds {
      self.lines = zip(top, yaml).map { line, option in
        guard line.trimmed.hasPrefix(kind.optionSign) else { return String(line) }
        let content = Lines.content(of: option).trimmedEnd
        return kind.optionSign + (content.isEmpty ? "" : " " + content)
          + line[Lines.content(of: line).endIndex...]
      }
    } else {
      self.lines = Self.ordered(yaml.map { Lines.content(of: $0) }, options.yaml)
        .map { "\(kind.optionSign) \($0)\(lineEnd)" }
    }
  }

  /// An option with the comments that belong to it.
  private struct Option {
    var entry: Settings.Entry
    var above: [Substring] = []
    var behind: [Substring] = []
  }

  /// The options without their sign, each a line, with the comments among them.
  private static func ordered(_ lines: [Substring], _ yaml: String) -> [String] {
    var options = Settings(yaml: yaml, firstLine: 0).entries.map { Option(entry: $0) }
    options.sort { $0.entry.line < $1.entry.line }
    var below: [Substring] = []
    for (number, line) in lines.enumerated() {
      // No value that an option may have contains this sign.
      guard let start = line.firstIndex(of: "#") else { continue }
      let comment = line[start...].trimmedEnd
      if !line[..<start].trimmed.isEmpty,
        let index = options.lastIndex(where: { $0.entry.line <= number })
      {
        options[index].behind.append(comment)
      } else if let index = options.firstIndex(where: { $0.entry.line > number }) {
        options[index].above.append(comment)
      } else {
        below.append(comment)
      }
    }
    options.sort { rank($0.entry.key) < rank($1.entry.key) }
    return options.flatMap { option in
      option.above.map(String.init)
        + [([line(option.entry)] + option.behind.map(String.init)).joined(separator: " ")]
    } + below.map(String.init)
  }

  private static func rank(_ key: String) -> Int {
    CellOptions.keys.firstIndex(of: key) ?? CellOptions.keys.count
  }

  private static func line(_ entry: Settings.Entry) -> String {
    let value: String
    switch entry.value {
    case .scalar(let text) where entry.key == "tags": value = "[\(plain(text))]"
    case .scalar(let text): value = entry.value.bool.map(String.init) ?? plain(text)
    case .list(let items): value = "[\(items.map(plain).joined(separator: ", "))]"
    case .nested: value = ""
    }
    return "\(entry.key): \(value)"
  }

  /// A name or a number as YAML has it; a dash alone would begin a list.
  private static func plain(_ text: String) -> String { text == "-" ? "\"-\"" : text }
}

extension Substring {
  /// The text without the blanks at its end.
  fileprivate var trimmedEnd: Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
