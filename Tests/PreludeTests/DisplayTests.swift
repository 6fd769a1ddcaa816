import CellLanguage
import Foundation
import Prelude
import Synchronization
import Testing

/// What the value of a cell looks like.
@Suite struct DisplayTests {
  private static let setup = """
    let characters = try loadCharacters("glyphs")[0..<60]
    let tasks = try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 3)
    let waves = try SinusoidTasks(shot: 3)
    let net = try Network.mlp(inputs: 1, hidden: [4], outputs: 1)
    let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
    let run = try train(net, using: maml, on: waves, iterations: 3, tasksPerBatch: 2)
    """

  @Test(arguments: [
    ("Tensor(3)", "Tensor(3.0)"),
    ("Tensor([[1, 2.5], [-10, 3]])", "Tensor 2×2\n[[  1.0    2.5]\n [-10.0    3.0]]"),
    ("Tensor([Float.nan, 1, -.infinity])", "Tensor 3\n[ nan   1.0  -inf]"),
    ("Tensor(zeros: [0, 5])", "Tensor 0×5\n[]"),
    ("Tensor(zeros: [2, 0])", "Tensor 2×0\n[[]\n []]"),
    ("Tensor([0.00012, -3])", "Tensor 2\n[ 0.0001  -3.0000]"),
    ("Tensor([0.00012, -0.0003])", "Tensor 2\n[ 1.2000e-04  -3.0000e-04]"),
    ("Tensor([1, 2, 3]) * 1e9", "Tensor 3\n[1.0000e+09  2.0000e+09  3.0000e+09]"),
    (
      "Tensor(shape: [2, 2, 1], scalars: [1, 2, 3, 4])",
      "Tensor 2×2×1\n[[[1.0]\n  [2.0]]\n\n [[3.0]\n  [4.0]]]"
    ),
    (
      "Tensor(zeros: [100, 50])",
      """
      Tensor 100×50
      [[0.0  0.0  0.0  …  0.0  0.0  0.0]
       [0.0  0.0  0.0  …  0.0  0.0  0.0]
       [0.0  0.0  0.0  …  0.0  0.0  0.0]
       …
       [0.0  0.0  0.0  …  0.0  0.0  0.0]
       [0.0  0.0  0.0  …  0.0  0.0  0.0]
       [0.0  0.0  0.0  …  0.0  0.0  0.0]]
      """
    ),
    (
      "[Tensor(3), Tensor([1, 2]), Tensor(zeros: [100, 50])]",
      "[Tensor], 3 elements\n  0  Tensor(3.0)\n  1  Tensor 2  [1.0, 2.0]\n  2  Tensor 100×50"
    ),
    (
      "try Network([.flatten, .relu, .maxPool(window: 2)])",
      """
      Network, 3 layers, 0 parameters
           layer        output  parameters  norm
        0  flatten
        1  relu
        2  maxPool 2×2
      """
    ),
    (
      "maml", "MAML\n  innerSteps         1\n  innerLearningRate  0.01\n  order              second"
    ),
    (
      "tasks",
      """
      TaskDistribution, 5-way 1-shot
        way      5 classes
        shot     1 support image of each class
        queries  3 images of each class
        classes  60 classes, 20 images of 28×28 each
        seed     0
      """
    ),
    (
      "characters.split(seed: 0)",
      """
      ClassSplit, 60 classes
        part        classes  images
        train            36     720
        validation       12     240
        test             12     240
      """
    ),
    (
      "waves.episode(0)",
      "Episode\n  support  3 examples with values, inputs 3×1\n  query    3 examples with values, inputs 3×1"
    ),
  ])
  func `says what it is`(source: String, text: String) throws {
    #expect(try Self.shown(source).plainText == text)
  }

  @Test(arguments: [
    "tasks[0]", "tasks[0].queryImages", "tasks[0].queryImages[0]", "run", "run.history",
    "characters[0]", "(0..<30).map { tasks[$0].supportImages[0] }",
    "try Adaptation(of: net, using: maml, on: waves)",
  ])
  func `has a picture where that says more`(source: String) throws {
    let file = try Self.shown(source)
    #expect(file.bytes(of: "image/png") != nil)
    #expect(file.bytes(of: DisplayBundle.terminalMediaType) == nil)

    let terminal = try Self.shown(source, graphics: .blocks)
    let text = String(
      decoding: try #require(terminal.bytes(of: DisplayBundle.terminalMediaType)), as: UTF8.self)
    #expect(text.hasSuffix(file.plainText + "\n"))
  }

  @Test(arguments: [
    "tasks[0]", "tasks", "characters", "net", "run", "run.parameters", "run.history", "maml",
    "MAMLPlusPlus()", "Reptile()", "FewShotProtocol.paper()", "try Validation(on: tasks)",
    "Checkpointing(to: \"a\")", "try evaluate(net, using: maml, on: waves, taskCount: 2)",
    "Tensor(zeros: [3, 3, 3, 3, 3, 3, 3, 3])", "Tensor((0..<400).map { Float($0) * 1.37 })",
    "try Network(Array(repeating: .relu, count: 100_000))", "Tensor(zeros: [40, 12, 12])",
    "try Network([.convolution(inputs: 1, outputs: 1, kernel: 1, stride: Int.max, padding: Int.max)])",
    "FewShotProtocol.paper(way: Int.max, shot: Int.min)", "waves.episode(0).support",
    "Array(repeating: run, count: 1000)", "net[\"fc1.weight\"]", "TrainedModel(run)",
  ])
  func `fits eighty columns and some screens`(source: String) throws {
    let lines = try Self.shown(source).plainText.split(
      separator: "\n", omittingEmptySubsequences: false)

    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.joined(separator: "\n"))")
    #expect(lines.count <= 80)
  }

