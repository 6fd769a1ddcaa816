import CellLanguage
import Prelude

/// A notebook without prose: cells that run one after another.
struct Cells {
  private let runner = CellRunner(library: Prelude(plotsFolder: "plots/benchmark").library)
  private var state = CellState()

  /// Runs a cell and returns the value of its last line as text.
  @discardableResult
  mutating func run(_ source: String) throws -> String {
    let result = runner.run(source, from: state, console: Silence())
    if let failure = result.failure { throw BenchmarkError.wrongResult("\(failure)") }
    state = result.state
    return result.value?.description ?? ""
  }
}

/// A console that keeps nothing.
private final class Silence: Console {
  func emit(_ event: OutputEvent) {}
}

extension Workload {
  /// Runs some iterations in cells and measures each after a first one.
  func measureCells(iterations: Int, threads: Int) throws -> [Double] {
    var cells = Cells()
    try cells.run(definitions(steps: innerSteps, threads: threads))
    let clock = ContinuousClock()
    return try (0...iterations).map { _ in
      let start = clock.now
      let loss = try cells.run("try iterate()")
      guard let loss = Double(loss), loss < 20 else {
        throw BenchmarkError.wrongResult("\(self): the loss is \(loss)")
      }
      return start.duration(to: clock.now).inSeconds
    }.dropFirst().map { $0 }
  }

  /// Throws unless what is written out in a cell has the library's derivative through one inner step,
  /// in one task of some (as in ``check()``).
  func checkCells() throws {
    var cells = Cells()
    try cells.run(definitions(steps: 1, threads: 1))
    var distances: [String] = []
    for _ in 0..<8 {
      distances.append(try cells.run("try distanceFromLibrary()"))
      if let distance = Double(distances[distances.count - 1]), distance < 1e-3 { return }
    }
    throw BenchmarkError.wrongResult(
      "\(self): the derivatives differ from the library's by \(distances)")
  }
}
