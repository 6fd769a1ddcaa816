internal import COneDNN

// Where winograd.h knows the sizes, there; elsewhere by oneDNN, in parts of the batch that are some
// milliseconds' work, mostly the whole of it: a thread that is to end does not wait for a large one.

extension DenseArray {
  /// Returns images convolved with weights.
  package static func convolution(
    _ images: DenseArray, _ weights: DenseArray, _ geometry: ConvolutionGeometry
  ) -> DenseArray {
    guard !geometry.isEmpty else { return DenseArray(repeating: 0, shape: geometry.result) }
    return unsafe DenseArray(shape: geometry.result) { result in
      if let winograd = WinogradConvolution(geometry) {
        unsafe winograd.forward(images.storage.elements, weights.storage.elements, into: result)
        return
      }
      geometry.inParts { part, start in
        var native = part.native
        let failure = unsafe onednn_convolution_forward(
          &native, images.storage.elements + start.image, weights.storage.elements,
          result + start.result)
        unsafe requireSuccess(failure, of: "a convolution")
      }
    }
  }

  /// Returns the adjoint of the convolution in its images.
  package static func convolutionImageGradient(
    _ resultGradient: DenseArray, _ weights: DenseArray, _ geometry: ConvolutionGeometry
  ) -> DenseArray {
    guard !geometry.isEmpty else { return DenseArray(repeating: 0, shape: geometry.images) }
    return unsafe DenseArray(shape: geometry.images) { result in
      if let winograd = WinogradConvolution(geometry) {
        unsafe winograd.imageGradient(
          resultGradient.storage.elements, weights.storage.elements, into: result)
        return
      }
      geometry.inParts { part, start in
        var native = part.native
        let failure = unsafe onednn_convolution_backward_data(
          &native, resultGradient.storage.elements + start.result, weights.storage.elements,
          result + start.image)
        unsafe requireSuccess(failure, of: "a convolution's gradient in its images")
      }
    }
  }

  /// Returns the adjoint of the convolution in its weights.
  package static func convolutionWeightGradient(
    _ images: DenseArray, _ resultGradient: DenseArray, _ geometry: ConvolutionGeometry
  ) -> DenseArray {
    guard !geometry.isEmpty else { return DenseArray(repeating: 0, shape: geometry.weights) }
    if let winograd = WinogradConvolution(geometry) {
      return unsafe DenseArray(shape: geometry.weights) { result in
        unsafe winograd.weightGradient(
          images.storage.elements, resultGradient.storage.elements, into: result)
      }
    }
    var sum: DenseArray?
    geometry.inParts { part, start in
      var native = part.native
      let gradient = unsafe DenseArray(shape: geometry.weights) { result in
        let failure = unsafe onednn_convolution_backward_weights(
          &native, images.storage.elements + start.image,
          resultGradient.storage.elements + start.result, result)
        unsafe requireSuccess(failure, of: "a convolution's gradient in its weights")
      }
      // A gradient without numbers is that of work that is to end: nothing is added to it.
      sum =
        sum.map { gradient.isReadable ? $0.binary(.add, gradient, shape: $0.shape) : gradient }
        ?? gradient
    }
    return sum ?? DenseArray(missing: geometry.weights)
  }
}

extension ConvolutionGeometry {
  /// Calls `body` with the geometries of parts of the batch, and for each how many elements into the
  /// images and the results it starts, until all are done or the work's `Allowance` is spent.
  fileprivate func inParts(
    _ body: (ConvolutionGeometry, _ start: (image: Int, result: Int)) -> Void
  ) {
    let imageSize = images.elementCount / images[0]
    let resultSize = result.elementCount / images[0]
    let (work, overflow) = (resultSize / result[3]).multipliedReportingOverflow(
      by: weights.elementCount)
    let size = overflow ? 1 : max(1, (1 << 29) / max(1, work))
    inPieces(images[0], of: size) { piece in
      body(
        part(of: piece.count),
        (piece.lowerBound * imageSize, piece.lowerBound * resultSize))
    }
  }
}
