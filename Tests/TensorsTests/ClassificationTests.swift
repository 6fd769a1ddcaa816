import Tensors
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ClassificationTests {
  @Test(arguments: [Shape([1, 1]), Shape([3, 5]), Shape([7, 2, 20]), Shape([0, 5])])
  func `softmax is in proportion to the exponential`(shape: Shape) {
    let x = random(shape).affine(scale: 10, offset: 1000)
    let expected = Naive(shape: shape.dimensions) { index in
      let row = (0..<shape[-1]).map { Naive(x)[index.dropLast() + [$0]] }
      return 1 / row.reduce(0) { $0 + exp($1 - Naive(x)[index]) }
    }
    let logarithm = Naive(shape: expected.shape, values: expected.values.map { log($0) })

    #expect(difference(x.softmax(), expected) < 1e-5)
    #expect(difference(x.logSoftmax(), logarithm) < 1e-5)
  }

  @Test func `the cross entropy is the mean surprise at the labels`() throws {
    let x = random([3, 5]).affine(scale: 4, offset: 0)
    let labels = try ClassLabels([4, 0, 4], for: x.shape)
    let logarithms = Naive(x.logSoftmax())
    let expected = -(logarithms[[0, 4]] + logarithms[[1, 0]] + logarithms[[2, 4]]) / 3

    #expect((Double(x.crossEntropy(labels).scalars[0]) - expected).magnitude < 1e-6)
  }

  @Test func `the cross entropy of no rows is 0`() throws {
    let labels = try ClassLabels([], for: [0, 5])

    #expect(DenseArray(shape: [0, 5], scalars: []).crossEntropy(labels).scalars == [0])
  }
}
