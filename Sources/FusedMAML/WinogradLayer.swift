internal import CKernels

/// A layer of 3×3 convolutions of 64 into 64 channels of the sizes that winograd.h knows.
///
/// Convolutions are computed in a transform domain, a block of images at a time so that coefficients
/// stay in the caches; batch normalization needs whole batches, so maps are kept.
final class WinogradLayer: BlockLayer {
  let shape: BlockShape
  let convolution: ck_convolution
  /// Which of the network's layers of this kind this is, from 0.
  let index: Int
  /// Floats per image of the coefficients.
  let coefficients: Int

  var keepsMap: Bool { true }

  /// The layer for a block; nil where the transforms don't know it.
  init?(_ shape: BlockShape, index: Int) {
    let block = shape.block, input = shape.input
    guard input.channels == 64, input.height == input.width,
      (block.filters, block.kernel, block.padding) == (64, 3, 1)
    else { return nil }
    switch (input.height, block.stride) {
    case (14, 1): convolution = ck_convolution_14
    case (7, 1): convolution = ck_convolution_7
    case (3, 1): convolution = ck_convolution_3
    case (14, 2): convolution = ck_convolution_14_strided
    case (7, 2): convolution = ck_convolution_7_strided
    case (4, 2): convolution = ck_convolution_4_strided
    default: return nil
    }
    self.shape = shape
    self.index = index
    let line = Int(ck_winograd_coefficients(convolution))
    coefficients = line * line * shape.map.pitch
  }
}

/// Buffers that one such layer's passes share, whatever they evaluate.
struct WinogradBuffers {
  /// The weights with input and output channels exchanged, and the same of the direction.
  let transposed, transposedTangent: Floats
  /// The coefficients of a block's input and of its tangent.
  let input, inputTangent: Floats

  init(_ layer: WinogradLayer, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    transposed = try arena.floats(layer.shape.weightCount)
    transposedTangent = try arena.floats(layer.shape.weightCount)
    let block = BlockBuffers.size(of: images)
    input = try arena.floats(block * layer.coefficients)
    inputTangent = try arena.floats(block * layer.coefficients)
  }
}
