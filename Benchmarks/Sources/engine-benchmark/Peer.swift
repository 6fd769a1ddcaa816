import Autodiff
import Foundation
import MetaLearning

/// PyTorch, in a process of its own.
struct Peer {
  private let python: String
  private let program: String

  /// The peer that the environment names, if it does.
  init?() {
    let environment = ProcessInfo.processInfo.environment
    guard let python = environment["PEER_PYTHON"], !python.isEmpty else { return nil }
    self.python = python
    program = environment["PEER_PROGRAM"] ?? "torch_maml.py"
  }

  /// Measures some iterations of a workload.
  func measure(_ workload: Workload, iterations: Int, threads: Int) throws -> Measurement {
    try measurement(
      of: [
        python, program, workload.net.rawValue, "\(workload.way)", "\(workload.shot)",
        "\(workload.tasksPerBatch)", workload.order.rawValue, "\(iterations)", "\(threads)",
      ])
  }

  /// Throws unless the peer computes what `train` does: the derivative through one inner step, from
  /// the same parameters and the same task, of one task of some (as in ``Workload/check()``).
  func check(_ workload: Workload) throws {
    var distances: [Double] = []
    for task in 0..<8 {
      let episode = try Tasks(of: workload).episode(task)
      var learner = workload.learner
      learner.innerSteps = 1
      let ours = try learner.metaGradient(at: workload.network, for: episode)
      let theirs = try gradient(of: workload, on: episode)
      let numbers = ours.parameters.flatMap(\.scalars)
      guard numbers.count == theirs.count else {
        throw BenchmarkError.wrongResult("\(workload): PyTorch has \(theirs.count) derivatives")
      }
      distances.append(distance(theirs, numbers))
      if distances[task] < 1e-3 { return }
    }
    throw BenchmarkError.wrongResult(
      "\(workload): PyTorch's derivatives differ from ours by \(distances)")
  }

  private func gradient(of workload: Workload, on episode: Episode) throws -> [Float] {
    var numbers = workload.network.parameters.flatMap(\.scalars)
    for examples in [episode.support, episode.query] {
      numbers += examples.inputs.scalars + (examples.values?.scalars ?? [])
    }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("mamlnb-task-\(ProcessInfo.processInfo.processIdentifier).float32")
    try numbers.withUnsafeBytes { Data($0) }.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let printed = try output(
      of: [
        python, program, workload.net.rawValue, "\(workload.way)", "\(workload.shot)", "1",
        workload.order.rawValue, "1", "1", file.path,
      ])
    return try JSONDecoder().decode([Float].self, from: printed)
  }
}

/// Returns how far numbers are from others, relative to those.
private func distance(_ numbers: [Float], _ others: [Float]) -> Double {
  let difference = zip(numbers, others).reduce(0.0) {
    $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
  }
  let size = others.reduce(0.0) { $0 + Double($1) * Double($1) }
  return (difference / size).squareRoot()
}
