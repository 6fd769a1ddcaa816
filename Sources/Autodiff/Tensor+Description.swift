import Tensors

extension Tensor: CustomStringConvertible {
  /// The numbers in nested brackets: `[[1.0, 2.0], [3.0, 4.0]]`; of a large tensor, the shape and
  /// the first numbers.
  public var description: String {
    guard elementCount <= 64 else {
      let first = (0..<8).map { "\(array.scalar(at: $0))" }.joined(separator: ", ")
      return "tensor \(shape): \(first), …"
    }
    let values = scalars
    return text(of: values[...], axes: shape.dimensions[...])
  }

  private func text(of values: ArraySlice<Float>, axes: ArraySlice<Int>) -> String {
    guard let size = axes.first else { return values.first.map { "\($0)" } ?? "" }
    let length = size == 0 ? 0 : values.count / size
    let parts = (0..<size).map { index in
      let start = values.startIndex + index * length
      return text(of: values[start..<start + length], axes: axes.dropFirst())
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}
