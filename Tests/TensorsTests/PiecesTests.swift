import Allowances
import Tensors
import Testing

/// Large operations are taken in pieces; these are large enough to be, and have small whole numbers
/// in them, so that sums are exact.
@Suite struct PiecesTests {
  private func numbers(_ shape: Shape, _ number: (Int) -> Int) -> DenseArray {
    DenseArray(shape: shape, scalars: (0..<shape.elementCount).map { Float(number($0)) })
  }

  @Test func `what goes element by element is done to all of them`() {
    let x = numbers([5_000_011]) { $0 % 101 - 50 }

    #expect(x.affine(scale: 2, offset: 1).scalars == x.scalars.map { 2 * $0 + 1 })
    #expect(x.unary(.relu).scalars == x.scalars.map { max($0, 0) })
    #expect(x.binary(.add, x, shape: x.shape).scalars == x.scalars.map { $0 + $0 })
  }

  @Test func `what is repeated is repeated in every piece`() {
    let x = numbers([3, 2_000_003]) { $0 % 89 }
    let row = numbers([2_000_003]) { $0 % 7 }
    let column = numbers([3, 1]) { 100 * $0 }

    let byRow = x.binary(.add, row, shape: x.shape).scalars
    let byColumn = x.binary(.add, column, shape: x.shape).scalars

    #expect(byRow.indices.allSatisfy { byRow[$0] == Float($0 % 89 + $0 % 2_000_003 % 7) })
    #expect(byColumn.indices.allSatisfy { byColumn[$0] == Float($0 % 89 + 100 * ($0 / 2_000_003)) })
  }

  @Test func `a transposed array has every element in its place`() {
    let x = numbers([2003, 3001]) { $0 % 1009 }

    let result = x.transposed([1, 0]).scalars

    #expect(
      result.indices.allSatisfy { result[$0] == Float(($0 % 2003 * 3001 + $0 / 2003) % 1009) })
  }

  @Test(arguments: [[], [1, 2_000_003], [3, 1]])
  func `sums add all pieces`(target: [Int]) {
    let (rows, columns) = (3, 2_000_003)
    let x = numbers([rows, columns]) { $0 % 3 }
    var expected = [Float](repeating: 0, count: target.reduce(1, *))
    for place in 0..<rows * columns {
      let sum = target == [] ? 0 : target[0] == 1 ? place % columns : place / columns
      expected[sum] += Float(place % 3)
    }

    #expect(x.sum(to: Shape(target)).scalars == expected)
  }

  @Test(arguments: [false, true], [false, true])
  func `a product in blocks is the product`(transposeLhs: Bool, transposeRhs: Bool) {
    let (rows, inner, columns) = (1030, 1010, 1020)
    func left(_ row: Int, _ k: Int) -> Int { (row + 2 * k) % 5 }
    func right(_ k: Int, _ column: Int) -> Int { (3 * k + column) % 7 }
    let lhs =
      transposeLhs
      ? numbers([inner, rows]) { left($0 % rows, $0 / rows) }
      : numbers([rows, inner]) { left($0 / inner, $0 % inner) }
    let rhs =
      transposeRhs
      ? numbers([columns, inner]) { right($0 % inner, $0 / inner) }
      : numbers([inner, columns]) { right($0 / columns, $0 % columns) }

    let product = DenseArray.matmul(
      lhs, transposed: transposeLhs, rhs, transposed: transposeRhs, shape: [rows, columns])

    let scalars = product.scalars
    for place in stride(from: 0, to: scalars.count, by: 997) {
      let (row, column) = (place / columns, place % columns)
      let expected = (0..<inner).reduce(0) { $0 + left(row, $1) * right($1, column) }
      #expect(scalars[place] == Float(expected))
    }
  }

  @Test func `a convolution of a large batch is that of its images`() throws {
    let count = 40
    let geometry = try ConvolutionGeometry(
      images: [count, 32, 32, 64], weights: [3, 3, 64, 64], stride: 1, padding: .valid)
    let images = numbers(geometry.images) { $0 % 3 - 1 }
    let weights = numbers(geometry.weights) { $0 % 5 - 2 }
    let gradient = numbers(geometry.result) { $0 % 2 }

    let result = DenseArray.convolution(images, weights, geometry)
    let back = DenseArray.convolutionImageGradient(gradient, weights, geometry)
    let sum = DenseArray.convolutionWeightGradient(images, gradient, geometry)

    let one = try ConvolutionGeometry(
      images: [1, 32, 32, 64], weights: [3, 3, 64, 64], stride: 1, padding: .valid)
    var total = DenseArray(repeating: 0, shape: geometry.weights)
    for place in 0..<count {
      func part(_ x: DenseArray) -> DenseArray {
        x.slice([place..<place + 1] + x.shape.dimensions.dropFirst().map { 0..<$0 })
      }
      #expect(part(result).scalars == DenseArray.convolution(part(images), weights, one).scalars)
      #expect(
        part(back).scalars
          == DenseArray.convolutionImageGradient(part(gradient), weights, one).scalars)
      total = total.binary(
        .add, .convolutionWeightGradient(part(images), part(gradient), one), shape: total.shape)
    }
    #expect(sum.scalars == total.scalars)
  }

  @Test func `work that may take no more memory gets shapes without numbers`() {
    let allowance = Allowance(memory: 64 << 20)
    Allowance.$current.withValue(allowance) {
      let x = DenseArray(repeating: 1, shape: [100_000, 10_000])

      #expect(x.shape == [100_000, 10_000])
      #expect(x.scalars.isEmpty)
    }

    #expect(allowance.shortage == .memory(allowed: 64 << 20))
  }
}
