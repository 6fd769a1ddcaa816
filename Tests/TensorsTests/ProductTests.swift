import Tensors
import Testing

@Suite struct ProductTests {
  static let sizes: [[Int]] = [
    [1, 1, 1], [2, 3, 5], [17, 13, 31], [1, 64, 5], [64, 1, 5], [5, 64, 1], [0, 3, 2],
    [3, 0, 2], [3, 2, 0], [33, 65, 127],
  ]

  @Test(arguments: sizes, [(false, false), (false, true), (true, false), (true, true)])
  func `a matrix product is a sum of products`(
    size: [Int], transposed: (lhs: Bool, rhs: Bool)
  ) throws {
    let (rows, inner, columns) = (size[0], size[1], size[2])
    let a = random([rows, inner], seed: 1)
    let b = random([inner, columns], seed: 2)
    let (left, right) = (Naive(a), Naive(b))
    let expected = Naive(shape: [rows, columns]) { index in
      (0..<inner).reduce(0) { $0 + left[[index[0], $1]] * right[[$1, index[1]]] }
    }

    let product = DenseArray.matmul(
      transposed.lhs ? a.transposed([1, 0]) : a, transposed: transposed.lhs,
      transposed.rhs ? b.transposed([1, 0]) : b, transposed: transposed.rhs,
      shape: [rows, columns])

    #expect(difference(product, expected) < 1e-5)
  }
}
