import Tensors
import Testing

@Suite struct ReductionTests {
  static let sums: [(Shape, Shape)] = [
    ([], []), ([7], []), ([0], []), ([0, 3], [3]), ([3, 0], [3, 1]), ([5, 7], [7]),
    ([5, 7], [5, 1]), ([5, 7], [1, 1]), ([2, 3, 5], [3, 1]), ([2, 3, 5], [2, 1, 5]),
    ([2, 3, 5], [1, 3, 1]), ([2, 3, 5, 7], [1, 3, 1, 7]), ([2, 3, 5, 7], [2, 1, 5, 1]),
    ([67, 131], [131]), ([131, 67], [131, 1]), ([2, 2, 2, 2, 2], [2, 1, 2, 1, 2]),
  ]

  @Test(arguments: sums)
  func `a sum adds what a repeat would copy`(shape: Shape, target: Shape) {
    let x = random(shape)
    var expected = Naive(
      shape: target.dimensions, values: Array(repeating: 0, count: target.elementCount))
    for index in indices(of: shape.dimensions) {
      let place = zip(index.suffix(target.rank), target.dimensions).map { $1 == 1 ? 0 : $0 }
      expected[place] += Naive(x)[index]
    }

    #expect(difference(x.sum(to: target), expected) < 1e-5)
  }

  @Test(arguments: sums)
  func `a repeat copies`(target: Shape, shape: Shape) {
    let x = random(shape)

    let expected = Naive(shape: target.dimensions) { Naive(x).repeated(at: $0) }

    #expect(difference(x.broadcast(to: target), expected) == 0)
  }

  @Test(arguments: [Shape([1_000_003]), Shape([333_331, 3])])
  func `a long sum keeps its digits`(shape: Shape) {
    let x = DenseArray(repeating: 0.1, shape: shape)
    let target = Shape(Array(shape.dimensions.dropFirst()))
    let count = Double(shape[0])

    let sums = x.sum(to: target).scalars.map(Double.init)

    // 0.1 as a Float times the count; a plain Float sum is off by 1e-2.
    for sum in sums { #expect((sum / (Double(Float(0.1)) * count) - 1).magnitude < 1e-6) }
  }

  @Test func `the first of the largest stands first`() {
    let x = DenseArray(shape: [3, 4], scalars: [1, 3, 3, 0, -1, -2, -3, -4, 5, .nan, 9, 9])

    #expect(x.largestOfRows().scalars == [1, 4, 9])
  }
}
