import Foundation

/// Prints figures as rows of a table.
struct Report {
  let peak: Double
  let threads: Int

  func printHead() {
    print(
      """
      \(threads) threads, fused multiply-add peak \(gigaflops(peak)) GFLOP/s
      GFLOP/s are those that direct convolutions would need; Winograd's method needs fewer.

      """)
    print(
      row([
        "workload", "tasks", "s/iteration", "GFLOP/s", "of peak", "memory", "torch s", "memory",
        "ratio",
      ]))
  }

  func printRow(_ comparison: Comparison) {
    let rate = comparison.operationsPerSecond
    let ratio = comparison.peerSeconds.map { "\(decimal($0 / comparison.seconds, 2))×" }
    print(
      row([
        comparison.workload.description, "\(comparison.workload.tasksPerBatch)",
        decimal(comparison.seconds, 4), gigaflops(rate), "\(decimal(100 * rate / peak, 0)) %",
        megabytes(comparison.peakBytes), comparison.peerSeconds.map { decimal($0, 4) } ?? "-",
        comparison.peerPeakBytes.map(megabytes) ?? "-", ratio ?? "-",
      ]))
  }

  private func row(_ cells: [String]) -> String {
    let widths = [29, 5, 11, 8, 8, 8, 8, 8, 6]
    return zip(cells, widths).enumerated().map { index, cell in
      let (text, width) = cell
      let padding = String(repeating: " ", count: max(0, width - text.count))
      return index == 0 ? text + padding : padding + text
    }.joined(separator: "  ")
  }

  private func gigaflops(_ rate: Double) -> String { decimal(rate / 1e9, 0) }
  private func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
  private func decimal(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", number)
  }
}
