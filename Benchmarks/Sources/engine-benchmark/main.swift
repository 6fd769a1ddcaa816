import ArgumentParser
import Foundation
import MetaLearning

/// Measures meta-iterations of the engine beside the machine's peak and, where there is one, PyTorch.
struct EngineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine-benchmark",
    abstract: "Measures meta-iterations beside the machine's peak and PyTorch.",
    discussion: """
      With PEER_PYTHON naming a Python that has PyTorch, the same work is done by torch_maml.py in \
      alternation, a task after another with torch.autograd.grad. Each measurement is a process of \
      its own, so that its memory is its own. What is 'by hand' is not `train`'s, but written out in \
      cells, a task on each thread.
      """)

  @Argument(help: "Parts of the names of workloads to take, such as 'pooled' or '5w1s second'.")
  var filters: [String] = []

  @Option(help: "Iterations of each measurement; the median over all rounds is printed.")
  var iterations = 3

  @Option(help: "Rounds, each of one measurement of the engine and one of the peer.")
  var rounds = 2

  @Option(help: "Threads of both.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Tasks of an iteration, in place of each workload's own number.")
  var tasks: Int?

  @Flag(help: .hidden)
  var tape = false

  @Option(help: .hidden)
  var measure: String?

  @Option(help: .hidden)
  var check: String?

  func run() throws {
    if let measure {
      let measured = try workload(measure).measure(
        iterations: iterations, threads: threads, byTape: tape)
      print(String(decoding: try JSONEncoder().encode(measured), as: UTF8.self))
    } else if let check {
      try workload(check).check()
    } else {
      try compare()
    }
  }

  private func workload(_ name: String) throws -> Workload {
    guard var workload = Workload(described: name) else {
      throw ValidationError("there is no workload '\(name)'")
    }
    workload.tasksPerBatch = tasks ?? workload.tasksPerBatch
    return workload
  }

  private func compare() throws {
    let workloads = Workload.all.filter { workload in
      filters.isEmpty || filters.contains { workload.description.contains($0) }
    }
    guard !workloads.isEmpty else { throw ValidationError("no workload has such a name") }
    let report = Report(peak: Peak.operationsPerSecond(threads: threads), threads: threads)
    let peer = Peer()
    report.printHead()
    for workload in workloads {
      let workload = try self.workload(workload.description)
      _ = try output(of: [CommandLine.executable, "--check", workload.description])
      try peer?.check(workload)
      var comparison = Comparison(workload: workload)
      for _ in 0..<rounds {
        comparison.ours.append(try measurement(of: ours(workload)))
        if let peer {
          comparison.peers.append(
            try peer.measure(workload, iterations: iterations, threads: threads))
        }
      }
      report.printRow(comparison)
      // A reader of a pipe sees each row as it is made.
      fflush(nil)
    }
  }

  private func ours(_ workload: Workload) -> [String] {
    [
      CommandLine.executable, "--measure", workload.description, "--tasks",
      "\(workload.tasksPerBatch)", "--iterations", "\(iterations)", "--threads", "\(threads)",
    ]
  }
}

extension CommandLine {
  /// This program.
  static var executable: String { "/proc/self/exe" }
}

EngineBenchmark.main()
