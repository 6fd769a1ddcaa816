extension Heatmap.Palette {
  /// Colours at equal distances, from the smallest number to the largest.
  var stops: [FigureColor] {
    let codes: [UInt32] =
      switch self {
      case .blues: [0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x084594]
      case .viridis:
        [0x440154, 0x46327E, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39, 0xFDE725]
      case .diverging: [0x0072B2, 0x6DAED5, 0xFFFFFF, 0xE9A06B, 0xD55E00]
      case .greys: [0x000000, 0xFFFFFF]
      }
    return codes.map { FigureColor($0) }
  }

  /// The colour at a fraction from 0 to 1.
  func color(at fraction: Double) -> FigureColor {
    let place = min(1, max(0, fraction)) * Double(stops.count - 1)
    let index = min(stops.count - 2, Int(place))
    return stops[index].blended(with: stops[index + 1], at: place - Double(index))
  }

  /// How gnuplot is told the palette.
  var definition: String {
    let stops = stops.enumerated().map { "\($0) '\($1.code)'" }
    return "set palette defined (\(stops.joined(separator: ", ")))"
  }
}

extension Heatmap {
  /// The numbers of the first and the last colour: as asked, else those of the data.
  var colorLimits: ClosedRange<Double> {
    if let limits { return limits }
    let finite = rows.joined().filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max() else { return 0...1 }
    if palette == .diverging {
      let reach = max(abs(lowest), abs(highest))
      return reach > 0 ? -reach...reach : -1...1
    }
    // Amounts start from nothing, so that the palest cell means none.
    let lower = palette == .blues && lowest > 0 ? 0 : lowest
    if lower < highest { return lower...highest }
    // Room around one number alone, however large it is.
    let room = max(0.5, abs(lower) * 1e-3)
    return max(
      lower - room, -.greatestFiniteMagnitude)...min(
        lower + room, .greatestFiniteMagnitude)
  }

  /// The colour of a number, or none where it has no place.
  func color(of value: Double) -> FigureColor? {
    guard value.isFinite else { return nil }
    return palette.color(at: Axis.Scale.linear.fraction(value, of: colorLimits))
  }

  /// The text of each number, all with the same decimals.
  var numberTexts: [[String]] {
    let finite = rows.joined().filter(\.isFinite)
    let largest = finite.map { abs($0) }.max() ?? 0
    let isWhole = finite.allSatisfy { $0 == $0.rounded() } && largest < 1e6
    let isPlain = largest < 1e5 && (largest >= 0.01 || largest == 0)
    return rows.map { row in
      row.map { value in
        if !value.isFinite { return "" }
        if isWhole { return NumberText.fixed(value, decimals: 0) }
        return isPlain
          ? NumberText.fixed(value, decimals: largest < 10 ? 2 : 1) : NumberText.short(value)
      }
    }
  }

  /// Black or white, whichever reads better on a colour.
  static func ink(on color: FigureColor) -> FigureColor {
    color.brightness > 0.55 ? FigureStyle.ink : .white
  }
}
