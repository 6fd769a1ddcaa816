internal import Notebook
internal import Text

/// Blocks of prose in lines of text.
struct ProseLayout {
  let isColored: Bool
  let styles: CodeStyles

  /// Where fewer columns are left, what is nested is not indented any more.
  private static let narrowest = 12

  /// The lines of blocks, with a blank one between two unless they are packed.
  func lines(of blocks: [ProseBlock], width: Int, isTight: Bool = false) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks {
      let new = self.lines(of: block, width: width)
      if !lines.isEmpty, !new.isEmpty, !isTight { lines.append(StyledText()) }
      lines += new
    }
    return lines
  }

  private func lines(of block: ProseBlock, width: Int) -> [StyledText] {
    switch block {
    case .heading(let level, let spans):
      let marks = String(repeating: "#", count: level) + " "
      return prefixed(StyledText(marks, .faint), width: width) { width in
        let text = self.text(of: spans)
        return (isColored ? text.styled(level == 1 ? .bold + .underlined : .bold) : text)
          .wrapped(width: width)
      }
    case .paragraph(let spans): return text(of: spans).wrapped(width: width)
    case .list(let list): return lines(of: list, width: width)
    case .quotation(let blocks):
      let bar = StyledText(isColored ? "▌ " : "> ", .faint)
      return prefixed(bar, others: bar, width: width) { lines(of: blocks, width: $0) }
    case .code(let code, let info):
      let isSwift = info.split(separator: " ").first?.lowercased() == "swift"
      let color = TextStyle.color(6)
      let text = StyledText(code: code, styles: isSwift ? styles : plainCode, rest: color)
      return text.lines.map { $0.isEmpty ? $0 : StyledText("    ") + $0 }
    case .table(let table): return lines(of: table, width: width)
    case .html(let html):
      return StyledText(code: html, styles: plainCode, rest: .faint).lines
    case .rule: return [StyledText(String(repeating: "─", count: width), .faint)]
    }
  }

  private func lines(of list: ProseList, width: Int) -> [StyledText] {
    let markers = list.items.map { marker($0.marker) }
    let widest = markers.map(\.width).max() ?? 0
    var lines: [StyledText] = []
    for (item, marker) in zip(list.items, markers) {
      if !lines.isEmpty, !list.isTight { lines.append(StyledText()) }
      var prefix = StyledText()
      // Numbers stand with their last digits below each other.
      if case .number = item.marker {
        prefix.append(String(repeating: " ", count: widest - marker.width))
      }
      lines += prefixed(prefix + marker + StyledText(" "), width: width) {
        self.lines(of: item.blocks, width: $0, isTight: list.isTight)
      }
    }
    return lines
  }

  private func marker(_ marker: ProseList.Marker) -> StyledText {
    switch marker {
    case .bullet: StyledText(isColored ? "•" : "-")
    case .number(let number, let delimiter): StyledText("\(number)\(delimiter)")
    case .task(let isDone):
      StyledText(isColored ? isDone ? "☑" : "☐" : isDone ? "- [x]" : "- [ ]")
    }
  }

  private func lines(of table: ProseTable, width: Int) -> [StyledText] {
    TextTable(
      header: table.header.map { isColored ? text(of: $0).styled(.bold) : text(of: $0) },
      rows: table.rows.map { $0.map(text) },
      alignments: table.alignments.map { alignment in
        switch alignment {
        case .none, .leading: .leading
        case .center: .center
        case .trailing: .trailing
        }
      }
    ).lines(width: width)
  }

  /// Lines with something before the first of them, and as many blanks or `others` before the rest.
  private func prefixed(
    _ first: StyledText, others: StyledText? = nil, width: Int,
    lines: (_ width: Int) -> [StyledText]
  ) -> [StyledText] {
    let prefixWidth = first.width
    guard width - prefixWidth >= min(Self.narrowest, width / 2) else {
      let inner = lines(width)
      return (first + (inner.first ?? StyledText())).wrapped(width: width) + inner.dropFirst()
    }
    let blanks = StyledText(String(repeating: " ", count: prefixWidth))
    let inner = lines(width - prefixWidth)
    return (inner.isEmpty ? [StyledText()] : inner).enumerated().map { index, line in
      let prefix = index == 0 ? first : others ?? blanks
      return line.isEmpty && (others ?? first).text.allSatisfy({ $0 == " " }) ? line : prefix + line
    }.map(\.withoutBlankEnd)
  }
}

