import Tensors
import Testing

@Suite struct NormalizationTests {
  static let shapes: [Shape] = [
    [1, 1], [7, 1], [1, 5], [131, 3], [5, 7, 3, 67], [200, 64], [9],
  ]

  @Test(arguments: shapes)
  func `standardized channels have mean 0 and variance 1`(shape: Shape) {
    let x = random(shape).affine(scale: 3, offset: 100)
    let (mean, variance) = moments(x)
    let expected = Naive(shape: shape.dimensions) { index in
      let channel = index[index.count - 1]
      return (Naive(x)[index] - mean[channel]) / (variance[channel] + 1e-5).squareRoot()
    }

    // The numbers are near 100, where single precision is 8e-6 apart, over a deviation of 1.7.
    #expect(difference(x.standardized(epsilon: 1e-5), expected) < 5e-5)
  }

  @Test(arguments: shapes)
  func `the inverse deviation is one number per channel`(shape: Shape) {
    let x = random(shape)
    let expected = Naive(
      shape: [shape[-1]], values: moments(x).variance.map { 1 / ($0 + 0.01).squareRoot() })

    #expect(difference(x.inverseDeviation(epsilon: 0.01), expected) < 1e-5)
  }

  @Test(arguments: shapes)
  func `removed moments leave nothing of 1 and of x̂`(shape: Shape) {
    let g = random(shape, seed: 1)
    let standardized = random(shape, seed: 2).standardized(epsilon: 0)
    guard shape != [1, 5], shape != [1, 1], shape != [9] else { return }

    let rest = g.removingMoments(standardized: standardized)

    let product = rest.binary(.multiply, standardized, shape: shape)
    let zero = Naive(shape: [shape[-1]]) { _ in 0 }
    #expect(difference(rest.sum(to: [shape[-1]]), zero) < 1e-3)
    #expect(difference(product.sum(to: [shape[-1]]), zero) < 1e-3)
  }
}

/// Returns the mean and variance of each channel of the last axis.
private func moments(_ x: DenseArray) -> (mean: [Double], variance: [Double]) {
  let channels = x.shape[-1]
  let columns = (0..<channels).map { channel in
    Naive(x).values.enumerated().filter { $0.offset % channels == channel }.map(\.element)
  }
  let mean = columns.map { $0.reduce(0, +) / Double($0.count) }
  let variance = zip(columns, mean).map { column, mean in
    column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
  }
  return (mean, variance)
}
