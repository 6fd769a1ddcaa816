import Glibc
import Images
import Plotting
import SystemFiles
import Testing

/// Every kind of figure has its script on file, so that a change of looks is seen in a review.
///
/// `RECORD_SNAPSHOTS=1` writes the scripts anew, and fails, so that no run records and passes.
struct GoldenScriptTests {
  private static let size = FigureSize(width: 640, height: 400)

  /// Figures of numbers that are the same on every machine.
  static let figures: [(String, Figure)] = [
    (
      "curve",
      plot(
        [0.25, 0.5, 0.75], label: "accuracy", title: "It's a title", xLabel: "step", yLabel: "y")
    ),
    (
      "series",
      plot(
        .line([0, 1, 2], [1.0, 4, 2], label: "line", band: [0.5, 0.5, 0.5], dash: .dashed),
        .points([0, 2], [2.0, 3], label: "points", errors: [0.5, 0.25], marker: .triangle),
        Series(x: [0, 1, 2], y: [3, 3.5, .nan], label: "steps", shape: .steps, color: .grey),
        legend: .right)
    ),
    (
      "logarithmic",
      plot(
        [1, 10, 100], [0.5, 0.25, 0.125], marker: .ring, xLimits: 1...100, yLimits: 0.1...1,
        xScale: .logarithmic, yScale: .logarithmic)
    ),
    ("scatter", scatter([0.0, 1, 2], [4.0, 0, 8], marker: .diamond)),
    ("histogram", histogram([0.0, 0.5, 1, 3, 4], bins: 4, title: "Counts", xLabel: "value")),
    ("bars", bar(["one", "two"], [1.0, -0.5], errors: [0.25, 0.125], yLabel: "height")),
    (
      "groups",
      bar(["a", "b"], [.bars([1.0, 2], label: "first"), .bars([2.0, 4], label: "second")])
    ),
    (
      "heatmap",
      heatmap(
        [[4, 0], [1, 3]], rowNames: ["a", "b"], columnNames: ["a", "b"], xLabel: "predicted",
        yLabel: "true")
    ),
    ("image", show(Image(width: 2, height: 2, pixels: [-1, 0, 0.5, 1]), title: "One")),
    (
      "images",
      show(
        Array(repeating: Image(width: 2, height: 2, pixels: [-1, 0, 0.5, 1]), count: 4),
        truth: ["a", "b", "a", "b"], predictions: ["a", "a", "a", "b"], columns: 2)
    ),
    (
      "grid",
      grid([plot([1.0, 2], title: "left"), heatmap([[1.0, 2]], title: "right")], title: "Both")
    ),
    ("empty", plot([Double](), title: "Nothing")),
    (
      "turned-names",
      bar(
        (0..<8).map { "a rather long name \($0)" }, (0..<8).map { Double($0) }, xLabel: "names")
    ),
    (
      "foot",
      plot(
        .line([1.0, 2], label: "first"), .line([2.0, 1], label: "second"), xLabel: "x",
        legend: .bottom)
    ),
  ]

  @Test(arguments: figures.map(\.0))
  func `the script of a figure is the one on file`(name: String) throws {
    let figure = try #require(Self.figures.first { $0.0 == name }?.1)
    let script = try FigureRenderer(canvas: .png(figure.preferredSize)).script(for: figure)

    try expectOnFile(Self.text(of: script), "\(name).gp")
  }

  @Test(arguments: ["svg", "pdf", "sixel"])
  func `a canvas has its own terminal`(name: String) throws {
    let canvas: Canvas =
      switch name {
      case "svg": .svg(Self.size)
      case "pdf": .pdf(Self.size)
      default: .sixel(Self.size)
      }
    let script = try FigureRenderer(canvas: canvas).script(for: plot([1.0, 2]))

    try expectOnFile(Self.text(of: script), "canvas-\(name).gp")
  }

  /// The script and its data, as comments.
  private static func text(of script: GnuplotScript) -> String {
    script.blocks.reduce(script.text) { text, block in
      switch block {
      case .doubles(let numbers): "\(text)# doubles: \(numbers)\n"
      case .bytes(let bytes): "\(text)# bytes: \(bytes)\n"
      }
    }
  }

  private func expectOnFile(_ text: String, _ name: String) throws {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(folder)/Golden/Plotting/\(name)"
    if unsafe getenv("RECORD_SNAPSHOTS") != nil {
      try FileAccess.everywhere.write(Array(text.utf8), to: path)
      Issue.record("recorded \(path)")
      return
    }
    let golden = try #require(TemporaryFolder.read(path), "no \(path): record it")
    #expect(text == String(decoding: golden, as: UTF8.self))
  }
}
