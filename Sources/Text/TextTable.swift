/// Rows of cells in aligned columns, for a terminal.
///
///     TextTable(header: ["name", "type"], [["a", "Int"]]).lines(width: 80)
///     // name  type
///     // ────  ────
///     // a     Int
package struct TextTable: Sendable {
  /// Where a column's cells stand in it.
  package enum Alignment: Sendable, Hashable { case leading, center, trailing }

  /// What stands above a rule; nil where there is neither.
  package var header: [StyledText]?
  /// The cells of each row; a row may have fewer than others.
  package var rows: [[StyledText]]
  /// Each column's alignment; columns beyond these are aligned at their beginning.
  package var alignments: [Alignment]
  /// The blanks between two columns.
  package var gap: Int

  /// A table.
  package init(
    header: [StyledText]? = nil, rows: [[StyledText]], alignments: [Alignment] = [], gap: Int = 2
  ) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
    self.gap = gap
  }

  /// A table of texts as they are.
  package init(
    header: [String]? = nil, _ rows: [[String]], alignments: [Alignment] = [], gap: Int = 2
  ) {
    self.init(
      header: header.map { $0.map { StyledText($0, .bold) } },
      rows: rows.map { $0.map { StyledText($0) } }, alignments: alignments, gap: gap)
  }

  /// The table in lines of at most `width` columns.
  ///
  /// Where it would be wider, cells have several lines: the widest columns give first, and words are
  /// broken last. A table of more columns than could be read that way has its cells one below the other.
  package func lines(width: Int) -> [StyledText] {
    let count = ((header.map { [$0] } ?? []) + rows).map(\.count).max() ?? 0
    let available = width - gap * (count - 1)
    guard count > 0 else { return [] }
    guard available >= count * 2 else { return stacked(width: width) }
    let all = (header.map { [$0] } ?? []) + rows
    let columns = (0..<count).map { column in
      all.compactMap { $0.indices.contains(column) ? $0[column] : nil }
    }
    let widths = Self.widths(
      natural: columns.map { $0.flatMap(\.lines).map(\.width).max() ?? 0 },
      least: columns.map { $0.map(\.widestWord).max() ?? 0 }, available: available)
    return lines(widths: widths)
  }

  private func lines(widths: [Int]) -> [StyledText] {
    var lines: [StyledText] = []
    if let header {
      lines += row(header, widths)
      lines.append(StyledText(rule(widths), .faint))
    }
    let rows = rows.map { row($0, widths) }
    // Where a row takes several lines, blank ones show where it ends.
    let isSpaced = rows.contains { $0.count > 1 }
    for (index, row) in rows.enumerated() {
      if isSpaced, index > 0 { lines.append(StyledText()) }
      lines += row
    }
    return lines
  }

  private func rule(_ widths: [Int]) -> String {
    widths.map { String(repeating: "─", count: $0) }
      .joined(separator: String(repeating: " ", count: gap))
  }

  /// A row's lines.
  private func row(_ cells: [StyledText], _ widths: [Int]) -> [StyledText] {
    let cells = cells.enumerated().map { $1.wrapped(width: widths[$0]) }
    return (0..<max(1, cells.map(\.count).max() ?? 1)).map { index in
      var line = StyledText()
      var position = 0
      var blanks = 0
      for (column, cell) in cells.enumerated() {
        blanks = position - line.width
        position += widths[column] + gap
        guard index < cell.count, !cell[index].isEmpty else { continue }
        let free = max(0, widths[column] - cell[index].width)
        switch alignments.indices.contains(column) ? alignments[column] : .leading {
        case .leading: break
        case .center: blanks += free / 2
        case .trailing: blanks += free
        }
        line.append(String(repeating: " ", count: max(0, blanks)))
        line.append(cell[index])
      }
      return line
    }
  }

  /// The cells one below the other, each after its column's name.
  private func stacked(width: Int) -> [StyledText] {
    let header = header ?? []
    return rows.enumerated().flatMap { index, row in
      (index > 0 ? [StyledText()] : [])
        + row.enumerated().flatMap { column, cell in
          let name =
            header.indices.contains(column) && !header[column].isEmpty
            ? header[column] + StyledText(": ") : StyledText()
          return (name + cell).wrapped(width: width)
        }
    }
  }
}

// MARK: - Widths

extension TextTable {
  /// The columns' widths: as they would like to be where that fits, else the room beyond their widest
  /// words is shared out, and where even those do not fit, the room for words.
  static func widths(natural: [Int], least: [Int], available: Int) -> [Int] {
    if natural.reduce(0, +) <= available { return natural }
    if least.reduce(0, +) <= available {
      let extra = shared(
        zip(natural, least).map { $0 - $1 }, available: available - least.reduce(0, +))
      return zip(least, extra).map { $0 + $1 }
    }
    return shared(least.map { max(1, $0) }, available: available).map { max(1, $0) }
  }

  /// What each gets who wants so much, when nobody gets more than another who still wants.
  private static func shared(_ wanted: [Int], available: Int) -> [Int] {
    var left = available
    var given = wanted.map { _ in 0 }
    let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    for (place, index) in order.enumerated() {
      given[index] = min(wanted[index], left / (order.count - place))
      left -= given[index]
    }
    return given
  }
}
