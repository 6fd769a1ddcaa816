import Tensors
import Testing

/// Convolutions of 64 into 64 channels, which have transforms of their own, against the sums of such of
/// 32 channels, which have none.
@Suite struct WinogradConvolutionTests {
  struct Case: CustomTestStringConvertible {
    var images: Int
    var size: Int
    var stride = 1
    var testDescription: String { "\(images) of \(size)×\(size), stride \(stride)" }

    func geometry(channels: Int) throws -> ConvolutionGeometry {
      try ConvolutionGeometry(
        images: [images, size, size, channels], weights: [3, 3, channels, 64], stride: stride,
        padding: .uniform(1))
    }
  }

  static let cases = [1, 5, 10, 23].flatMap { images in
    [(14, 1), (7, 1), (3, 1), (14, 2), (7, 2), (4, 2)].map { size, stride in
      Case(images: images, size: size, stride: stride)
    }
  }

  /// Returns the array's part inside a range of an axis.
  private func part(_ x: DenseArray, _ range: Range<Int>, of axis: Int) -> DenseArray {
    var ranges = x.shape.dimensions.map { 0..<$0 }
    ranges[axis] = range
    return x.slice(ranges)
  }

  @Test(arguments: cases)
  func `64 channels are convolved as the sum of their halves`(example: Case) throws {
    let (whole, half) = (try example.geometry(channels: 64), try example.geometry(channels: 32))
    let (x, w) = (random(whole.images, seed: 1), random(whole.weights, seed: 2))

    let found = DenseArray.convolution(x, w, whole)

    let halves = [0..<32, 32..<64].map {
      DenseArray.convolution(part(x, $0, of: 3), part(w, $0, of: 2), half)
    }
    let expected = halves[0].binary(.add, halves[1], shape: found.shape)
    // Sums of 576 products of numbers below 1; the transforms multiply them by up to 10.
    #expect(largestDifference(found, expected) < 2e-4)
  }

  @Test(arguments: cases)
  func `the gradients of 64 channels are those of their halves`(example: Case) throws {
    let (whole, half) = (try example.geometry(channels: 64), try example.geometry(channels: 32))
    let (x, w) = (random(whole.images, seed: 1), random(whole.weights, seed: 2))
    let g = random(whole.result, seed: 3)

    let images = DenseArray.convolutionImageGradient(g, w, whole)
    let weights = DenseArray.convolutionWeightGradient(x, g, whole)

    let size = Float(example.images * example.size)
    for range in [0..<32, 32..<64] {
      let expectedImages = DenseArray.convolutionImageGradient(g, part(w, range, of: 2), half)
      let expectedWeights = DenseArray.convolutionWeightGradient(part(x, range, of: 3), g, half)
      #expect(largestDifference(part(images, range, of: 3), expectedImages) < 2e-4)
      #expect(largestDifference(part(weights, range, of: 2), expectedWeights) < 2e-5 * size)
    }
  }

  private func largestDifference(_ found: DenseArray, _ expected: DenseArray) -> Float {
    #expect(found.shape == expected.shape)
    return zip(found.scalars, expected.scalars).map { abs($0 - $1) }.max() ?? .nan
  }
}
