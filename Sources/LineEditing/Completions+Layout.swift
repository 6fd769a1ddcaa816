extension Completions {
  /// What every candidate begins with.
  var sharedPrefix: String {
    guard var shared = candidates.first else { return "" }
    for candidate in candidates.dropFirst() {
      let length = zip(shared, candidate).prefix { $0 == $1 }.count
      shared = String(shared.prefix(length))
    }
    return shared
  }

  /// The candidates in columns, read downwards, ending in a newline; at most 20 rows of them.
  func columns(width: Int) -> String {
    let widest = candidates.map(\.count).max() ?? 0
    let columnCount = max(1, width / (widest + 2))
    let shown = candidates.prefix(columnCount * 20)
    let rowCount = (shown.count + columnCount - 1) / columnCount
    var text = ""
    for row in 0..<rowCount {
      let cells = stride(from: row, to: shown.count, by: rowCount).map { shown[$0] }
      for cell in cells.dropLast() {
        text += cell + String(repeating: " ", count: widest + 2 - cell.count)
      }
      text += (cells.last ?? "") + "\n"
    }
    let left = candidates.count - shown.count
    return left > 0 ? text + "… and \(left) more\n" : text
  }
}