extension StyledText {
  /// The line without blanks at its end.
  fileprivate var withoutBlankEnd: StyledText {
    text.last == " " ? wrapped(width: Int.max).first ?? self : self
  }
}

// MARK: - Spans

extension ProseLayout {
  /// The text of spans, with line breaks where the author has them.
  private func text(of spans: [ProseSpan]) -> StyledText {
    spans.reduce(into: StyledText()) { $0.append(text(of: $1)) }
  }

  private func text(of span: ProseSpan) -> StyledText {
    switch span {
    case .text(let text): StyledText(Self.shown(text))
    case .emphasis(let spans): marked(spans, "*", .italic)
    case .strong(let spans): marked(spans, "**", .bold)
    case .struck(let spans): marked(spans, "~~", .struck)
    case .code(let code): self.code(code)
    case .link(let spans, let address): link(text(of: spans), address)
    case .image(let spans, let address):
      StyledText(
        "[image: \(Self.shown(spans.text.isEmpty ? address : spans.text))]", .faint)
    case .math(let formula): math(formula)
    case .html(let html): StyledText(Self.shown(html), .faint)
    case .lineBreak: StyledText("\n")
    }
  }

  private func marked(_ spans: [ProseSpan], _ marks: String, _ style: TextStyle) -> StyledText {
    isColored
      ? text(of: spans).styled(style) : StyledText(marks) + text(of: spans) + StyledText(marks)
  }

  private func code(_ code: String) -> StyledText {
    let shown = TerminalSafety.visible(code)
    // Blanks have no colour to be seen by.
    if isColored, !shown.allSatisfy({ $0 == " " }) { return StyledText(shown, .color(6)) }
    let marks = shown.contains("`") ? "``" : "`"
    let gap = shown.hasPrefix("`") || shown.hasSuffix("`") ? " " : ""
    return StyledText(marks + gap + shown + gap + marks, .color(6))
  }

  /// A link's text, and its address where the text does not say it.
  private func link(_ text: StyledText, _ address: String) -> StyledText {
    let address = Self.shown(address)
    let said = text.text
    if address.isEmpty || address.hasPrefix("#") || address.hasSuffix(said), !said.isEmpty {
      return text
    }
    return text + StyledText(said.isEmpty ? "<\(address)>" : " <\(address)>", .faint)
  }

  /// A formula: in a line as words are, or on lines of its own as it is written.
  private func math(_ formula: String) -> StyledText {
    let lines = formula.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard formula.hasPrefix("$$"), lines.count > 1 else { return StyledText(Self.shown(formula)) }
    let indentation =
      lines.dropFirst().filter { $0.contains { $0 != " " } }.map { $0.prefix { $0 == " " }.count }
      .min() ?? 0
    let shown = lines.enumerated().map { index, line in
      TerminalSafety.visible(String(index == 0 ? line : line.dropFirst(indentation)))
    }
    return StyledText(shown.joined(separator: "\n"))
  }

  /// Text in which several blanks mean one.
  private static func shown(_ text: String) -> String {
    let visible = TerminalSafety.visible(text)
    guard
      visible.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
        || visible.contains("  ")
    else { return visible }
    var shown = ""
    for character in visible {
      let isBlank = character == " " || character == "\t" || character.isNewline
      if !isBlank { shown.append(character) } else if shown.last != " " { shown.append(" ") }
    }
    return shown
  }
}
