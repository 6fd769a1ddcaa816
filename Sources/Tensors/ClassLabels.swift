/// The right class of each row of logits, numbered from 0.
public struct ClassLabels: Hashable, Sendable {
  private let labels: [Int32]

  /// Creates labels for logits of shape `[rows, classes]`, or says which one does not fit.
  public init(_ labels: [Int], for logits: Shape) throws(ShapeError) {
    guard logits.rank == 2 else {
      throw .wrongRank(operation: "crossEntropy", expected: "logits [rows, classes]", found: logits)
    }
    guard labels.count == logits[0] else {
      throw .labelCount(found: labels.count, expected: logits[0])
    }
    for label in labels where !(0..<logits[1]).contains(label) {
      throw .labelOutOfRange(label: label, classes: logits[1])
    }
    self.labels = labels.map(Int32.init)
  }

  /// The number of rows.
  public var count: Int { labels.count }

  /// Calls `body` with the classes; never with none of them unset.
  package func withClasses(_ body: (UnsafePointer<Int32>) -> Void) {
    // One more than there are, so that there is an address even for no labels.
    unsafe (labels + [0]).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe body(base)
    }
  }
}
