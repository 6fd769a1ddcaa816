public import Autodiff
internal import Tensors

extension Tensor: Presented, OneLined {
  /// The shape, and the numbers as numpy lays them out.
  var presentation: Presentation {
    if rank == 0 { return Presentation(["Tensor(\(scalar))"]) }
    return Presentation(["Tensor \(shape.times)"] + TensorLayout(self).lines)
  }

  /// The shape, and the numbers where they are few.
  var line: String {
    if rank == 0 { return "Tensor(\(scalar))" }
    return elementCount > 8 ? "Tensor \(shape.times)" : "Tensor \(shape.times)  \(description)"
  }

  /// The shape: `3×4`.
  public var summary: String? { rank == 0 ? "scalar" : shape.times }

  /// Four bytes for each number.
  public var byteCount: Int? { elementCount * MemoryLayout<Float>.stride }
}

extension Shape {
  /// The sizes with × in between: `5×28×28×1`.
  var times: String { dimensions.map { "\($0)" }.joined(separator: "×") }
}

extension Tensor {
  /// The square root of the sum of squares, as text; nothing where they are too many to add up.
  var normText: String { squareSum.map { significant($0.squareRoot()) } ?? "" }

  /// The sum of squares; nil where the numbers are too many to add up for a table.
  var squareSum: Double? {
    guard elementCount <= 50_000_000 else { return nil }
    return array.withSpan { numbers in
      var sum = 0.0
      for index in numbers.indices { sum += Double(numbers[index]) * Double(numbers[index]) }
      return sum
    }
  }
}
