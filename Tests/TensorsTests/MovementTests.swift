import Tensors
import Testing

@Suite struct MovementTests {
  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [0, 2, 3, 1], [2, 3, 0, 1]])
  func `a transpose moves every element`(permutation: [Int]) {
    let x = random([2, 3, 5, 7])
    let shape = permutation.map { x.shape[$0] }
    let expected = Naive(shape: shape) { index in
      var source = index
      for (axis, from) in permutation.enumerated() { source[from] = index[axis] }
      return Naive(x)[source]
    }

    #expect(difference(x.transposed(permutation), expected) == 0)
  }

  @Test func `a slice is the part inside`() {
    let x = random([3, 5, 7])
    let expected = Naive(shape: [2, 1, 4]) { Naive(x)[[$0[0] + 1, $0[1] + 4, $0[2] + 2]] }

    #expect(difference(x.slice([1..<3, 4..<5, 2..<6]), expected) == 0)
    #expect(x.slice([1..<1, 0..<5, 0..<7]).shape == [0, 5, 7])
  }

  @Test func `embedding puts a part into zeros`() {
    let x = random([2, 1, 4])

    let embedded = x.embedded(in: [3, 5, 7], at: [1, 4, 2])

    #expect(difference(embedded.slice([1..<3, 4..<5, 2..<6]), Naive(x)) == 0)
    #expect(embedded.scalars.filter { $0 != 0 }.count == 8)
  }

  @Test(arguments: [0, 1, 2])
  func `concatenated parts can be cut out again`(axis: Int) {
    let (a, b, none) = (random([2, 3, 4]), random([2, 3, 4], seed: 2), Shape([2, 3, 4]))
    var empty = none.dimensions
    empty[axis] = 0
    let parts = [a, DenseArray(repeating: 0, shape: Shape(empty)), b]
    var shape = none.dimensions
    shape[axis] *= 2
    var second = shape.map { 0..<$0 }
    second[axis] = none[axis]..<2 * none[axis]

    let joined = DenseArray.concatenation(of: parts, along: axis, shape: Shape(shape))

    #expect(difference(joined.slice(none.dimensions.map { 0..<$0 }), Naive(a)) == 0)
    #expect(difference(joined.slice(second), Naive(b)) == 0)
  }

  @Test func `gather picks and scatter adds`() {
    let map = PositionMap(source: [2, 3], shape: [4], positions: [5, 0, 5, 2])
    let x = DenseArray(shape: [2, 3], scalars: [1, 2, 3, 4, 5, 6])

    #expect(x.gather(map).scalars == [6, 1, 6, 3])
    #expect(x.gather(map).scatter(map).scalars == [1, 0, 3, 0, 0, 12])
  }
}
