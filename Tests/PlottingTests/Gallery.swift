import Glibc
import Images
import Plotting

/// One figure of every kind, made of numbers that follow from formulas.
enum Gallery {
  /// The figures and their names.
  static let figures: [(name: String, figure: Figure)] = [
    ("curve", curve), ("series", series), ("logarithmic", logarithmic), ("scatter", points),
    ("histogram", distribution), ("bars", bars), ("groups", groups), ("confusion", confusion),
    ("matrix", matrix), ("glyph", glyph), ("glyphs", glyphs), ("answers", answers),
    ("adaptation", adaptation), ("side-by-side", sideBySide), ("negative-bars", negativeBars),
    ("legends", legends), ("edges", edges),
  ]

  static let steps = Array(0..<200)
  static let training = steps.map { 1 - 0.8 * exp(-Double($0) / 40) + 0.02 * noise($0) }
  static let validation = steps.map { 0.95 - 0.8 * exp(-Double($0) / 50) + 0.03 * noise($0 + 7) }

  static let curve = plot(
    training, label: "training", title: "Accuracy after five inner steps",
    xLabel: "meta-iteration", yLabel: "accuracy")

  static let series = plot(
    .line(steps, training, label: "training", band: steps.map { _ in 0.04 }),
    .line(steps, validation, label: "validation", dash: .dashed),
    .points(
      [0, 40, 80, 120, 160], [0.2, 0.6, 0.78, 0.86, 0.9], label: "unseen characters",
      errors: [0.05, 0.05, 0.04, 0.03, 0.02]),
    title: "Learning to learn", xLabel: "meta-iteration", yLabel: "accuracy")

  static let logarithmic = plot(
    .line(
      (1...60).map { pow(10, Double($0) / 10) }, (1...60).map { 2 / Double($0 * $0) },
      label: "loss", marker: .ring),
    title: "Loss on logarithmic axes", xLabel: "iteration", yLabel: "loss", xScale: .logarithmic,
    yScale: .logarithmic)

  static let points = scatter(
    (0..<400).map { noise($0) }, (0..<400).map { noise($0) * 0.6 + noise($0 + 999) * 0.5 },
    title: "Gradient of one task against another", xLabel: "first order", yLabel: "second order")

  static let distribution = histogram(
    (0..<2_000).map { noise($0) + noise($0 + 5_000) + noise($0 + 9_000) },
    title: "Accuracies of 2,000 tasks", xLabel: "deviation")

  static let bars = bar(
    ["MAML", "first-order MAML", "Reptile", "Meta-SGD"], [0.987, 0.979, 0.971, 0.981],
    errors: [0.004, 0.005, 0.006, 0.005], title: "5-way 1-shot", yLabel: "test accuracy",
    yLimits: 0.9...1)

  static let groups = bar(
    ["5-way 1-shot", "5-way 5-shot", "20-way 1-shot"],
    [
      .bars([0.987, 0.999, 0.958], label: "second order", errors: [0.01, 0.002, 0.02]),
      .bars([0.983, 0.992, 0.891], label: "first order", errors: [0.01, 0.004, 0.02]),
      .bars([0.6, 0.7, 0.35], label: "from scratch", errors: [0.04, 0.03, 0.02]),
    ], title: "What the second order is worth", yLabel: "accuracy")

  static let names = ["alef", "bet", "gimel", "dalet", "he"]
  static let confusion = heatmap(
    [
      [18, 1, 0, 1, 0], [0, 20, 0, 0, 0], [2, 0, 15, 3, 0], [0, 0, 4, 16, 0], [0, 1, 0, 0, 19],
    ],
    rowNames: names, columnNames: names, title: "Confusion", xLabel: "predicted", yLabel: "true")

  static let matrix = heatmap(
    (0..<40).map { row in (0..<60).map { sin(Double(row) / 6) * cos(Double($0) / 9) } },
    palette: .diverging, title: "A kernel", xLabel: "input", yLabel: "output")

  static let glyph = show(image(3), title: "One character")
  static let glyphs = show((0..<25).map(image), columns: 5, title: "Five characters, five times")
  static let answers = show(
    (0..<10).map(image), truth: (0..<10).map { names[$0 % 5] },
    predictions: (0..<10).map { names[$0 == 3 || $0 == 8 ? 2 : $0 % 5] }, columns: 5,
    title: "Predictions")

  static let adaptation = plot(
    .line(wave, wave.map { 2 * sin($0) }, label: "truth", color: .grey),
    .line(wave, wave.map { _ in 0.1 }, label: "before", dash: .dotted),
    .line(wave, wave.map { 1.3 * sin($0 + 0.2) }, label: "1 step", dash: .dashed),
    .line(wave, wave.map { 1.9 * sin($0 + 0.03) }, label: "5 steps"),
    .points(
      [-4, -3.1, -1.2, 0.3, 2.2], [-4, -3.1, -1.2, 0.3, 2.2].map { 2 * sin($0) }, label: "support",
      marker: .triangle, color: .black),
    title: "Adapting to a sine", xLabel: "x", yLabel: "y", legend: .right)

  static let sideBySide = grid(
    [curve, points, confusion, glyphs], columns: 2, title: "Everything at once")

  static let negativeBars = bar(
    ["a rather long name", "another long name", "short", "the last of the long names", "x", "yy"],
    [0.3, -0.2, 0.5, -0.4, 0.1, 0.25], title: "Changes", yLabel: "change")

  static let legends = grid(
    [Chart.Legend.top, .bottom, .right, .topLeft, .bottomRight, .none].map { place in
      plot(
        .line(training, label: "training"), .line(validation, label: "validation"),
        title: place.rawValue, legend: place)
    })

  static let edges = grid([
    plot([Double](), title: "Nothing"), plot([3.0], title: "One point"),
    plot([1.0, .nan, 2, .infinity, 3, 4, .nan, 2], title: "Gaps"),
    plot([1e6, 2e6, 3.5e6], title: "Millions"), plot([1e-7, 3e-7], title: "Tiny"),
    plot([5.0, 5, 5], title: "Constant"),
  ])

  static let wave = (-50...50).map { Double($0) / 10 }

  /// A number from −1 to 1 that looks random.
  static func noise(_ index: Int) -> Double {
    var bits = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 52) - 1
  }

  /// A character of a few strokes, ink −1 on paper +1.
  static func image(_ index: Int) -> Image {
    var pixels = [Float](repeating: 1, count: 28 * 28)
    for stroke in 0..<3 {
      let seed = (index % 5) * 100 + stroke * 10
      let jitter = Double(index / 5) * 0.3
      for step in 0...80 {
        let t = Double(step) / 80
        func at(_ k: Int) -> Double {
          let a = 14 + 11 * noise(seed + k)
          let b = 14 + 11 * noise(seed + k + 1)
          let c = 14 + 11 * noise(seed + k + 2)
          return a * (1 - t) * (1 - t) + 2 * b * t * (1 - t) + c * t * t + jitter * noise(index + k)
        }
        let (x, y) = (at(1), at(5))
        for row in 0..<28 {
          for column in 0..<28 {
            let distance = hypot(Double(column) - x, Double(row) - y)
            let ink = Float(max(-1, min(1, (distance - 1.1) * 2)))
            pixels[row * 28 + column] = min(pixels[row * 28 + column], ink)
          }
        }
      }
    }
    return Image(width: 28, height: 28, pixels: pixels)
  }
}
