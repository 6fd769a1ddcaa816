internal import Autodiff
internal import Tensors

/// One layer of a network, without its numbers: what it does and how large it is.
///
/// A ``Network`` is made of layers and holds the numbers that they learn.
public enum Layer: Hashable, Sendable {
  /// A square window of learned weights moved over the image, plus a bias per output channel.
  case convolution(inputs: Int, outputs: Int, kernel: Int = 3, stride: Int = 1, padding: Int = 1)
  /// Each channel brought to mean 0 and variance 1 over the batch and the image, always by the
  /// batch's own statistics, then scaled and shifted by learned numbers.
  case batchNormalization(channels: Int)
  /// Negative numbers become 0.
  case relu
  /// The hyperbolic tangent of each number.
  case tanh
  /// The largest number of each window.
  case maxPool(window: Int = 2)
  /// The mean of each channel over the image.
  case globalMean
  /// All numbers of an image in one row.
  case flatten
  /// A product with a matrix of learned weights, plus a bias per output.
  case dense(inputs: Int, outputs: Int)
}

// MARK: - Parameters

extension Layer {
  /// What a layer learns: one tensor.
  struct Parameter {
    /// The name within the layer, as PyTorch has it.
    var name: String
    var dimensions: [Int]
    var start: Start
    /// The axes in the order in which PyTorch has them; nil where it is the same.
    var torchOrder: [Int]?
  }

  /// How a tensor starts.
  enum Start {
    /// All the same number.
    case constant(Float)
    /// Normally distributed around 0.
    case normal(deviation: Float)
  }

  /// What the layer learns, in order.
  var parameters: [Parameter] {
    switch self {
    case .convolution(let inputs, let outputs, let kernel, _, _):
      // Kaiming's deviation, for what a ReLU follows.
      let fanIn = Float(kernel) * Float(kernel) * Float(inputs)
      return [
        Parameter(
          name: "weight", dimensions: [kernel, kernel, inputs, outputs],
          start: .normal(deviation: (2 / fanIn).squareRoot()), torchOrder: [3, 2, 0, 1]),
        Parameter(name: "bias", dimensions: [outputs], start: .constant(0)),
      ]
    case .batchNormalization(let channels):
      return [
        Parameter(name: "weight", dimensions: [channels], start: .constant(1)),
        Parameter(name: "bias", dimensions: [channels], start: .constant(0)),
      ]
    case .dense(let inputs, let outputs):
      // Xavier's deviation.
      let deviation = (2 / (Float(inputs) + Float(outputs))).squareRoot()
      return [
        Parameter(
          name: "weight", dimensions: [inputs, outputs], start: .normal(deviation: deviation),
          torchOrder: [1, 0]),
        Parameter(name: "bias", dimensions: [outputs], start: .constant(0)),
      ]
    case .relu, .tanh, .maxPool, .globalMean, .flatten:
      return []
    }
  }

  /// What the layer is called in the names of its parameters; `nil` when it has none.
  var stem: String? {
    switch self {
    case .convolution: "conv"
    case .batchNormalization: "bn"
    case .dense: "fc"
    case .relu, .tanh, .maxPool, .globalMean, .flatten: nil
    }
  }
}

// MARK: - Application

extension Layer {
  /// Returns what the layer makes of a batch.
  ///
  /// - Parameters:
  ///   - x: The batch; images are `[batch, height, width, channels]`.
  ///   - tensors: The layer's parameters.
  ///   - addsBias: Whether a convolution adds its bias.
  func callAsFunction(
    _ x: Tensor, _ tensors: ArraySlice<Tensor>, addsBias: Bool
  ) throws(ShapeError) -> Tensor {
    let first = tensors.startIndex
    switch self {
    case .convolution(_, _, _, let stride, let padding):
      let sums = try Checked.conv2d(
        x, tensors[first], stride: stride, padding: .uniform(padding))
      return addsBias ? try Checked.add(sums, tensors[first + 1]) : sums
    case .batchNormalization:
      return try Checked.batchNorm(x, scale: tensors[first], offset: tensors[first + 1])
    case .relu:
      return Autodiff.relu(x)
    case .tanh:
      return Autodiff.tanh(x)
    case .maxPool(let window):
      return try Checked.maxPool(x, window: window)
    case .globalMean:
      return try Checked.mean(x, along: [1, 2])
    case .flatten:
      return try Checked.reshape(x, to: [x.shape.dimensions.first ?? 1, -1])
    case .dense:
      return try Checked.add(Checked.matmul(x, tensors[first]), tensors[first + 1])
    }
  }
}
