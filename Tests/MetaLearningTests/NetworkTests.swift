import Autodiff
import MetaLearning
import Tensors
import Testing

@Suite struct NetworkTests {
  @Test func `both networks have the parameters that PyTorch's would have`() {
    for network in [Network.pooled(way: 5), .strided(way: 5)] {
      #expect(network.parameterCount == 112_261)
      #expect(network.namedParameters.map(\.name) == Formula.names)
    }
    #expect(Network.pooled(way: 20).parameterCount == 113_236)
  }

  @Test func `a batch of images becomes a row of logits for each`() {
    for network in [Network.pooled(way: 7, channels: 4), .strided(way: 7, channels: 4)] {
      #expect(network(Tensor(ones: [3, 28, 28, 1])).shape == [3, 7])
    }
  }

  @Test func `the seed decides the weights`() {
    #expect(Network.pooled(way: 5, seed: 1) == .pooled(way: 5, seed: 1))
    #expect(Network.pooled(way: 5, seed: 1) != .pooled(way: 5, seed: 2))
  }

  @Test func `weights start with Kaiming's and Xavier's deviations`() throws {
    let network = Network.pooled(way: 20, seed: 0)
    let convolution = try #require(network["conv3.weight"])
    let dense = try #require(network["fc.weight"])

    #expect(abs(variance(convolution) - 2 / 576) < 0.03 * 2 / 576)
    #expect(abs(variance(dense) - 2 / 84) < 0.12 * 2 / 84)
    #expect(network["bn2.weight"] == Tensor(ones: [64]))
    #expect(network["bn2.bias"] == Tensor(zeros: [64]))
    #expect(network["nothing"] == nil)
  }

  private func variance(_ tensor: Tensor) -> Float {
    (tensor * tensor).mean().scalar - tensor.mean().scalar * tensor.mean().scalar
  }

  @Test func `layers compose into networks of one's own`() throws {
    let network = try Network([
      .flatten, .dense(inputs: 12, outputs: 8), .tanh, .dense(inputs: 8, outputs: 2),
    ])

    #expect(network(Tensor(ones: [5, 3, 4])).shape == [5, 2])
    #expect(
      network.namedParameters.map(\.name) == ["fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"])
  }

  @Test func `a convolution adds its bias where no normalization would take it away`() throws {
    let bare = try Network([.convolution(inputs: 1, outputs: 2)])
    let biased = bare.mapParameters { name, tensor in
      name == "conv1.bias" ? Tensor([1, -2]) : tensor
    }
    let images = Tensor(ones: [1, 3, 3, 1])

    let difference = biased(images) - bare(images)

    for (found, expected) in zip(difference.scalars, Array(repeating: [1, -2], count: 9).joined()) {
      #expect(abs(found - Float(expected)) < 1e-6)
    }
  }

  @Test func `images of another kind are refused with their shape`() {
    let network = Network.pooled(way: 5, channels: 4)
    #expect(throws: ShapeError.self) {
      try Checked.apply(network, to: Tensor(ones: [1, 28, 28, 3]))
    }
    #expect(throws: ShapeError.self) { try Network([.dense(inputs: -1, outputs: 2)]) }
  }

  @Test func `a perceptron has the paper's layers`() {
    let network = Network.mlp(inputs: 1, outputs: 1)

    #expect(
      network.layers == [
        .dense(inputs: 1, outputs: 40), .relu, .dense(inputs: 40, outputs: 40), .relu,
        .dense(inputs: 40, outputs: 1),
      ])
    #expect(network.parameterCount == 1761)
    #expect(
      Network.mlp(inputs: 3, hidden: [], outputs: 2).layers == [.dense(inputs: 3, outputs: 2)])
  }

  @Test func `the embedding is what the head is given`() throws {
    let network = Network.strided(way: 5, channels: 4)
    let images = Tensor(shape: [2, 28, 28, 1], scalars: (0..<1568).map { Float($0 % 17) })

    let embedding = network.embedding(of: images)

    let (weights, biases) = try (
      #require(network["fc.weight"]), #require(network["fc.bias"])
    )
    #expect(embedding.shape == [2, 4])
    #expect(matmul(embedding, weights) + biases == network(images))
    #expect(network.hasHead)
    #expect(try Network([.dense(inputs: 2, outputs: 2), .relu]).hasHead == false)
  }
}
