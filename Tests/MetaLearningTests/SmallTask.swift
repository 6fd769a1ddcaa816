import Autodiff
import Foundation
import MetaLearning
import Tensors

/// What `Fixtures/make_algorithm_gradients.py` computed with PyTorch in float64.
struct AlgorithmGradient: Decodable {
  var name: String
  var loss: Double
  var accuracy: Double
  var gradient: [String: [Double]]

  static func load() throws -> [AlgorithmGradient] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/algorithm_gradients.json")
    return try JSONDecoder().decode([AlgorithmGradient].self, from: Data(contentsOf: file))
  }
}

/// The network and the task of that script.
enum SmallTask {
  static let network: Network = {
    let layers: [Layer] = [
      .convolution(inputs: 1, outputs: 4, stride: 2), .batchNormalization(channels: 4), .relu,
      .convolution(inputs: 4, outputs: 4, stride: 2), .batchNormalization(channels: 4), .tanh,
      .globalMean, .dense(inputs: 4, outputs: 3),
    ]
    let network = trapping { () throws(ShapeError) in try Network(layers) }
    var stream = -1
    return network.mapParameters { name, tensor in
      stream += 1
      return isScale(name)
        ? drawn(tensor.shape, stream, 0.5, 1.5) : drawn(tensor.shape, stream, -0.8, 0.8)
    }
  }()

  static let episode = Episode(
    support: images([0, 0, 1, 2, 2, 2], stream: 100), query: images([0, 1, 1, 2, 2], stream: 200))

  /// A rate for each parameter, as MetaSGD learns them.
  static let parameterRates: [String: Tensor] = {
    var rates: [String: Tensor] = [:]
    for (place, (name, tensor)) in network.namedParameters.enumerated() {
      rates["rates.\(name)"] = drawn(tensor.shape, 300 + place, -0.1, 0.5)
    }
    return rates
  }()

  /// A rate for each of three steps and each tensor, as MAML++ learns them.
  static let stepRates = drawn([3, 10], 400, -0.1, 0.5)

  /// A normalization for each of three steps, as MAML++ learns them.
  static let stepNormalization: [String: Tensor] = {
    var rows: [String: Tensor] = [:]
    for (place, (name, _)) in network.namedParameters.enumerated() where name.hasPrefix("bn") {
      rows["steps.\(name)"] =
        isScale(name)
        ? drawn([3, 4], 500 + place, 0.5, 1.5) : drawn([3, 4], 500 + place, -0.8, 0.8)
    }
    return rows
  }()

  private static func isScale(_ name: String) -> Bool {
    name.hasPrefix("bn") && name.hasSuffix("weight")
  }

  private static func images(_ labels: [Int], stream: Int) -> Examples {
    let images = labels.enumerated().map { number, label in
      drawn([1, 8, 8, 1], stream + number, -1, 1) + 0.5 * drawn([1, 8, 8, 1], 50 + label, -1, 1)
    }
    return Examples(inputs: Tensor(concatenating: images), labels: labels)
  }

  /// Numbers between two others.
  static func drawn(_ shape: Shape, _ stream: Int, _ low: Double, _ high: Double) -> Tensor {
    Tensor(
      shape: shape,
      scalars: Formula.unit(shape.elementCount, stream: stream).map {
        Float(low + (high - low) * $0)
      })
  }
}
