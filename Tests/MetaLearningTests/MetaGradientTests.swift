import Autodiff
import Foundation
import MetaLearning
import Tensors
import Testing

/// What `Fixtures/make_meta_gradients.py` computed with PyTorch in float64.
struct TorchResults: Decodable {
  struct Parameter: Decodable {
    var name: String
    var norm: Double
    var components: [Double]
  }

  struct MetaGradient: Decodable {
    var network: String
    var order: String
    var loss: Double
    var accuracy: Double
    var parameters: [Parameter]
  }

  var adam: [[Double]]
  var metaGradients: [MetaGradient]

  static func load() throws -> TorchResults {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/meta_gradients.json")
    return try JSONDecoder().decode(TorchResults.self, from: Data(contentsOf: file))
  }
}

@Suite struct MetaGradientTests {
  private let task = Formula.episode

  private func metaGradient(
    _ kind: String, _ order: MAML.Order, by innerLoop: any InnerLoop = FusedInnerLoop()
  ) throws -> MetaGradient {
    let network = Formula.filled(kind == "pooled" ? .pooled(way: 5) : .strided(way: 5))
    var maml = MAML(order: order)
    maml.innerLoop = innerLoop
    return try maml.metaGradient(
      at: MetaParameters(network: network), for: task, interrupt: { false })
  }

  @Test(arguments: ["pooled", "strided"], MAML.Order.allCases)
  func `the meta-gradient is PyTorch's in float64`(kind: String, order: MAML.Order) throws {
    try expectPyTorch(kind, order, by: FusedInnerLoop())
  }

  @Test(arguments: ["pooled", "strided"], MAML.Order.allCases)
  func `the meta-gradient by tape is PyTorch's in float64`(kind: String, order: MAML.Order) throws {
    try expectPyTorch(kind, order, by: AutodiffInnerLoop())
  }

  private func expectPyTorch(
    _ kind: String, _ order: MAML.Order, by innerLoop: any InnerLoop
  ) throws {
    let expected = try #require(
      try TorchResults.load().metaGradients.first {
        $0.network == kind && $0.order == order.rawValue
      })

    let found = try metaGradient(kind, order, by: innerLoop)

    #expect(abs(found.queryLoss - expected.loss) < 1e-4 * expected.loss)
    #expect(abs(try #require(found.queryAccuracy) - expected.accuracy) < 1e-6)
    for parameter in expected.parameters {
      let tensor = try #require(found.gradient.network[parameter.name])
      let scalars = Formula.torchOrder(tensor)
      let norm = scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(norm - parameter.norm) < 1e-3 * parameter.norm, "\(parameter.name)")
      let stream = try #require(Formula.names.firstIndex(of: parameter.name))
      var error = 0.0
      var size = 0.0
      for (index, component) in parameter.components.enumerated() {
        let place = Int(Formula.hashed(index + 7919 * stream)) % scalars.count
        error += (Double(scalars[place]) - component) * (Double(scalars[place]) - component)
        size += component * component
      }
      #expect(error.squareRoot() < 1e-3 * size.squareRoot(), "\(parameter.name)")
    }
  }

  @Test(arguments: ["pooled", "strided"])
  func `the first-order meta-gradient is another one`(kind: String) throws {
    let second = try metaGradient(kind, .second).gradient.network
    let first = try metaGradient(kind, .first).gradient.network

    let difference = second.zipMap(first) { $0 - $1 }
    #expect(norm(difference) > 0.3 * norm(second))
  }

  @Test func `without inner steps both orders are the gradient of the query loss`() throws {
    let network = Formula.filled(.strided(way: 5))
    let plain = gradient(at: network) { network in
      softmaxCrossEntropy(network(task.query.inputs), labels: task.query.labels)
    }
    for order in MAML.Order.allCases {
      let found = try MAML(innerSteps: 0, order: order).metaGradient(
        at: MetaParameters(network: network), for: task, interrupt: { false })
      // The fused passes add in another order than the tape: rounding is all that may differ.
      let difference = found.gradient.network.zipMap(plain) { $0 - $1 }
      #expect(norm(difference) < 1e-4 * norm(plain))
    }
  }

  @Test func `a bias in front of batch normalization has no derivative`() throws {
    let bias = try #require(metaGradient("pooled", .second).gradient.network["conv2.bias"])
    #expect(bias.scalars.allSatisfy { $0 == 0 })
  }

  @Test func `an interrupted meta-gradient is none`() {
    let parameters = MetaParameters(network: .strided(way: 5))
    #expect(throws: CancellationError.self) {
      try MAML().metaGradient(at: parameters, for: task, interrupt: { true })
    }
  }

  private func norm(_ network: Network) -> Float {
    network.parameters.reduce(0) { $0 + ($1 * $1).sum().scalar }.squareRoot()
  }
}

