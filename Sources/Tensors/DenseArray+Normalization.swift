internal import CKernels

extension DenseArray {
  /// Returns `(x − mean) / √(variance + epsilon)`, the mean and variance taken over all axes but
  /// the last.
  package func standardized(epsilon: Float) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      unsafe ck_standardize(rowCount, channelCount, epsilon, storage.elements, result)
    }
  }

  /// Returns `1 / √(variance + epsilon)` of each channel.
  package func inverseDeviation(epsilon: Float) -> DenseArray {
    unsafe DenseArray(shape: [shape[-1]]) { result in
      guard elementCount > 0 else {
        // The variance of no numbers counts as 0.
        let value = 1 / epsilon.squareRoot()
        unsafe result.initialize(repeating: value, count: shape[-1])
        return
      }
      unsafe ck_inverse_deviation(rowCount, channelCount, epsilon, storage.elements, result)
    }
  }

  /// Returns `g − mean(g) − x̂ · mean(g · x̂)` of each channel, this array being g.
  package func removingMoments(standardized: DenseArray) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      unsafe ck_remove_moments(
        rowCount, channelCount, storage.elements, standardized.storage.elements, result)
    }
  }

  private var channelCount: Int64 { Int64(shape[-1]) }
  private var rowCount: Int64 { Int64(elementCount / shape[-1]) }
}
