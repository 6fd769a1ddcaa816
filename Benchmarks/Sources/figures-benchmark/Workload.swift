import Images
import Plotting

/// A figure to draw, and the time that it may take.
struct Workload: Sendable {
  /// What is drawn.
  let name: String
  /// The most milliseconds that it should take; nil where nothing is promised.
  let limit: Double?
  /// How often it is drawn; the median counts.
  var repetitions = 51
  /// Whether each drawing has a new gnuplot, as the first figure of a session has.
  var isFirst = false
  /// Makes the figure, which is not part of the time.
  let figure: @Sendable () -> Figure

  /// What is measured.
  static let all = [
    Workload(name: "first figure of a session", limit: 150, repetitions: 21, isFirst: true) {
      plot(learningCurve(1_000))
    },
    Workload(name: "curve of 1,000 points, 640 by 400", limit: 15) { plot(learningCurve(1_000)) },
    Workload(name: "two curves with band, points and text", limit: nil) {
      plot(
        .line(learningCurve(1_000), label: "training", band: Array(repeating: 0.05, count: 1_000)),
        .line(learningCurve(1_000, seed: 1), label: "validation", dash: .dashed),
        .points(Array(0..<20), learningCurve(20), label: "points"), title: "Accuracy",
        xLabel: "iteration", yLabel: "accuracy")
    },
    Workload(name: "white noise of 1,000 points", limit: nil) { plot(noise(1_000)) },
    Workload(name: "bars with error bars", limit: nil) {
      bar(["MAML", "ANIL", "Reptile"], [0.98, 0.93, 0.89], errors: [0.01, 0.02, 0.02])
    },
    Workload(name: "confusion matrix of 5 by 5", limit: nil) {
      heatmap((0..<5).map { row in (0..<5).map { $0 == row ? 20 : 1 } })
    },
    Workload(name: "grid of 5 by 5 images of 28 by 28", limit: 60) {
      show((0..<25).map { image(seed: $0) }, columns: 5)
    },
    Workload(name: "curve of 1,000,000 points", limit: 2_000, repetitions: 5) {
      plot(learningCurve(1_000_000))
    },
    Workload(name: "cloud of 1,000,000 points", limit: 2_000, repetitions: 3) {
      scatter(noise(1_000_000), noise(1_000_000, seed: 1))
    },
    Workload(name: "line in no order of 1,000,000 points", limit: 2_000, repetitions: 3) {
      plot(noise(1_000_000), noise(1_000_000, seed: 1))
    },
    Workload(name: "1,000,000 marks with error bars", limit: 2_000, repetitions: 3) {
      plot(
        learningCurve(1_000_000), errors: Array(repeating: 0.1, count: 1_000_000), marker: .circle)
    },
    Workload(name: "histogram of 1,000,000 values", limit: 2_000, repetitions: 5) {
      histogram(noise(1_000_000))
    },
  ]

  /// The median time of drawing the figure as a PNG, in milliseconds.
  func measure() throws -> Double {
    let figure = figure()
    var gnuplot = GnuplotProcess()
    if !isFirst { _ = try gnuplot.png(figure) }
    var times: [Double] = []
    for _ in 0..<repetitions {
      if isFirst { gnuplot = GnuplotProcess() }
      let start = ContinuousClock.now
      let png = try gnuplot.png(figure)
      times.append((ContinuousClock.now - start) / .milliseconds(1))
      precondition(png.count > 1_000, "a picture of \(name) is no picture")
    }
    return times.sorted()[repetitions / 2]
  }
}

// MARK: - Numbers

/// An accuracy that rises and shakes, the same in every run.
private func learningCurve(_ count: Int, seed: Int = 0) -> [Double] {
  zip(0..<count, noise(count, seed: seed)).map { index, noise in
    1 - 0.8 / (1 + 20 * Double(index) / Double(count)) + 0.03 * noise
  }
}

/// Numbers from −1 to 1 that look random, the same in every run.
private func noise(_ count: Int, seed: Int = 0) -> [Double] {
  (0..<count).map { index in
    var bits = UInt64(truncatingIfNeeded: index &+ seed &* 1_000_003) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 52) - 1
  }
}

/// An image of Omniglot's size.
private func image(seed: Int) -> GrayImage {
  GrayImage(width: 28, height: 28, pixels: noise(28 * 28, seed: seed).map { Float($0) })
}
