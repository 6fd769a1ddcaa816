extension NotebookDocument.Prose {
  /// The Markdown with the values of its expressions in the place of them.
  ///
  ///     Prose of "a task of `{swift} way`".text(showing: ["way": "5"])   // "a task of 5"
  ///
  /// A value is text, whatever Markdown would read in it. An expression without a value is shown as code.
  ///
  /// - Parameter values: the texts of values by the expressions' texts.
  public func text(showing values: [String: String]) -> String { showing(values).text }

  /// The Markdown with the values of its expressions in the place of them, and which lines that changes.
  package func showing(_ values: [String: String]) -> ShownProse {
    let expressions = expressions
    guard !expressions.isEmpty else { return ShownProse(text) }
    let expected = ProseBlock.all(in: text).map { $0.showing(values) }.merged
    func right(_ styles: [ValueText.Style]) -> ShownProse? {
      let shown = shown(expressions, values, styles)
      return ProseBlock.all(in: shown.text).merged == expected ? shown : nil
    }
    // What is next to a value may mean something else beside text than beside code.
    let escaped = expressions.map { _ in ValueText.Style.escaped }
    if let shown = right(escaped) { return shown }
    let entities = expressions.map { _ in ValueText.Style.entities }
    if let shown = right(entities) {
      guard expressions.count <= Self.styledCount else { return shown }
      let styles = expressions.indices.map { index in
        var styles = entities
        styles[index] = .escaped
        return right(styles) == nil ? ValueText.Style.entities : .escaped
      }
      return right(styles) ?? shown
    }
    return shown(expressions, values, expressions.map { _ in .code })
  }

  /// Of how many values it is tried which of them need care.
  private static let styledCount = 100

  private func shown(
    _ expressions: [ProseExpression], _ values: [String: String], _ styles: [ValueText.Style]
  ) -> ShownProse {
    let bytes = Array(text.utf8)
    var shown = ShownProse("")
    var end = 0
    for (expression, style) in zip(expressions, styles)
    where expression.span.lowerBound >= end {
      shown.append(bytes[end..<expression.span.lowerBound])
      let code = String(decoding: bytes[expression.source], as: UTF8.self)
      let line = bytes[..<expression.span.lowerBound].reversed().prefix { $0 != 0x0A && $0 != 0x0D }
      let isFirst = !line.contains { $0 >= 0x80 || ValueText.isLetter($0) }
      let new =
        values[expression.text].map { ValueText($0, isFirstInLine: isFirst).text(style) }
        ?? ValueText.code(code, fenceLength: expression.fenceLength)
      shown.append(new, insteadOf: bytes[expression.span])
      end = expression.span.upperBound
    }
    shown.append(bytes[end...])
    return shown
  }
}

/// Prose with values in the place of its expressions.
package struct ShownProse {
  /// Lines that are others than in the notebook; a line there may be several here, or several one.
  package struct Change: Equatable {
    /// The number of the first of the lines here, from 1.
    package let line: Int
    /// The lines here.
    package let shown: String
    /// The lines in the notebook.
    package let source: String
  }

  /// The Markdown.
  package private(set) var text: String
  private var lines: [(shown: String, source: String)] = [("", "")]

  fileprivate init(_ text: String) {
    self.text = text
    if !text.isEmpty { lines = [(text, text)] }
  }

  /// The lines that are others than in the notebook, in order.
  package var changes: [Change] {
    var number = 1
    return lines.compactMap { line in
      defer { number += line.shown.utf8.count { $0 == 0x0A } + 1 }
      return line.shown == line.source
        ? nil : Change(line: number, shown: line.shown, source: line.source)
    }
  }

  /// Adds what is as it was.
  fileprivate mutating func append(_ bytes: ArraySlice<UInt8>) {
    text += String(decoding: bytes, as: UTF8.self)
    let pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { lines.append(("", "")) }
      let piece = String(decoding: piece, as: UTF8.self)
      lines[lines.count - 1].shown += piece
      lines[lines.count - 1].source += piece
    }
  }

  /// Adds what was something else.
  fileprivate mutating func append(_ new: String, insteadOf bytes: ArraySlice<UInt8>) {
    text += new
    lines[lines.count - 1].shown += new
    lines[lines.count - 1].source += String(decoding: bytes, as: UTF8.self)
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
