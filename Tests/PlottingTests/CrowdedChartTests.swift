import Plotting
import Testing

/// Many names and many series leave the plot its room, and each other theirs.
struct CrowdedChartTests {
  private let gnuplot = GnuplotProcess()

  private func names(_ count: Int) -> [String] { (0..<count).map { "sample-number-\($0)" } }

  private func bars(_ count: Int) -> Figure {
    bar(names(count), (0..<count).map { Double($0 % 9) })
  }

  private func script(_ figure: Figure, width: Int = 640) throws -> String {
    try FigureRenderer(canvas: .png(FigureSize(width: width, height: 400)))
      .script(for: figure).text
  }

  /// The places of the names below bars, in pixels.
  private func places(_ figure: Figure, _ count: Int, width: Int) throws -> [Double] {
    let line = try #require(
      try script(figure, width: width).split(separator: "\n").first { $0.hasPrefix("set xtics") })
    let pixelsPerName = Double(width - 80) / Double(count)
    return line.split(separator: ",").compactMap { entry -> Double? in
      guard let number = entry.split(separator: " ").last else { return nil }
      return Double(number.filter { $0.isNumber || $0 == "." }).map { $0 * pixelsPerName }
    }
  }

  @Test(arguments: [20, 60, 600, 5_000], [300, 640, 1_600])
  func `turned names do not touch`(count: Int, width: Int) throws {
    let places = try places(bars(count), count, width: width)

    #expect(places.count >= 4)
    // A line of text that is turned by 35° is 14 pixels high.
    #expect(zip(places, places.dropFirst()).allSatisfy { ($1 - $0) * 0.57 > 13.5 })
  }

  @Test func `few names are all there`() throws {
    let text = try script(bars(12))

    for name in names(12) { #expect(text.contains("'\(name)'")) }
  }

  @Test func `names of columns are left out where they would touch`() throws {
    let rows = (0..<60).map { row in (0..<60).map { Double(row * $0) } }

    let text = try script(heatmap(rows, columnNames: names(60)), width: 600)

    let shown = names(60).count { text.contains("'\($0)'") }
    #expect((5...20).contains(shown))
  }

  // MARK: - Legends

  private func curves(_ count: Int, _ legend: Chart.Legend) -> Figure {
    plot(
      (0..<count).map { .line([Double($0), Double($0 + 1)], label: "series number \($0)") },
      legend: legend)
  }

  @Test(arguments: Chart.Legend.allCases)
  func `the legend of two hundred series leaves the plot its room`(legend: Chart.Legend) throws {
    let text = try script(curves(200, legend))

    func margin(_ name: String) -> Double? {
      text.split(separator: "\n").first { $0.hasPrefix("set \(name)margin at screen ") }
        .flatMap { $0.split(separator: " ").last }.flatMap { Double($0) }
    }
    let (top, bottom) = (margin("t") ?? 1, margin("b") ?? 0.1)
    #expect(top - bottom > 0.45)
    #expect((margin("r") ?? 1) > 0.5)
    let titles = text.split(separator: "title '").count - 1
    #expect(titles < 80)
    let rest = legend == .none ? 0 : 1
    #expect(text.split(separator: "more'").count - 1 == rest)
    if legend != .none { #expect(text.contains("'and \(200 - titles + 1) more'")) }
  }

  @Test func `a legend that fits is whole`() throws {
    let text = try script(curves(12, .automatic))

    #expect(text.split(separator: "title '").count - 1 == 12)
    #expect(!text.contains("more'"))
  }

  @Test func `a title of a thousand words leaves the plot its room`() throws {
    let title = String(repeating: "word ", count: 1_000)

    let lines = try script(plot([1.0, 2], title: title, xLabel: title)).split(separator: "\n")

    #expect(lines.count { $0.hasPrefix("set label") } <= 6)
    #expect(lines.contains { $0.hasPrefix("set xlabel") && $0.utf8.count < 500 })
  }

  // MARK: - Characters

  /// The lines of a figure in plain characters.
  private func lines(_ figure: Figure, columns: Int, rows: Int) throws -> [String] {
    let terminal = TerminalGraphics(drawing: .dumb, colors: .none, columns: columns, rows: rows)
    return try gnuplot.terminalText(figure, for: terminal)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)])
  func `names in characters stand apart`(columns: Int, rows: Int) throws {
    let mixed = bar(
      names(60),
      [.bars((0..<60).map { Double($0 % 9) }), .line((0..<60).map { Double($0 % 7) })])
    for figure in [bars(600), mixed] {
      let lines = try lines(figure, columns: columns, rows: rows)

      #expect(lines.count <= rows)
      let named = try #require(lines.last { $0.contains("sample") })
      let words = named.split(separator: " ").map(String.init)
      #expect(words.count >= (columns > 60 ? 2 : 1))
      #expect(words.allSatisfy { names(600).contains($0) }, "\(words)")
    }
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `two hundred series in characters are on one screen`(columns: Int, rows: Int) throws {
    let lines = try lines(curves(200, .automatic), columns: columns, rows: rows)

    #expect(lines.count <= rows)
    #expect(lines.contains { $0.contains("series number 0") })
    #expect(lines.contains { $0.contains(" more") })
    #expect(lines.allSatisfy { TextWidth.columns($0) < columns })
  }
}
