internal import Text

/// The candidates for a word, of which one may be chosen.
package struct Menu: Equatable {
  /// The candidates, at least one.
  package let candidates: [Completions.Candidate]
  /// The one that stands in the entry; nil while none does.
  package var chosen: Int?

  /// Candidates, of which none has been chosen yet, or one.
  package init(candidates: [Completions.Candidate], chosen: Int? = nil) {
    self.candidates = candidates
    self.chosen = chosen
  }

  /// Up to so many candidates are listed one a row, with what they are.
  private static let fewCount = 8
  /// The rows that a menu takes at most.
  private static let rowLimit = 10

  /// Chooses another: `steps` further, around the ends.
  package mutating func move(by steps: Int) {
    let count = candidates.count
    guard let chosen else {
      self.chosen = steps > 0 ? 0 : count - 1
      return
    }
    self.chosen = ((chosen + steps) % count + count) % count
  }

  /// Chooses the one in the next column to the right or left, if there is one.
  package mutating func moveSideways(by columns: Int, width: Int) {
    let rowCount = isDetailed ? candidates.count : grid(width: width).rows
    let target = (chosen ?? 0) + columns * rowCount
    if chosen == nil { chosen = 0 } else if candidates.indices.contains(target) { chosen = target }
  }

  private var isDetailed: Bool {
    candidates.count <= Self.fewCount && candidates.contains { !$0.detail.isEmpty }
  }

  private func grid(width: Int) -> (columns: Int, rows: Int, cell: Int) {
    let widest = candidates.map { terminalWidth(of: $0.text) }.max() ?? 0
    let cell = min(widest, width) + 2
    let columns = max(1, (width + 2) / cell)
    return (columns, (candidates.count + columns - 1) / columns, cell)
  }

  /// The menu in rows, at most `limit` of them.
  package func rows(width: Int, limit: Int, palette: Palette) -> [Row] {
    let limit = min(limit, Self.rowLimit)
    guard limit > 0 else { return [] }
    let isDetailed = isDetailed
    let grid = isDetailed ? (columns: 1, rows: candidates.count, cell: width) : grid(width: width)
    // The last row says what is left out, where there is room for one.
    let isWhole = grid.rows <= limit
    let shown = isWhole ? grid.rows : max(1, limit - 1)
    let current = (chosen ?? 0) % grid.rows
    let first = min(max(0, current - shown / 2), grid.rows - shown)
    let widest = candidates.map { terminalWidth(of: $0.text) }.max() ?? 0
    var rows = (first..<first + shown).map { row in
      isDetailed
        ? detailedRow(row, nameWidth: widest, width: width, palette)
        : namesRow(row, grid.columns, grid.rows, cell: grid.cell, width: width, palette)
    }
    let hidden = candidates.indices.count { !(first..<first + shown).contains($0 % grid.rows) }
    if hidden > 0, limit > shown {
      var row = Row()
      row.append(clipped("… and \(hidden) more", to: width), palette.parameters(for: .hint))
      rows.append(row)
    }
    if isWhole, !isDetailed, rows.count < limit, let chosen, !candidates[chosen].detail.isEmpty {
      var row = Row()
      row.append(clipped(candidates[chosen].detail, to: width), palette.parameters(for: .hint))
      rows.append(row)
    }
    return rows
  }

  private func detailedRow(_ index: Int, nameWidth: Int, width: Int, _ palette: Palette) -> Row {
    let candidate = candidates[index]
    var row = Row()
    let name = clipped(candidate.text, to: width)
    row.append(name, palette.parameters(for: chosen == index ? .chosen : candidate.kind))
    let gap = nameWidth + 2 - terminalWidth(of: name)
    let left = width - nameWidth - 2
    guard !candidate.detail.isEmpty, left > 3 else { return row }
    row.append(String(repeating: " ", count: max(0, gap)))
    row.append(clipped(candidate.detail, to: left), palette.parameters(for: .hint))
    return row
  }

  private func namesRow(
    _ row: Int, _ columns: Int, _ rowCount: Int, cell: Int, width: Int, _ palette: Palette
  ) -> Row {
    var line = Row()
    var gap = 0
    for column in 0..<columns {
      let index = column * rowCount + row
      guard index < candidates.count else { break }
      let name = clipped(candidates[index].text, to: width)
      line.append(String(repeating: " ", count: gap))
      line.append(name, chosen == index ? palette.parameters(for: .chosen) : "")
      gap = cell - terminalWidth(of: name)
    }
    return line
  }
}

/// A text without line breaks and control characters, cut off with `…` where it is wider than `width`.
package func clipped(_ text: String, to width: Int) -> String {
  var result = ""
  var left = width
  var rest = text[...]
  while let character = rest.popFirst() {
    let (shown, columns) =
      character.isNewline ? (" ", 1) : EntryLayout.shown(character, column: 0)
    if columns > left || (columns == left && !rest.isEmpty) {
      if left > 0 { result += "…" }
      return result
    }
    result += shown
    left -= columns
  }
  return result
}
