import Autodiff
import Tensors
import Testing

@Suite struct ParameterTreeTests {
  struct Linear: ParameterTree {
    var weight, bias: Tensor

    func mapParameters<Failure: Error>(
      _ transform: (String, Tensor) throws(Failure) -> Tensor
    ) throws(Failure) -> Linear {
      Linear(weight: try transform("weight", weight), bias: try transform("bias", bias))
    }
  }

  struct Network: ParameterTree {
    var layers: [Linear]
    var rates: [String: Tensor]
    var extra: Tensor?

    func mapParameters<Failure: Error>(
      _ transform: (String, Tensor) throws(Failure) -> Tensor
    ) throws(Failure) -> Network {
      Network(
        layers: try layers.mapParameters(under: "layers", transform),
        rates: try rates.mapParameters(under: "rates", transform),
        extra: try extra.mapParameters(under: "extra", transform))
    }
  }

  private let network = Network(
    layers: [
      Linear(weight: Tensor([[1, 2]]), bias: Tensor([3, 4])),
      Linear(weight: Tensor([[5], [6]]), bias: Tensor([7])),
    ],
    rates: ["outer": Tensor(8), "inner": Tensor(9)], extra: nil)

  @Test func `leaves are named by the path to them, in a fixed order`() {
    #expect(
      network.namedParameters.map(\.name) == [
        "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "rates.inner",
        "rates.outer",
      ])
    #expect(network.parameterCount == 9)
    #expect([Tensor(1), Tensor(2)].namedParameters.map(\.name) == ["0", "1"])
  }

  @Test func `a gradient has the structure of what it is taken at`() {
    let derivative = gradient(at: network) { network in
      var sum = network.rates["inner", default: Tensor(0)] * 2
      for layer in network.layers { sum = sum + (layer.weight * layer.weight).sum() }
      return sum
    }

    #expect(derivative.layers[0].weight == Tensor([[2, 4]]))
    #expect(derivative.layers[1].weight == Tensor([[10], [12]]))
    #expect(derivative.layers[1].bias == Tensor([0]))
    #expect(derivative.rates["inner"] == Tensor(2))
    #expect(derivative.rates["outer"] == Tensor(0))
    #expect(derivative.extra == nil)
  }

  @Test func `two trees are combined leaf by leaf`() {
    let moved = network.zipMap(network) { $0 - 0.5 * $1 }

    #expect(moved.layers[1].weight == Tensor([[2.5], [3]]))
    #expect(moved.parameters.map(\.shape) == network.parameters.map(\.shape))
  }

  @Test func `several trees can be differentiated at once`() {
    let (first, second) = gradient(at: network.layers, Tensor(2)) { layers, scale in
      layers[0].bias.sum() * scale
    }

    #expect(first[0].bias == Tensor([2, 2]))
    #expect(second == Tensor(7))
  }
}
