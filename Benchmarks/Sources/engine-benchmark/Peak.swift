import CPeak
import Dispatch

/// What the machine's cores can do: fused multiply-adds in registers, and nothing else.
enum Peak {
  /// Returns floating-point operations per second, the best of some tries, with so many threads.
  static func operationsPerSecond(threads: Int) -> Double {
    let rounds: Int64 = 20_000_000
    let clock = ContinuousClock()
    return (0..<5).map { _ in
      let duration = clock.measure {
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          _ = cpeak_multiply_add(rounds)
        }
      }
      let (whole, attoseconds) = duration.components
      let operations = 2.0 * 6 * 16 * Double(rounds) * Double(threads)
      return operations / (Double(whole) + Double(attoseconds) * 1e-18)
    }.max() ?? .nan
  }
}
