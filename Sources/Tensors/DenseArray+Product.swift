internal import COneDNN

extension DenseArray {
  /// Returns the product of two matrices, either of which may be stored transposed.
  package static func matmul(
    _ lhs: DenseArray, transposed transposeLhs: Bool,
    _ rhs: DenseArray, transposed transposeRhs: Bool, shape: Shape
  ) -> DenseArray {
    let inner = lhs.shape.dimensions[transposeLhs ? 0 : 1]
    guard shape.elementCount > 0, inner > 0 else { return DenseArray(repeating: 0, shape: shape) }
    return unsafe DenseArray(shape: shape) { result in
      let failure = unsafe onednn_matmul(
        transposeLhs, transposeRhs, Int64(shape.dimensions[0]), Int64(shape.dimensions[1]),
        Int64(inner), lhs.storage.elements, rhs.storage.elements, result)
      unsafe requireSuccess(failure, of: "a matrix product")
    }
  }
}

/// Stops the program when oneDNN refuses sizes that were checked: memory or its code generator
/// failed.
func requireSuccess(_ failure: UnsafePointer<CChar>?, of operation: String) {
  guard let failure = unsafe failure else { return }
  fatalError(unsafe "oneDNN failed at \(operation): \(String(cString: failure))")
}
