internal import Tensors

extension Network {
  /// A multilayer perceptron: dense layers with ReLU in between, and nothing after the last.
  ///
  ///     let network = Network.mlp(inputs: 1, outputs: 1)          // 1,761 parameters
  ///
  /// Without other numbers its hidden layers are those of the paper's sinusoid regression (Finn et
  /// al., 2017, section 5.1): two of 40 units.
  public static func mlp(
    inputs: Int, hidden: [Int] = [40, 40], outputs: Int, seed: Int = 0
  ) -> Network {
    precondition(
      ([inputs, outputs] + hidden).allSatisfy { $0 >= 1 }, "each layer needs at least one unit")
    return trapping { () throws(ShapeError) in
      try Network(perceptronLayers(inputs: inputs, hidden: hidden, outputs: outputs), seed: seed)
    }
  }

  /// The layers of ``mlp(inputs:hidden:outputs:seed:)``.
  package static func perceptronLayers(inputs: Int, hidden: [Int], outputs: Int) -> [Layer] {
    let sizes = [inputs] + hidden
    let layers = zip(sizes, hidden).flatMap { inputs, outputs in
      [Layer.dense(inputs: inputs, outputs: outputs), .relu]
    }
    return layers + [.dense(inputs: sizes[sizes.count - 1], outputs: outputs)]
  }
}
