extension TextChart {
  /// The character for two by four dots of the curves and its colour, or `nil` where there are none.
  ///
  /// Of what meets in a character, marks win over lines, lines over bars and bars over bands, and of
  /// lines the one that is drawn last.
  func curve(
    _ curves: DumbScreen, row: Int, column: Int
  ) -> (character: Character, color: FigureColor?)? {
    let codes = (0..<8).map { curves.code(4 * row + $0 / 2, 2 * column + $0 % 2) }
    func dots(_ part: Part) -> [Int] {
      codes.indices.filter { Part(rawValue: codes[$0] & 0xFF) == part }
    }

    if let dot = dots(.point).last, let item = item(codes[dot]) {
      return (TextLegend.mark(of: item.series), item.color)
    }
    let lines = dots(.line) + dots(.whisker)
    if let front = lines.map({ codes[$0] >> 8 }).max() {
      let visible = lines.filter { codes[$0] >> 8 == front }
      return (TextChart.braille(visible), item(front << 8)?.color)
    }
    let bars = dots(.bar)
    if let bar = bars.first {
      return (TextChart.block(bars), item(codes[bar])?.color)
    }
    let band = dots(.band)
    if band.count >= 2 { return ("░", item(codes[band[0]])?.color) }
    return nil
  }

  private func item(_ code: UInt32) -> ChartLayout.Drawn? {
    let index = Int(code >> 8)
    return layout.drawn.indices.contains(index) ? layout.drawn[index] : nil
  }

  /// The braille pattern of some of eight dots, which are counted line by line.
  private static func braille(_ dots: [Int]) -> Character {
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let pattern = dots.reduce(0x2800) { $0 | bits[$1] }
    return Unicode.Scalar(pattern).map { Character($0) } ?? "?"
  }

  /// The block that comes nearest to some of eight dots of a bar.
  private static func block(_ dots: [Int]) -> Character {
    let lines = Set(dots.map { $0 / 2 })
    switch lines.count {
    case 4: return "█"
    // A bar that hangs from above has no finer blocks than the half.
    case 3: return lines.contains(3) ? "▆" : "█"
    case 2: return lines.contains(3) ? "▄" : "▀"
    default: return lines.contains(3) ? "▂" : "▔"
    }
  }
}

extension FigureColor {
  /// The colour as it can be read on a dark and on a light screen: not too dark, the screen's own for
  /// black and white, and a middle grey for what stands in the background.
  var onTerminal: FigureColor? {
    let channels = [red, green, blue]
    guard let low = channels.min(), let high = channels.max(), high - low > 40 else {
      return (0.4...0.95).contains(brightness) ? FigureColor(grey: 0x80) : nil
    }
    return brightness < 0.45 ? blended(with: .white, at: 0.25) : self
  }
}