/// The numbers that the fixture's script and the tests both make.
enum Formula {
  static let names =
    (1...4).flatMap { block in
      ["conv\(block).weight", "conv\(block).bias", "bn\(block).weight", "bn\(block).bias"]
    } + ["fc.weight", "fc.bias"]

  static func hashed(_ number: Int) -> UInt32 {
    var bits = UInt32(truncatingIfNeeded: number) &* 2_654_435_761
    bits = (bits ^ (bits >> 15)) &* 2_246_822_519
    return bits ^ (bits >> 13)
  }

  static func unit(_ count: Int, stream: Int) -> [Double] {
    (0..<count).map { Double(hashed($0 + 1_000_003 * stream) >> 8) / 0x1p24 }
  }

  /// The network with the formula's numbers instead of its own.
  static func filled(_ network: Network) -> Network {
    network.mapParameters { name, tensor in
      let stream = names.firstIndex(of: name) ?? 0
      let numbers = unit(tensor.elementCount, stream: stream).map { unit in
        switch (name, stream % 4) {
        case ("fc.weight", _): Float((unit * 2 - 1) * 0.3)
        case ("fc.bias", _): Float(unit - 0.5)
        case (_, 0): Float((unit * 2 - 1) * (6 / Double(9 * tensor.shape[2])).squareRoot())
        case (_, 2): Float(unit + 0.5)
        default: Float(unit - 0.5)
        }
      }
      return fromTorchOrder(numbers, shape: tensor.shape)
    }
  }

  /// The numbers of a tensor in the order of PyTorch's layouts: output, input, height, width.
  static func torchOrder(_ tensor: Tensor) -> [Float] {
    switch tensor.rank {
    case 4: tensor.transposed(3, 2, 0, 1).scalars
    case 2: tensor.transposed().scalars
    default: tensor.scalars
    }
  }

  private static func fromTorchOrder(_ numbers: [Float], shape: Shape) -> Tensor {
    switch shape.rank {
    case 4:
      Tensor(shape: Shape([shape[3], shape[2], shape[0], shape[1]]), scalars: numbers)
        .transposed(2, 3, 1, 0)
    case 2: Tensor(shape: Shape([shape[1], shape[0]]), scalars: numbers).transposed()
    default: Tensor(shape: shape, scalars: numbers)
    }
  }

  static let episode = Episode(
    support: examples(perClass: 1, stream: 100), query: examples(perClass: 3, stream: 200))

  private static func examples(perClass: Int, stream: Int) -> Examples {
    examples((0..<5).flatMap { Array(repeating: $0, count: perClass) }, stream: stream)
  }

  /// Images of some classes: each class has a pattern of blocks, and each image its own noise.
  static func examples(_ labels: [Int], stream: Int) -> Examples {
    var pixels: [Float] = []
    for (number, label) in labels.enumerated() {
      for (place, noise) in unit(784, stream: stream + number).enumerated() {
        let block = (place / 28 / 4) * 7 + place % 28 / 4
        let isInk = hashed(block + 49 * label + 500) % 3 == 0
        pixels.append(Float((isInk ? -1.0 : 1.0) + noise - 0.5))
      }
    }
    return Examples(
      inputs: Tensor(shape: Shape([labels.count, 28, 28, 1]), scalars: pixels), labels: labels)
  }
}
