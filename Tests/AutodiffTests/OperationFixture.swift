import Autodiff
import Foundation
import Tensors

/// What PyTorch found in double precision; Tests/Fixtures/operations.py says how.
struct OperationFixture: Decodable {
  var shapes: [[Int]]
  var shape: [Int]
  var value: [Double]
  var orders: [[[Double]]]

  static func all() throws -> [String: OperationFixture] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/operations.json")
    return try JSONDecoder().decode(
      [String: OperationFixture].self, from: Data(contentsOf: file))
  }

  /// The inputs, each with the number that its draw starts from.
  var inputs: [Tensor] { drawn(0, shapes) }

  /// Returns the gradients of orders 1 to 3 that the fixture describes.
  func derivatives(of operation: @escaping ([Tensor]) -> Tensor) -> [[Tensor]] {
    let inputs = inputs
    let weights = drawn(100, [shape])[0]
    let (first, second) = (drawn(200, shapes), drawn(300, shapes))
    let one = { (x: [Tensor]) in
      gradient(at: x) { x in
        let y = operation(x)
        return (weights * y * y * y).sum()
      }
    }
    let two = { (x: [Tensor]) in gradient(at: x) { x in dot(one(x), first) } }
    let three = { (x: [Tensor]) in gradient(at: x) { x in dot(two(x), second) } }
    return [one(inputs), two(inputs), three(inputs)]
  }

  private func drawn(_ number: Int, _ shapes: [[Int]]) -> [Tensor] {
    shapes.enumerated().map { index, sizes in
      let shape = Shape(sizes)
      var state = 1 + number + index
      let scalars = (0..<shape.elementCount).map { _ in
        state = (1_103_515_245 * state + 12345) % (1 << 31)
        return Float(2 * Double(state) / 2_147_483_648 - 1)
      }
      return Tensor(shape: shape, scalars: scalars)
    }
  }
}

private func dot(_ lhs: [Tensor], _ rhs: [Tensor]) -> Tensor {
  zip(lhs, rhs).reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
}

/// Returns the largest difference between numbers and an oracle, relative to the oracle's largest
/// where that is above 1; infinite where there are not as many.
func difference(_ found: [Float], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let size = max(1, expected.map(\.magnitude).max() ?? 0)
  let differences = zip(found, expected).map { (Double($0) - $1).magnitude / size }
  return differences.contains(where: \.isNaN) ? .infinity : differences.max() ?? 0
}
