import ArgumentParser
import Foundation
import Plotting

/// Measures how long figures take to draw, and counts what many of them leave behind.
struct FiguresBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures-benchmark",
    abstract: "Measures how long figures take to draw as PNG, and what many of them leave behind.",
    discussion: "Fails where a figure takes longer than it may, or where anything is left over.")

  @Argument(help: "Parts of the names of figures to take.")
  var filters: [String] = []

  @Option(help: "How many figures to draw in one session before counting what is left.")
  var count = 1_000

  func run() throws {
    let workloads = Workload.all.filter { workload in
      filters.isEmpty || filters.contains { workload.name.contains($0) }
    }
    var isGood = true
    for workload in workloads {
      let time = try workload.measure()
      let isLate = workload.limit.map { time > $0 } ?? false
      isGood = isGood && !isLate
      let limit = workload.limit.map { ", may take \(Int($0)) ms" } ?? ""
      let name = workload.name.padding(toLength: 38, withPad: " ", startingAt: 0)
      print("\(name) \(String(format: "%7.1f", time)) ms\(limit)\(isLate ? ": too slow" : "")")
    }
    if filters.isEmpty { isGood = try leavesNothing() && isGood }
    if !isGood { throw ExitCode.failure }
  }

  private func leavesNothing() throws -> Bool {
    let start = ContinuousClock.now
    let (before, after) = try Leftovers.ofFigures(count)
    let seconds = String(format: "%.1f", (ContinuousClock.now - start) / .seconds(1))
    print(
      "\(count) figures in \(seconds) s:"
        + " open files \(before.files) → \(after.files),"
        + " processes \(before.children) → \(after.children),"
        + " temporary files \(before.temporaries) → \(after.temporaries)")
    return before == after
  }
}

FiguresBenchmark.main()
