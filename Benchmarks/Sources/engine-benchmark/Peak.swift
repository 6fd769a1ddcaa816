import CPeak
import Dispatch

/// What the machine's cores can do: fused multiply-adds in registers, and nothing else.
enum Peak {
  /// Returns floating-point operations per second, the best of some tries, with so many threads.
  static func operationsPerSecond(threads: Int) -> Double {
    let rounds: Int64 = 20_000_000
    // The kernel knows how many operations a round is.
    let operations = cpeak_multiply_add(1) * Double(rounds) * Double(threads)
    let clock = ContinuousClock()
    return (0..<5).map { _ in
      let duration = clock.measure {
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          _ = cpeak_multiply_add(rounds)
        }
      }
      let (whole, attoseconds) = duration.components
      return operations / (Double(whole) + Double(attoseconds) * 1e-18)
    }.max() ?? .nan
  }
}
