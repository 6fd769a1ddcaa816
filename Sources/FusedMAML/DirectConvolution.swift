internal import Allowances
internal import COneDNN

/// A convolution of one size, and its two adjoints, computed by oneDNN on the calling thread.
///
/// Images are `[images, height, width, pitch]`, weights `[kernel, kernel, input pitch, map pitch]`.
struct DirectConvolution {
  private let shape: BlockShape

  init(_ shape: BlockShape) { self.shape = shape }

  /// map = input ∗ weights
  func forward(_ images: Int, _ input: Floats, _ weights: Floats, into map: Floats) {
    var geometry = geometry(of: images)
    unsafe requireSuccess(
      onednn_convolution_forward(&geometry, input.base, weights.base, map.base))
  }

  /// inputGradient = the adjoint in the input.
  func backward(_ images: Int, _ mapGradient: Floats, _ weights: Floats, into gradient: Floats) {
    var geometry = geometry(of: images)
    unsafe requireSuccess(
      onednn_convolution_backward_data(
        &geometry, mapGradient.base, weights.base, gradient.base))
  }

  /// weightGradient = the adjoint in the weights.
  func weightGradient(
    _ images: Int, _ input: Floats, _ mapGradient: Floats, into gradient: Floats
  ) {
    var geometry = geometry(of: images)
    unsafe requireSuccess(
      onednn_convolution_backward_weights(
        &geometry, input.base, mapGradient.base, gradient.base))
  }

  private func geometry(of images: Int) -> onednn_convolution_geometry {
    let (input, map, block) = (shape.input, shape.map, shape.block)
    // The window may stop short of the padded edge; oneDNN wants to see that in the padding.
    func after(_ size: Int, _ moves: Int) -> Int {
      (moves - 1) * block.stride + block.kernel - size - block.padding
    }
    return onednn_convolution_geometry(
      batch: Int64(images), inputHeight: Int64(input.height), inputWidth: Int64(input.width),
      inputChannels: Int64(input.pitch), outputHeight: Int64(map.height),
      outputWidth: Int64(map.width), outputChannels: Int64(map.pitch),
      kernelHeight: Int64(block.kernel), kernelWidth: Int64(block.kernel),
      strideHeight: Int64(block.stride), strideWidth: Int64(block.stride),
      padTop: Int64(block.padding), padBottom: Int64(after(input.height, map.height)),
      padLeft: Int64(block.padding), padRight: Int64(after(input.width, map.width)))
  }

  /// Work that may use up only so much memory is told that there was none, and ends soon.
  private func requireSuccess(_ failure: UnsafePointer<CChar>?) {
    guard let failure = unsafe failure else { return }
    guard Allowance.current == nil else { return Allowance.noteFailure(1 << 20) }
    fatalError(unsafe "oneDNN failed at a convolution: \(String(cString: failure))")
  }
}
