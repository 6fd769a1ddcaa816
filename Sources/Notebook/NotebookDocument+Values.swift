extension NotebookDocument.Prose {
  /// The Markdown with the values of its expressions in the place of them.
  ///
  ///     Prose of "a task of `{swift} way`".text(showing: ["way": "5"])   // "a task of 5"
  ///
  /// A value is text, whatever Markdown would read in it. An expression without a value is shown as code.
  ///
  /// - Parameter values: the texts of values by the expressions' texts.
  public func text(showing values: [String: String]) -> String {
    let expressions = expressions
    guard !expressions.isEmpty else { return text }
    let expected = ProseBlock.all(in: text).map { $0.showing(values) }.merged
    // What is next to a value may mean something else beside text than beside code.
    for style in [ValueText.Style.escaped, .entities, .code] {
      let shown = self.shown(expressions, values, style)
      if style == .code || ProseBlock.all(in: shown).merged == expected { return shown }
    }
    return text
  }

  private func shown(
    _ expressions: [ProseExpression], _ values: [String: String], _ style: ValueText.Style
  ) -> String {
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var end = 0
    for expression in expressions where expression.span.lowerBound >= end {
      shown += bytes[end..<expression.span.lowerBound]
      if let value = values[expression.text] {
        let line = shown.reversed().prefix { $0 != 0x0A && $0 != 0x0D }
        let isFirst = !line.contains { $0 >= 0x80 || ValueText.isLetter($0) }
        shown += ValueText(value, isFirstInLine: isFirst).text(style).utf8
      } else {
        shown += ValueText.code(
          String(decoding: bytes[expression.source], as: UTF8.self),
          fenceLength: expression.fenceLength
        ).utf8
      }
      end = expression.span.upperBound
    }
    return String(decoding: shown + bytes[end...], as: UTF8.self)
  }
}

/// A value as Markdown.
struct ValueText {
  private let value: String
  private let isFirstInLine: Bool

  /// How the value is kept from meaning anything.
  enum Style {
    /// By backslashes where they are needed.
    case escaped
    /// By a number for each character: then it is next to other text as code is, since such a number begins
    /// and ends in a sign.
    case entities
    /// As code.
    case code
  }

  /// A value.
  ///
  /// - Parameter isFirstInLine: whether no word is before it in its line.
  init(_ value: String, isFirstInLine: Bool) {
    self.value = value
    self.isFirstInLine = isFirstInLine
  }

  /// The Markdown.
  func text(_ style: Style) -> String {
    switch style {
    case .escaped: escaped
    case .entities: value.unicodeScalars.map { "&#\($0.value);" }.joined()
    case .code:
      value.allSatisfy(\.isWhitespace) ? "" : Self.code(value, fenceLength: 1)
    }
  }

  private var escaped: String {
    var isAtNumber = true
    return value.enumerated().reduce(into: "") { text, next in
      let (index, character) = next
      // Digits with a sign behind them would begin a list.
      let beginsBlock =
        isFirstInLine
        && (index == 0 ? "-+=:".contains(character) : isAtNumber && ".)".contains(character))
      isAtNumber = isAtNumber && character.isASCII && character.isNumber
      if beginsBlock || "\\`*_[]<>#|&~$".contains(character) { text.append("\\") }
      text.append(character)
    }
  }

  /// A code span.
  ///
  /// - Parameter fenceLength: the backticks that it has at least.
  static func code(_ code: String, fenceLength: Int) -> String {
    let runs = code.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count)
    var length = fenceLength
    while runs.contains(length) { length += 1 }
    let fence = String(repeating: "`", count: length)
    let gap = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    return fence + gap + code + gap + fence
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

// MARK: - What is to come out

extension ProseBlock {
  /// The block with the values of its expressions in the place of them.
  fileprivate func showing(_ values: [String: String]) -> ProseBlock {
    mapSpans { $0.showing(values) }
  }

  /// The block with texts that follow each other as one.
  fileprivate var merged: ProseBlock { mapSpans(\.mergedSpans) }

  private func mapSpans(_ change: ([ProseSpan]) -> [ProseSpan]) -> ProseBlock {
    switch self {
    case .heading(let level, let spans): return .heading(level: level, change(spans))
    case .paragraph(let spans): return .paragraph(change(spans))
    case .list(var list):
      list.items = list.items.map { item in
        .init(marker: item.marker, blocks: item.blocks.map { $0.mapSpans(change) })
      }
      return .list(list)
    case .quotation(let blocks): return .quotation(blocks.map { $0.mapSpans(change) })
    case .table(var table):
      table.header = table.header.map(change)
      table.rows = table.rows.map { $0.map(change) }
      return .table(table)
    case .code, .html, .rule: return self
    }
  }
}

extension [ProseBlock] {
  fileprivate var merged: [ProseBlock] { map(\.merged) }
}

extension [ProseSpan] {
  fileprivate func showing(_ values: [String: String]) -> [ProseSpan] {
    map { span in
      switch span {
      case .code(let code):
        guard code.hasPrefix(ProseExpression.mark) else { return span }
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let text = String(
          code.dropFirst(ProseExpression.mark.count).drop(while: isBlank).reversed()
            .drop(while: isBlank).reversed())
        if text.isEmpty { return span }
        return values[text].map(ProseSpan.text) ?? .code(text)
      case .emphasis(let spans): return .emphasis(spans.showing(values))
      case .strong(let spans): return .strong(spans.showing(values))
      case .struck(let spans): return .struck(spans.showing(values))
      case .link(let spans, let address): return .link(spans.showing(values), address: address)
      case .image(let spans, let address): return .image(spans.showing(values), address: address)
      case .text, .math, .html, .lineBreak: return span
      }
    }
  }

  fileprivate var mergedSpans: [ProseSpan] {
    reduce(into: []) { merged, span in
      switch (merged.last, span) {
      case (_, .text("")): break
      case (.text(let before)?, .text(let text)):
        merged[merged.count - 1] = .text(before + text)
      case (_, .emphasis(let spans)): merged.append(.emphasis(spans.mergedSpans))
      case (_, .strong(let spans)): merged.append(.strong(spans.mergedSpans))
      case (_, .struck(let spans)): merged.append(.struck(spans.mergedSpans))
      case (_, .link(let spans, let address)):
        merged.append(.link(spans.mergedSpans, address: address))
      case (_, .image(let spans, let address)):
        merged.append(.image(spans.mergedSpans, address: address))
      default: merged.append(span)
      }
    }
  }
}
