import Tensors
import Testing

@Suite struct ElementwiseTests {
  /// Pairs of shapes that fit together in every way: equal, rows, columns, single numbers, axes
  /// missing and in the middle, none.
  static let pairs: [(Shape, Shape)] = [
    ([], []), ([7], [7]), ([7], []), ([], [7]), ([1], [1]), ([0], [1]), ([3, 0], [1, 1]),
    ([5, 7], [7]), ([7], [5, 7]), ([5, 7], [5, 1]), ([5, 1], [5, 7]), ([5, 1], [1, 7]),
    ([2, 3, 5], [3, 1]), ([2, 1, 5], [1, 3, 1]), ([2, 3, 5, 7], [1, 3, 1, 7]),
    ([2, 3, 5, 7], [2, 1, 5, 1]), ([17, 33], [33]), ([1, 2, 1, 3, 1], [2, 2, 2, 1, 2]),
  ]

  @Test(arguments: pairs)
  func `a binary operation repeats its operands`(lhs: Shape, rhs: Shape) throws {
    let (a, b) = (random(lhs, seed: 1), random(rhs, seed: 2))
    let shape = try lhs.broadcast(with: rhs)
    let (left, right) = (Naive(a), Naive(b))

    let difference = difference(
      a.binary(.subtract, b, shape: shape),
      Naive(shape: shape.dimensions) { left.repeated(at: $0) - right.repeated(at: $0) })

    #expect(difference < 1e-6)
  }

  @Test func `each binary operation is what its name says`() {
    let rules: [(DenseArray.BinaryOperation, (Double, Double) -> Double)] = [
      (.add, { $0 + $1 }), (.subtract, { $0 - $1 }), (.multiply, { $0 * $1 }),
      (.divide, { $0 / $1 }), (.maximum, { Swift.max($0, $1) }),
      (.minimum, { Swift.min($0, $1) }), (.greater, { $0 > $1 ? 1 : 0 }),
      (.greaterOrEqual, { $0 >= $1 ? 1 : 0 }), (.equal, { $0 == $1 ? 1 : 0 }),
      (.gate, { $1 > 0 ? $0 : 0 }),
    ]
    let a = DenseArray(shape: [5], scalars: [1, -2, 3, 0.5, -4])
    let b = DenseArray(shape: [5], scalars: [2, -2, -1, 0.25, 8])
    for (operation, rule) in rules {
      let expected = Naive(shape: [5], values: zip(Naive(a).values, Naive(b).values).map(rule))

      #expect(difference(a.binary(operation, b, shape: [5]), expected) < 1e-6, "\(operation)")
    }
  }

  @Test func `a number that is not one stays so`() {
    let array = DenseArray(shape: [2], scalars: [.nan, -1])
    let one = DenseArray(shape: [2], scalars: [1, .nan])

    #expect(array.unary(.relu).scalars[0].isNaN)
    #expect(array.binary(.maximum, one, shape: [2]).scalars.allSatisfy { $0.isNaN })
    #expect(array.binary(.minimum, one, shape: [2]).scalars.allSatisfy { $0.isNaN })
  }

  @Test func `each function of one number is what its name says`() {
    let x = DenseArray(shape: [17], scalars: (1...17).map { Float($0) / 5 })
    let values = Naive(x).values
    #expect(difference(x.unary(.logarithm).unary(.exponential), Naive(x)) < 1e-6)
    #expect(difference(x.power(2).unary(.squareRoot), Naive(x)) < 1e-6)
    #expect(difference(x.power(-1).power(-1), Naive(x)) < 1e-6)
    #expect(
      difference(x.power(2.5), Naive(shape: [17], values: values.map { $0 * $0 * $0.squareRoot() }))
        < 1e-6)
    #expect(
      difference(
        x.affine(scale: -2, offset: 1), Naive(shape: [17], values: values.map { 1 - 2 * $0 }))
        < 1e-6)
    let signed = DenseArray(shape: [3], scalars: [-2, 0, 3])
    #expect(signed.unary(.relu).scalars == [0, 0, 3])
    #expect(signed.unary(.absolute).scalars == [2, 0, 3])
    #expect(signed.unary(.sign).scalars == [-1, 0, 1])
  }

  @Test func `tanh and sigmoid are the same curve`() {
    // tanh(x) = 2 · sigmoid(2x) − 1, and tanh(1) from a table
    let x = random([31])

    let both = x.affine(scale: 2, offset: 0).unary(.sigmoid).affine(scale: 2, offset: -1)

    #expect(difference(x.unary(.hyperbolicTangent), Naive(both)) < 1e-6)
    #expect((DenseArray(1).unary(.hyperbolicTangent).scalars[0] - 0.761_594_2).magnitude < 1e-6)
  }
}
