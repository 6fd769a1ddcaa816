import Foundation
import MetaLearning

/// What one process measured: the engine's or the peer's.
struct Measurement: Codable {
  /// How long each meta-iteration took, after a first one that is not counted.
  var seconds: [Double]
  /// The most memory that was resident at once.
  var peakBytes: Int
  /// Of PyTorch; nil for the engine.
  var version: String?
}

extension Workload {
  /// Trains for some iterations and measures each.
  ///
  /// - Parameter byTape: Whether `train` is to do so on the tape: a second ReLU, which changes
  ///   nothing, makes the network one that the passes without a tape don't know.
  func measure(iterations: Int, threads: Int, byTape: Bool) throws -> Measurement {
    let seconds =
      isByHand
      ? try measureCells(iterations: iterations, threads: threads)
      : try measureTraining(iterations: iterations, threads: threads, byTape: byTape)
    return Measurement(seconds: seconds, peakBytes: try peakResidentBytes(), version: nil)
  }

  private func measureTraining(iterations: Int, threads: Int, byTape: Bool) throws -> [Double] {
    var network = network
    if byTape, let place = network.layers.firstIndex(of: .relu) {
      var layers = network.layers
      layers.insert(.relu, at: place)
      network = try Network(layers)
    }
    let clock = ContinuousClock()
    var ends: [ContinuousClock.Instant] = []
    let run = try train(
      network, using: learner, on: Tasks(of: self), iterations: iterations + 1,
      tasksPerBatch: tasksPerBatch, threads: threads, progress: { _ in ends.append(clock.now) })
    guard run.history.losses.allSatisfy({ $0.isFinite && $0 < 20 }) else {
      throw BenchmarkError.wrongResult("\(self): the losses are \(run.history.losses)")
    }
    return zip(ends, ends.dropFirst()).map { start, end in (end - start).inSeconds }
  }
}

extension Duration {
  /// The duration as a number.
  var inSeconds: Double { self / .seconds(1) }
}

/// Why a figure cannot be had, or must not be believed.
enum BenchmarkError: Error, CustomStringConvertible {
  case wrongResult(String)
  case unreadable(String)
  case failed(command: String, status: Int32, output: String)

  var description: String {
    switch self {
    case .wrongResult(let what): "wrong result: \(what)"
    case .unreadable(let what): "cannot read \(what)"
    case .failed(let command, let status, let output):
      "'\(command)' ended with status \(status): \(output)"
    }
  }
}

/// The most memory that this process has had resident at once.
func peakResidentBytes() throws -> Int {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  guard
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
    let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
  else { throw BenchmarkError.unreadable("VmHWM in /proc/self/status") }
  return kibibytes * 1024
}
