import Autodiff
import Foundation
import Tensors

/// What PyTorch found in double precision; Tests/Fixtures/maml_second_order.py says how.
struct MetaGradientFixture: Decodable {
  struct Parameter: Decodable {
    var name: String
    var shape: [Int]
    var offset: Double
    var scale: Double
  }

  struct Network: Decodable {
    var supportLosses: [Double]
    var queryLoss: Double
    var innerGradient, hessianVector, metaGradient, firstOrder: [String: [Double]]
  }

  var ways, support, query, steps: Int
  var rate: Double
  var names: [Parameter]
  var maxPool, strided: Network

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/maml_second_order.json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// The initial parameters.
  var parameters: [Tensor] {
    names.enumerated().map { index, parameter in
      let shape = Shape(parameter.shape)
      return drawn(2 + index, shape, offset: Float(parameter.offset), scale: Float(parameter.scale))
    }
  }

  /// Images 0 (support) or 1 (query), with their labels.
  func images(_ part: Int) -> (images: Tensor, labels: [Int]) {
    let count = ways * (part == 0 ? support : query)
    return (drawn(part, [count, 28, 28, 1], offset: 0, scale: 1), (0..<count).map { $0 % ways })
  }

  /// The numbers of a result in the order of the parameters.
  func flat(_ gradients: [String: [Double]]) -> [Double] {
    names.flatMap { gradients[$0.name] ?? [] }
  }

  private func drawn(_ number: Int, _ shape: Shape, offset: Float, scale: Float) -> Tensor {
    var state = 1 + number
    let scalars = (0..<shape.elementCount).map { _ in
      state = (1_103_515_245 * state + 12345) % (1 << 31)
      return Float(2 * Double(state) / 2_147_483_648 - 1) * scale + offset
    }
    return Tensor(shape: shape, scalars: scalars)
  }
}
