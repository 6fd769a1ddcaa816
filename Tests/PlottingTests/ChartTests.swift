import Glibc
import Images
import Plotting
import Testing

struct ChartTests {
  private let gnuplot = GnuplotProcess()

  /// The number pairs of the script's first block of two columns.
  private func pairs(_ figure: Figure) throws -> [(x: Double, y: Double)] {
    let script = try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400)))
      .script(for: figure)
    guard case .doubles(let numbers) = script.blocks.first else { return [] }
    return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  @Test(arguments: [
    plot([Double]()), plot([1.0]), plot([Double.nan]), plot([Double.infinity, -.infinity]),
    plot([0.0, 0, 0]), plot([1e308, -1e308]), plot([1e-300, 1e-307]), plot([1.0, .nan, 2]),
    plot([1e15, 1e15 + 1]), plot([1, 1 + 1e-15]), plot([-1.0, 0], yScale: .logarithmic),
    plot([1e-300, 1e300], yScale: .logarithmic), plot([5.0], yScale: .logarithmic),
    plot([2.0, 3], yScale: .logarithmic), scatter([Double](), [Double]()), histogram([Double]()),
    histogram([Double.nan, 1]), histogram([3.0, 3, 3]), bar([], [Double]()),
    bar(["a"], [Double.nan]),
    heatmap([[Double.nan]]), heatmap([[1.0]]), heatmap([[1.0, 2, 3]]), heatmap([[1.0], [2.0]]),
    plot([Series]()), plot([1.0], label: ""), plot([1.0, 2], band: [0.1, .nan]),
    plot([1.0, 2], errors: [.infinity, 0.1], palette: []),
  ])
  func `odd numbers make a picture`(figure: Figure) throws {
    #expect(PNGPicture(try gnuplot.png(figure)) != nil)
    for drawing in [TerminalGraphics.Drawing.blocks, .dumb] {
      let text = try gnuplot.terminalText(figure, for: TerminalGraphics(drawing: drawing))
      #expect(!text.isEmpty)
    }
  }

  @Test func `numbers that do not fit together are named`() {
    #expect(throws: FigureError.unequalLengths(label: "a", x: 1, y: 2)) {
      try plot([1.0], [1.0, 2], label: "a").validate()
    }
    #expect(throws: FigureError.unequalSpread(label: nil, spread: 3, y: 2)) {
      try plot([1.0, 2], errors: [1, 2, 3]).validate()
    }
    #expect(throws: FigureError.unequalNames(names: 1, expected: 2)) {
      try bar(["a"], [1.0, 2]).validate()
    }
    #expect(throws: FigureError.unequalRows(row: 1, expected: 2, count: 1)) {
      try heatmap([[1.0, 2], [3.0]]).validate()
    }
    #expect(throws: FigureError.empty(kind: "a heatmap")) { try heatmap([[Double]]()).validate() }
    #expect(throws: FigureError.empty(kind: "a grid of images")) {
      try show([Image]()).validate()
    }
    #expect(throws: FigureError.empty(kind: "a grid")) { try grid([]).validate() }
    #expect(throws: FigureError.limits(axis: "y", lower: 0, upper: 1, isLogarithmic: true)) {
      try plot([1.0], yLimits: 0...1, yScale: .logarithmic).validate()
    }
    #expect(throws: FigureError.limits(axis: "x", lower: 2, upper: 2, isLogarithmic: false)) {
      try plot([1.0], xLimits: 2...2).validate()
    }
    #expect(throws: FigureError.size(width: 100_000, height: 10)) {
      try plot([1.0], size: FigureSize(width: 100_000, height: 10)).validate()
    }
  }

  @Test func `errors read as sentences`() {
    #expect(
      FigureError.unequalLengths(label: "loss", x: 3, y: 4).description
        == "cannot draw 'loss': 3 x values for 4 y values")
    #expect(
      FigureError.unknownFormat(path: "a.gif").description
        == "cannot tell the format of 'a.gif': its name must end in .png, .svg or .pdf")
  }

  // MARK: - Many points

  @Test func `a million points on a line keep what can be seen`() throws {
    let y = (0..<1_000_000).map { Double(($0 &* 7_919) % 1_000) / 1_000 }
    let figure = plot(y)

    let kept = try pairs(figure)

    #expect(kept.count < 640 * 5)
    #expect(kept.map(\.y).min() == 0)
    #expect(kept.map(\.y).max() == 0.999)
    #expect(kept.first?.x == 0)
    #expect(kept.last?.x == 999_999)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test func `points left out do not change the picture`() throws {
    // Values on the grid of pixels, once each and a hundred times each.
    let few = (0..<400).map { Double($0 * 37 % 100) }
    let once = try gnuplot.png(scatter((0..<400).map { $0 }, few))
    let often = try gnuplot.png(
      scatter((0..<40_000).map { $0 % 400 }, (0..<40_000).map { few[$0 % 400] }))
    let (first, second) = (try #require(PNGPicture(once)), try #require(PNGPicture(often)))

    // Only the size of the marks follows the number of points.
    #expect((first.width, first.height) == (second.width, second.height))
    let kept = try pairs(
      scatter((0..<40_000).map { $0 % 400 }, (0..<40_000).map { few[$0 % 400] }))
    #expect(kept.count == 400)
  }

  @Test func `a gap among a million points stays a gap`() throws {
    var y = (0..<100_000).map { Double($0 % 10) }
    for index in 40_000..<60_000 { y[index] = .nan }

    let kept = try pairs(plot(y))

    #expect(kept.contains { $0.y.isNaN })
    #expect(!kept.contains { (40_000..<60_000).contains(Int($0.x)) && $0.y.isFinite })
  }

  /// Numbers from 0 to 999 in no order that an eye would see.
  private static func shuffled(_ count: Int, _ factor: Int = 7_919) -> [Double] {
    (0..<count).map { Double(($0 &* factor) % 1_000_003 % 1_000) }
  }

  /// A figure with a million points of every kind.
  private static func millions() -> [String: Figure] {
    let (first, second) = (shuffled(1_000_000), shuffled(1_000_000, 104_729))
    return [
      "line": plot(first), "unordered line": plot(first, second), "cloud": scatter(first, second),
      "markers": plot(first, marker: .circle), "whiskers": plot(first, errors: second),
      "band": plot(first, band: second),
      "cloud with whiskers": scatter(first, second, errors: first),
      "bars": plot([.bars(first)]), "histogram": histogram(first),
    ]
  }

  @Test func `a million points of any kind are a picture`() throws {
    for (kind, figure) in Self.millions() {
      #expect(PNGPicture(try gnuplot.png(figure)) != nil, "\(kind)")
    }
  }

  @Test func `of many bars the highest and the lowest of each pixel stay`() throws {
    var heights = Self.shuffled(100_000)
    (heights[777], heights[50_001]) = (5_000, -3_000)
    let script = try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400)))
      .script(for: plot([.bars(heights)]))

    guard case .doubles(let numbers) = script.blocks.first else { return }
    let kept = stride(from: 1, to: numbers.count, by: 3).map { numbers[$0] }
    #expect(kept.count < 640 * 5)
    #expect(kept.max() == 5_000)
    #expect(kept.min() == -3_000)
    // As wide as a pixel, so that there is no gap where bars were left out.
    #expect(numbers[2] > 156)
  }

  @Test func `a whisker of many points is the widest of its pixel`() throws {
    var errors = Array(repeating: 1.0, count: 100_000)
    errors[50_001] = 400
    let script = try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400)))
      .script(for: plot(Array(repeating: 0.0, count: 100_000), errors: errors))

    let lengths = script.blocks.compactMap { block -> Double? in
      guard case .doubles(let numbers) = block, numbers.count % 3 == 0 else { return nil }
      return stride(from: 2, to: numbers.count, by: 3).map { numbers[$0] }.max()
    }
    #expect(lengths.contains(800))
  }

  @Test func `a line that goes the same way again is drawn once`() throws {
    let angles = (0..<10_000).map { Double($0) / 10_000 * 2 * Double.pi }
    let once = plot(angles.map { cos($0) }, angles.map { sin($0) })
    let again = plot(
      (0..<20).flatMap { _ in angles.map { cos($0) } },
      (0..<20).flatMap { _ in angles.map { sin($0) } })

    #expect(try pairs(again).count < pairs(once).count + 10)
    // The turn of 20 is closed, the one alone is not.
    #expect(try pairs(once).count > 1_000)
  }

  @Test func `a point apart from a million others is kept`() throws {
    var (x, y) = (Self.shuffled(1_000_000), Self.shuffled(1_000_000, 104_729))
    (x[500_000], y[500_000]) = (5_000, 7_000)

    let cloud = try pairs(scatter(x, y))

    #expect(cloud.contains { $0.x == 5_000 && $0.y == 7_000 })
    #expect(cloud.count <= 100_000)
  }

  @Test func `short series are sent as they are`() throws {
    let kept = try pairs(plot([3.0, 1, 2]))

    #expect(kept.map(\.x) == [0, 1, 2])
    #expect(kept.map(\.y) == [3, 1, 2])
  }

  // MARK: - Colours

  @Test func `a series with a colour of its own takes none from the palette`() throws {
    let script = try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400)))
      .script(
        for: plot(
          .line([1.0, 2], color: .black), .line([2.0, 3]), palette: [.purple, .orange]))

    #expect(script.text.contains(FigureColor.purple.code))
    #expect(!script.text.contains(FigureColor.orange.code))
  }

  @Test func `where the palette begins again lines are dashed`() throws {
    let script = try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400)))
      .script(for: plot([.line([1.0, 2]), .line([2.0, 3])], palette: [.purple]))

    #expect(script.text.split(separator: "dashtype").count == 2)
  }

  // MARK: - Axes

  @Test func `ticks are round numbers with the same decimals`() {
    #expect(
      Ticks(linear: 0...1, count: 6).ticks.map(\.label) == [
        "0.0", "0.2", "0.4", "0.6", "0.8", "1.0",
      ])
    #expect(Ticks(linear: -3...3, count: 4).ticks.map(\.label) == ["−2", "0", "2"])
    #expect(
      Ticks(linear: 0...1e6, count: 5).ticks.map(\.label) == [
        "0", "0.2M", "0.4M", "0.6M", "0.8M", "1.0M",
      ])
    #expect(
      Ticks(linear: 0...200_000, count: 4).ticks.map(\.label) == [
        "0", "50k", "100k", "150k", "200k",
      ])
    #expect(
      Ticks(linear: 0...3, count: 20, whole: true).ticks.map(\.label) == ["0", "1", "2", "3"])
    #expect(
      Ticks(logarithmic: 1e-3...1e3, count: 10).ticks.map(\.label) == [
        "10⁻³", "10⁻²", "10⁻¹", "1", "10", "10²", "10³",
      ])
  }

  @Test func `ticks that differ in their last digits show them`() {
    #expect(
      Ticks(linear: 1_000_000...1_000_000.004, count: 5).ticks.map(\.label).prefix(2) == [
        "1000000.000", "1000000.001",
      ])
    #expect(Ticks(linear: 123_456...123_460, count: 5).ticks.first?.label == "123456")
  }

  @Test func `numbers are written as short as they go`() {
    #expect(NumberText.short(0.5) == "0.5")
    #expect(NumberText.short(-42) == "−42")
    #expect(NumberText.short(0.987_654) == "0.988")
    #expect(NumberText.short(1.5e-7) == "1.5e−7")
    #expect(NumberText.short(123_456_789) == "1.23e8")
    #expect(NumberText.short(.nan) == "–")
    #expect(NumberText.short(.leastNonzeroMagnitude).hasSuffix("e−324"))
    #expect(NumberText.short(1.797e308) == "1.8e308")
  }
}
