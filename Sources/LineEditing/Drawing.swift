internal import Text

/// Draws single rows of an entry that has been laid out.
struct Drawing {
  private let scene: Scene
  private let layout: EntryLayout
  private let palette: Palette
  /// The styles that are shown, where they begin: a later one wins over an earlier.
  private let spans: [Span]

  init(scene: Scene, layout: EntryLayout, palette: Palette) {
    self.scene = scene
    self.layout = layout
    self.palette = palette
    spans = scene.styles
  }

  /// A row, counted from the first of the prompt.
  ///
  /// - Parameters:
  ///   - lineMark: what stands before lines of the entry but the first.
  ///   - mark: what stands there instead, to say that there is more.
  ///   - offset: where in the entry to stop; nil for the whole row.
  ///   - columns: how wide the row is then, at most.
  func row(
    _ index: Int, lineMark: String, mark: String?, upTo offset: Int? = nil, columns: Int = .max
  ) -> Row {
    var row = Row()
    guard index >= layout.promptRows.count else {
      row.append(layout.promptRows[index], scene.prompt.color ?? "")
      return row
    }
    let line = layout.lines[index - layout.promptRows.count]
    appendHead(of: line, lineMark: lineMark, mark: mark, to: &row)
    let shown = line.cells.prefix { $0.offset < offset ?? .max }
    let styles = styles(of: shown, in: line.range)
    for (cell, style) in zip(shown, styles) {
      row.append(cell.text, palette.parameters(for: style))
    }
    let isLast = index == layout.promptRows.count + layout.lines.count - 1
    if isLast, offset == nil { row.append(scene.suffix, palette.parameters(for: .hint)) }
    return row.width <= columns ? row : Row()
  }

  private func appendHead(
    of line: EntryLayout.Line, lineMark: String, mark: String?, to row: inout Row
  ) {
    let faint = palette.parameters(for: .hint)
    if line.head == .prompt {
      row.append(layout.promptEnd, scene.prompt.color ?? "")
      return
    }
    guard line.indentation > 0 else { return }
    let sign = mark ?? (line.head == .line ? lineMark : " ")
    let left = max(0, line.indentation - 2)
    row.append(String(repeating: " ", count: left))
    row.append(sign, sign == " " ? "" : faint)
    row.append(String(repeating: " ", count: line.indentation - left - 1))
  }

  private func styles(
    of cells: ArraySlice<EntryLayout.Cell>, in range: Range<Int>
  ) -> [Style?] {
    var styles = [Style?](repeating: nil, count: cells.count)
    guard let first = cells.first, let last = cells.last else { return styles }
    for span in spans where span.range.overlaps(first.offset..<last.offset + 1) {
      for (index, cell) in cells.enumerated() where span.range.contains(cell.offset) {
        styles[index] = span.style
      }
    }
    return styles
  }
}
