extension Figure {
  /// Throws what makes the figure impossible to draw.
  ///
  /// A host of cells calls it where the figure is made, so that the error points there.
  public func validate() throws(FigureError) {
    if let size, !size.isDrawable { throw .size(width: size.width, height: size.height) }
    switch content {
    case .chart(let chart): try chart.validate()
    case .heatmap(let heatmap): try heatmap.validate()
    case .images(let images): try images.validate()
    case .grid(let figures, _):
      if figures.isEmpty { throw .empty(kind: "a grid") }
      var room = Self.mostPanels
      guard fits(&room, depth: 50) else { throw .panels(most: Self.mostPanels) }
      for figure in figures { try figure.validate() }
    }
  }
}

extension Figure {
  /// More panels cannot be told apart, nor drawn in a time that anybody waits.
  private static let mostPanels = 4_096

  /// Whether grids have so few panels, and are in one another so few times; looks at no more of them.
  private func fits(_ room: inout Int, depth: Int) -> Bool {
    guard case .grid(let figures, _) = content else {
      room -= 1
      return room >= 0
    }
    return depth > 0 && figures.allSatisfy { $0.fits(&room, depth: depth - 1) }
  }

  /// Throws unless a histogram can have so many bins; without a number it chooses one that can be.
  public static func validate(bins: Int?) throws(FigureError) {
    let most = 100_000
    guard let bins, !(1...most).contains(bins) else { return }
    throw .bins(count: bins, most: most)
  }
}

extension FigureSize {
  /// Whether gnuplot can draw so many pixels: four bytes each have to fit in its memory.
  var isDrawable: Bool {
    let sides = 16...16_384
    return sides.contains(width) && sides.contains(height) && width * height <= 64_000_000
  }
}

extension Chart {
  func validate() throws(FigureError) {
    try x.validate(named: "x")
    try y.validate(named: "y")
    for series in series {
      try series.validate()
      if let names = x.names, series.shape == .bars, names.count != series.y.count {
        throw .unequalNames(names: names.count, expected: series.y.count)
      }
    }
  }
}

extension Series {
  func validate() throws(FigureError) {
    if x.count != y.count { throw .unequalLengths(label: label, x: x.count, y: y.count) }
    guard let (lower, upper) = spread?.bounds else { return }
    for count in [lower.count, upper.count] where count != y.count {
      throw .unequalSpread(label: label, spread: count, y: y.count)
    }
  }
}

extension Axis {
  func validate(named name: String) throws(FigureError) {
    guard let limits else { return }
    let (lower, upper) = (limits.lowerBound, limits.upperBound)
    let isLogarithmic = scale == .logarithmic
    guard lower.isFinite, upper.isFinite, lower < upper, !isLogarithmic || lower > 0 else {
      throw .limits(axis: name, lower: lower, upper: upper, isLogarithmic: isLogarithmic)
    }
  }
}

extension Heatmap {
  func validate() throws(FigureError) {
    guard let width = rows.first?.count, width > 0 else { throw .empty(kind: "a heatmap") }
    for (index, row) in rows.enumerated() where row.count != width {
      throw .unequalRows(row: index, expected: width, count: row.count)
    }
    for (names, count) in [(rowNames, rows.count), (columnNames, width)] {
      if let names, names.count != count {
        throw .unequalNames(names: names.count, expected: count)
      }
    }
    if let limits { try Axis(limits: limits).validate(named: "colour") }
  }
}

extension ImageGrid {
  func validate() throws(FigureError) {
    if images.isEmpty { throw .empty(kind: "a grid of images") }
    try Axis(limits: Double(range.lowerBound)...Double(range.upperBound)).validate(named: "grey")
  }
}
