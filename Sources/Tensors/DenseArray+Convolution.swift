internal import COneDNN

extension DenseArray {
  /// Returns images convolved with weights.
  package static func convolution(
    _ images: DenseArray, _ weights: DenseArray, _ geometry: ConvolutionGeometry
  ) -> DenseArray {
    guard !geometry.isEmpty else { return DenseArray(repeating: 0, shape: geometry.result) }
    var native = geometry.native
    return unsafe DenseArray(shape: geometry.result) { result in
      let failure = unsafe onednn_convolution_forward(
        &native, images.storage.elements, weights.storage.elements, result)
      unsafe requireSuccess(failure, of: "a convolution")
    }
  }

  /// Returns the adjoint of the convolution in its images.
  package static func convolutionImageGradient(
    _ resultGradient: DenseArray, _ weights: DenseArray, _ geometry: ConvolutionGeometry
  ) -> DenseArray {
    guard !geometry.isEmpty else { return DenseArray(repeating: 0, shape: geometry.images) }
    var native = geometry.native
    return unsafe DenseArray(shape: geometry.images) { result in
      let failure = unsafe onednn_convolution_backward_data(
        &native, resultGradient.storage.elements, weights.storage.elements, result)
      unsafe requireSuccess(failure, of: "a convolution's gradient in its images")
    }
  }

  /// Returns the adjoint of the convolution in its weights.
  package static func convolutionWeightGradient(
    _ images: DenseArray, _ resultGradient: DenseArray, _ geometry: ConvolutionGeometry
  ) -> DenseArray {
    guard !geometry.isEmpty else { return DenseArray(repeating: 0, shape: geometry.weights) }
    var native = geometry.native
    return unsafe DenseArray(shape: geometry.weights) { result in
      let failure = unsafe onednn_convolution_backward_weights(
        &native, images.storage.elements, resultGradient.storage.elements, result)
      unsafe requireSuccess(failure, of: "a convolution's gradient in its weights")
    }
  }
}
