public import Autodiff
public import Tensors

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
    trapping { () throws(ShapeError) in
      try Checked.mlp(inputs: inputs, hidden: hidden, outputs: outputs, seed: seed)
    }
  }
}

extension Checked {
  /// Returns a multilayer perceptron: dense layers with ReLU in between.
  public static func mlp(
    inputs: Int, hidden: [Int] = [40, 40], outputs: Int, seed: Int = 0
  ) throws(ShapeError) -> Network {
    try ShapeError.checkSize(inputs, "inputs")
    for size in hidden { try ShapeError.checkSize(size, "hidden") }
    try ShapeError.checkSize(outputs, "outputs")
    let sizes = [inputs] + hidden
    let layers = zip(sizes, hidden).flatMap { inputs, outputs in
      [Layer.dense(inputs: inputs, outputs: outputs), .relu]
    }
    return try Network(
      layers + [.dense(inputs: sizes[sizes.count - 1], outputs: outputs)], seed: seed)
  }
}