  @Test func `print shows a line as before`() {
    let run = CellRun("print(MAML(), Tensor([1, 2]))\nprint([Tensor(1)])")
    #expect(run.text == "MAML of second order, 5 inner steps of 0.1 [1.0, 2.0]\n[1.0]\n")
  }

  @Test func `a list of variables says how large values are`() throws {
    let sizes = [
      ("Tensor(zeros: [3, 4])", "3×4", 48), ("tasks", "5-way 1-shot", 60 * 20 * 784),
      ("net", "13 parameters", 52), ("run", "iteration 3", nil), ("maml", "1 step of 0.01", nil),
    ]
    for (source, summary, count) in sizes {
      let host = try #require(try Self.value(source).host)
      #expect(host.summary == summary)
      if let count { #expect(host.byteCount == count) }
    }
  }

  // MARK: In a terminal

  @Test(arguments: [
    "plot([1.0, 2.0], title: \"one\", xLabel: \"x\", yLabel: \"y\")",
    "grid((0..<6).map { plot([Double($0), 2.0], title: \"number\") }, title: \"six\")",
    "heatmap((0..<60).map { r in (0..<60).map { c in Double(r * c) } })",
    "show(characters.samples(perCharacter: 1), title: \"all\")", "run", "tasks[0]",
    "plot((0..<9).map { k in Series.line([1.0, Double(k)], label: \"a long series \\(k)\") })",
  ])
  func `a plot takes at most twenty-five lines`(source: String) throws {
    let shown = try Self.shown(source, graphics: .blocks)
    let text = String(
      decoding: try #require(shown.bytes(of: DisplayBundle.terminalMediaType)), as: UTF8.self)
    // A value's numbers stand below its picture.
    let isFigure = shown.plainText.contains("figure:") || shown.note != nil
    let numbers = isFigure ? 0 : shown.plainText.split(separator: "\n").count
    #expect(text.count { $0 == "\n" } - numbers <= 25, "\(text)")
  }

  private static func value(_ source: String, graphics: Graphics = .none) throws -> Value {
    let prelude = Prelude(plotsFolder: "/dev/null/nowhere", graphics: graphics)
    let runner = CellRunner(library: prelude.library)
    let console = Silence()
    let state = runner.run(setup, from: CellState(), console: console).state
    let result = runner.run(source, from: state, console: console)
    return try #require(result.value, "\(result.failure?.description ?? "")")
  }

  private static func shown(_ source: String, graphics: Graphics = .none) throws -> DisplayBundle {
    let isFigure = ["plot(", "grid(", "heatmap(", "show("].contains { source.hasPrefix($0) }
    guard isFigure else { return try value(source, graphics: graphics).displayBundle() }
    let console = Silence()
    let prelude = Prelude(plotsFolder: "/dev/null/nowhere", graphics: graphics)
    let runner = CellRunner(library: prelude.library)
    let state = runner.run(setup, from: CellState(), console: console).state
    _ = runner.run(source, from: state, console: console)
    return try #require(console.shown)
  }
}

@Suite struct WrittenFigureTests {
  @Test func `the figures of a session are listed, each once`() {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mamlnb-written-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let prelude = Prelude(plotsFolder: folder)

    _ = CellRunner(library: prelude.library).run(
      "plot([1.0], title: \"a\")\nplot([1.0])\nplot([1.0], title: \"a\")", from: CellState(),
      console: Silence())

    #expect(prelude.writtenFigures.map(\.path) == ["\(folder)/figure.png", "\(folder)/a.png"])
    #expect(prelude.writtenFigures.map(\.title) == [nil, "a"])
  }
}

/// Keeps the last figure only.
private final class Silence: Console {
  private let bundle = Mutex<DisplayBundle?>(nil)

  var shown: DisplayBundle? { bundle.withLock { $0 } }

  func emit(_ event: OutputEvent) {
    if case .display(let shown) = event { bundle.withLock { $0 = shown } }
  }
}
