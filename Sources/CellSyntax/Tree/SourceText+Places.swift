extension SourceText {
  /// Where a range is, with the text of its first line.
  package func place(of range: SourceRange) -> SourcePlace {
    let start = position(at: Int(range.start))
    let end = position(at: Int(max(range.start, range.end)))
    return SourcePlace(
      source: name, line: start.line + lineOffset, column: start.column,
      endLine: end.line + lineOffset, endColumn: end.column, text: start.text)
  }

  /// Whether a place begins within a range.
  package func contains(_ place: SourcePlace, in range: SourceRange) -> Bool {
    let whole = self.place(of: range)
    let start = (place.line, place.column)
    return place.source == name && start >= (whole.line, whole.column)
      && start < (whole.endLine, whole.endColumn)
  }
}
