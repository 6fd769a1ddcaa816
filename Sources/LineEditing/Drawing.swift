internal import Text

/// Draws single rows of an entry that has been laid out.
struct Drawing {
  private let scene: Scene
  private let layout: EntryLayout
  private let palette: Palette
  /// The style of every byte of the entry: of the spans that cover it, the last.
  private let styles: [Style?]

  init(scene: Scene, layout: EntryLayout, palette: Palette) {
    self.scene = scene
    self.layout = layout
    self.palette = palette
    var styles = [Style?](repeating: nil, count: scene.entry.bytes.count)
    for span in scene.styles {
      for offset in span.range.clamped(to: 0..<styles.count) { styles[offset] = span.style }
    }
    self.styles = styles
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
    for cell in line.cells where cell.offset < offset ?? .max {
      row.append(cell.text, palette.parameters(for: styles[cell.offset]))
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
}
