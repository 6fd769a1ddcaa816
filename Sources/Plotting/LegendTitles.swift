/// The entries of a legend, handed out to the series one after the other.
struct LegendTitles {
  private let legend: LegendLayout
  private var count = 0

  /// The entries that a layout has room for.
  init(_ legend: LegendLayout) {
    self.legend = legend
  }

  /// What a plot command says about the entry of the next series.
  mutating func next(for series: Series) -> String {
    guard legend.place != .none, let label = series.label, !label.isEmpty else { return "notitle" }
    count += 1
    guard count <= legend.listedCount else { return "notitle" }
    let text = TextWidth.truncated(label, columns: legend.labelColumns)
    return "title \(GnuplotScript.quotedLine(text))"
  }

  /// The plot elements that draw nothing but what stands for the series that are not listed.
  var remainder: [String] {
    guard let text = legend.remainder else { return [] }
    return ["NaN with dots linecolor rgb '#ffffff' title \(GnuplotScript.quotedLine(text))"]
  }
}
