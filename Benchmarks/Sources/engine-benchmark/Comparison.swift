/// The figures of one workload: the engine's and, where there is one, the peer's.
struct Comparison {
  let workload: Workload
  /// Rounds in alternation, so that a slow minute of the machine slows both.
  var ours: [Measurement] = []
  var peers: [Measurement] = []

  var seconds: Double { median(ours.flatMap(\.seconds)) }
  var peerSeconds: Double? { peers.isEmpty ? nil : median(peers.flatMap(\.seconds)) }
  var peakBytes: Int { ours.map(\.peakBytes).max() ?? 0 }
  var peerPeakBytes: Int? { peers.map(\.peakBytes).max() }

  /// Floating-point operations per second that direct convolutions would need to be as fast.
  var operationsPerSecond: Double { workload.operationCount / seconds }
}

/// Returns the number in the middle.
func median(_ numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  guard !sorted.isEmpty else { return .nan }
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
