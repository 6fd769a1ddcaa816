import CellLanguage
import Foundation

// Measures what a cell costs: reading, checking, lowering and running it, and the copy of the state that
// every run takes.

/// Ten lines of everyday code, as a cell of a tutorial has them.
let tenLines = """
  let numbers = [3, 1, 4, 1, 5, 9, 2, 6]
  var total = 0
  for number in numbers where number > 2 { total += number }
  func square(_ x: Int) -> Int { x * x }
  let squares = numbers.map { square($0) }
  let name = "sum"
  var counts: [Int: Int] = [:]
  for number in numbers { counts[number, default: 0] += 1 }
  let mean = Double(total) / Double(numbers.count)
  print("\\(name): \\(total), mean \\(mean), \\(squares.count), \\(counts.count)")
  """

/// A console that keeps nothing.
final class Silence: Console {
  func emit(_ event: OutputEvent) {}
}

/// The median time of running a cell from a state, in milliseconds.
func milliseconds(_ cell: String, from state: CellState, rounds: Int) -> Double {
  let runner = CellRunner()
  let times = (0..<rounds).map { _ in
    let start = ContinuousClock.now
    let result = runner.run(cell, from: state, console: Silence())
    let time = start.duration(to: .now) / .milliseconds(1)
    guard case .finished = result.outcome else { fatalError("\(result.outcome)") }
    return time
  }
  return times.sorted()[rounds / 2]
}

/// The state after a cell.
func state(after cell: String) -> CellState {
  CellRunner().run(cell, from: CellState(), console: Silence()).state
}

func report(_ name: String, _ time: Double, limit: Double) -> Bool {
  let label = name.padding(toLength: 44, withPad: " ", startingAt: 0)
  let isLate = time > limit
  print(
    "\(label)\(String(format: "%8.3f", time)) ms, may take \(limit) ms\(isLate ? ": too slow" : "")"
  )
  return !isLate
}

let empty = milliseconds("", from: CellState(), rounds: 501)
let variables = state(
  after: (0..<1_000).map { "let variable\($0) = [\($0), \($0 + 1)]" }.joined(separator: "\n"))
let snapshot = milliseconds("", from: variables, rounds: 501) - empty
let instances = state(
  after: "final class Node { var next: Node?; var value = 0 }\n"
    + (0..<1_000).map { "let node\($0) = Node()" }.joined(separator: "\n"))
let graph = milliseconds("", from: instances, rounds: 501) - empty

var isGood = report("empty cell", empty, limit: 0.1)
isGood =
  report("cell of ten lines", milliseconds(tenLines, from: CellState(), rounds: 101), limit: 5)
  && isGood
isGood = report("snapshot of 1,000 variables", snapshot, limit: 1) && isGood
isGood = report("snapshot of 1,000 instances of classes", graph, limit: 1) && isGood
exit(isGood ? 0 : 1)
