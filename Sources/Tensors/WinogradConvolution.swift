internal import CKernels

/// A convolution of one of the sizes that winograd.h knows, and its two adjoints, in a transform domain:
/// 3×3 weights of 64 into 64 channels, which need a third of the products there.
///
/// It goes over the images a block at a time, so that coefficients stay in the caches.
struct WinogradConvolution {
  private let convolution: ck_convolution
  private let imageCount, inputSize, resultSize, coefficients: Int

  private static let blockSize = 10
  private static let weightCount = 9 * 64 * 64

  /// The convolution of a geometry; nil where the transforms don't know it.
  init?(_ geometry: ConvolutionGeometry) {
    guard geometry.weights == [3, 3, 64, 64], geometry.padsByOneBefore, geometry.images[0] > 0
    else { return nil }
    let (images, result) = (geometry.images, geometry.result)
    let sizes = [images[1], images[2], result[1], result[2]]
    switch (sizes, geometry.stride) {
    case ([14, 14, 14, 14], 1): convolution = ck_convolution_14
    case ([7, 7, 7, 7], 1): convolution = ck_convolution_7
    case ([3, 3, 3, 3], 1): convolution = ck_convolution_3
    case ([14, 14, 7, 7], 2): convolution = ck_convolution_14_strided
    case ([7, 7, 4, 4], 2): convolution = ck_convolution_7_strided
    case ([4, 4, 2, 2], 2): convolution = ck_convolution_4_strided
    default: return nil
    }
    imageCount = images[0]
    inputSize = images.elementCount / images[0]
    resultSize = result.elementCount / images[0]
    let line = Int(ck_winograd_coefficients(convolution))
    coefficients = line * line * 64
  }
}

extension WinogradConvolution {
  /// result = images ∗ weights
  func forward(
    _ images: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    unsafe inBlocks { first, count, input, product in
      unsafe ck_winograd_input(convolution, count, images + first * inputSize, input)
      unsafe ck_winograd_multiply(convolution, count, input, weights, nil, nil, product)
      unsafe ck_winograd_output(convolution, count, product, result + first * resultSize)
    }
  }

  /// gradient = the adjoint in the images.
  func imageGradient(
    _ resultGradient: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    into gradient: UnsafeMutablePointer<Float>
  ) {
    unsafe withScratch(Self.weightCount) { transposed in
      unsafe ck_winograd_transpose(weights, transposed)
      unsafe inBlocks { first, count, input, product in
        unsafe ck_winograd_output_adjoint(
          convolution, count, resultGradient + first * resultSize, product)
        unsafe ck_winograd_multiply(convolution, count, product, transposed, nil, nil, input)
        unsafe ck_winograd_input_adjoint(
          convolution, count, input, gradient + first * inputSize)
      }
    }
  }

  /// gradient = the adjoint in the weights.
  func weightGradient(
    _ images: UnsafePointer<Float>, _ resultGradient: UnsafePointer<Float>,
    into gradient: UnsafeMutablePointer<Float>
  ) {
    unsafe gradient.initialize(repeating: 0, count: Self.weightCount)
    unsafe inBlocks { first, count, input, product in
      unsafe ck_winograd_input(convolution, count, images + first * inputSize, input)
      unsafe ck_winograd_output_adjoint(
        convolution, count, resultGradient + first * resultSize, product)
      unsafe ck_winograd_accumulate(convolution, count, input, product, nil, nil, gradient)
    }
  }
}

// MARK: - Blocks

extension WinogradConvolution {
  /// Calls `body` with the first image and the number of images of each equal block, and with room for
  /// the coefficients of its images and of its results, until all are done or the work's `Allowance`
  /// is spent.
  private func inBlocks(
    _ body: (Int, Int64, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    let blocks = (imageCount + Self.blockSize - 1) / Self.blockSize
    let size = (imageCount + blocks - 1) / blocks
    unsafe withScratch(2 * size * coefficients) { scratch in
      inPieces(imageCount, of: size) { block in
        unsafe body(
          block.lowerBound, Int64(block.count), scratch, scratch + size * coefficients)
      }
    }
  }

  /// Calls `body` with room for some numbers, where there is memory for them.
  private func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
    _ = unsafe Storage(count: count, fill: body)
  }
}
