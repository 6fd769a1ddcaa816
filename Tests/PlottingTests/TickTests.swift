import Plotting
import Testing

/// Whatever the range of an axis, its ticks can be told apart.
struct TickTests {
  private let gnuplot = GnuplotProcess()

  /// The smallest number that is more than nothing.
  static let least = Double.leastNonzeroMagnitude

  static let ranges: [ClosedRange<Double>] = [
    0...1, 2.302585...2.302587, 1e15...1e15 + 2, -1e15 - 3 ... -1e15, 1e300...1e300 + 1e285,
    -1e308...1e308, -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
    0...Double.greatestFiniteMagnitude, 1.7e308...1.75e308, least...20 * least, 0...least,
    -2_000 * least...2_000 * least, 1e-300 / 1e10...1.0001e-300 / 1e10, 1...1 + 4 * Double.ulpOfOne,
    1...1.0.nextUp,
    0.1...0.1000000001, 1e-7...3e-7, 123_456_789...123_456_790, -5e-9...5e-9, 99_999...100_001,
    0.99...1.01, -1...1e12, 1e14...1e16, 4.9...5.1, 3.3...3.7, 1e21...1.000001e21,
  ]

  @Test(arguments: ranges)
  func `no two ticks of a linear axis are written alike`(limits: ClosedRange<Double>) {
    for count in [1, 2, 3, 5, 8, 20] {
      let ticks = Ticks(linear: limits, count: count).ticks

      #expect(ticks.count >= 2, "\(count)")
      #expect(ticks.count <= 101)
      #expect(Set(ticks.map(\.label)).count == ticks.count, "\(ticks.map(\.label))")
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
      #expect(ticks.allSatisfy { limits.contains($0.value) })
    }
  }

  @Test(
    arguments: [
      1e-300...1e300, least...1e308, 0.9...1.1, 2...3, 1...1.0000001, 2_000 * least...5_000 * least,
      1...1000,
      9.5...150,
    ] as [ClosedRange<Double>])
  func `no two ticks of a logarithmic axis are written alike`(limits: ClosedRange<Double>) {
    for count in [2, 5, 9] {
      let ticks = Ticks(logarithmic: limits, count: count).ticks

      #expect(ticks.count >= 2)
      #expect(Set(ticks.map(\.label)).count == ticks.count)
      #expect(ticks.allSatisfy { $0.value > 0 })
    }
  }

  @Test func `a label is the number that it stands at`() {
    #expect(
      Ticks(linear: 2.302585...2.302587, count: 4).ticks.map(\.label) == [
        "2.3025850", "2.3025855", "2.3025860", "2.3025865", "2.3025870",
      ])
    #expect(
      Ticks(linear: 1e15...1e15 + 2, count: 3).ticks.map(\.label) == [
        "1000000000000000", "1000000000000001", "1000000000000002",
      ])
    #expect(Ticks(linear: -1e308...1e308, count: 2).ticks.map(\.label) == ["−1e308", "0", "1e308"])
    #expect(
      Ticks(linear: 0...2e-7, count: 4).ticks.map(\.label) == [
        "0", "5e−8", "1e−7", "1.5e−7", "2e−7",
      ])
  }

  // MARK: - Pictures

  /// The texts of an SVG drawing.
  private func texts(_ figure: Figure) throws -> [String] {
    let bytes = try gnuplot.draw(figure, on: .svg(FigureSize(width: 640, height: 400)))
    return String(decoding: bytes, as: UTF8.self).split(separator: "<text>").dropFirst()
      .compactMap { $0.split(separator: "<").first.map(String.init) }
  }

  @Test(arguments: ranges)
  func `an axis of any range is drawn with its ticks`(limits: ClosedRange<Double>) throws {
    let values = [limits.lowerBound, limits.upperBound]

    let up = try texts(plot(values, yLimits: limits))
    let across = try texts(plot(values, [1.0, 2], xLimits: limits))

    let upright = Ticks(linear: limits, count: 7).ticks.map(\.label)
    #expect(upright.count { up.contains($0) } >= 2 || up.count >= 4, "\(up)")
    #expect(across.count >= 3, "\(across)")
  }

  @Test func `numbers that differ in their last digits are drawn apart`() throws {
    let figure = plot(
      [1e15, 1e15 + 1, 1e15 + 2], [2.302585, 2.302586, 2.302587],
      xLimits: 1e15...1e15 + 2, yLimits: 2.302585...2.302587)

    let script = try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400)))
      .script(for: figure)

    guard case .doubles(let numbers) = script.blocks.first else {
      Issue.record("expected numbers")
      return
    }
    // Gnuplot computes with differences, so it is told others in the same places.
    #expect(numbers.count == 6)
    #expect(abs(numbers[2] - numbers[0] - 0.5) < 1e-6)
    #expect(abs(numbers[4] - numbers[0] - 1) < 1e-6)
  }

  @Test func `long labels below an axis leave each other room`() throws {
    for width in [160.0, 320, 640, 1_200] {
      let size = FigureSize(width: Int(width), height: 300)
      let script = try FigureRenderer(canvas: .png(size)).script(
        for: plot([1e15, 1e15 + 3], [1.0, 2], xLimits: 1e15...1e15 + 3))

      let line = try #require(
        script.text.split(separator: "\n").first { $0.hasPrefix("set xtics") })
      let count = line.split(separator: ",").count
      // Sixteen digits of eight pixels and a half.
      #expect(Double(count) * 130 <= max(width, 130))
    }
  }
}
