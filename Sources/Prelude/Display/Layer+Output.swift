internal import MetaLearning

/// What goes from layer to layer, without the batch's axis.
enum LayerOutput: Equatable {
  /// Pictures of several channels.
  case image(height: Int, width: Int, channels: Int)
  /// Rows of numbers.
  case row(Int)

  /// The sizes: `14×14×64`.
  var text: String {
    switch self {
    case .image(let height, let width, let channels): "\(height)×\(width)×\(channels)"
    case .row(let count): "\(count)"
    }
  }
}

extension LayerOutput {
  /// What each layer makes of the inputs that a network has: rows as wide as its first layer asks
  /// for, or pictures of 28×28; nil from where a layer does not fit.
  static func outputs(of layers: [Layer]) -> [LayerOutput?] {
    var current: LayerOutput?
    for case let layer in layers {
      if case .convolution(let inputs, _, _, _, _) = layer {
        current = .image(height: 28, width: 28, channels: inputs)
        break
      }
      if case .dense(let inputs, _) = layer {
        current = .row(inputs)
        break
      }
    }
    return layers.map { layer in
      current = current.flatMap { layer.output(for: $0) }
      return current
    }
  }
}

extension Layer {
  /// Sizes beyond this are not computed with.
  private static let sizeLimit = 1 << 20

  /// What the layer makes of some input; nil where that does not fit.
  fileprivate func output(for input: LayerOutput) -> LayerOutput? {
    switch (self, input) {
    case (.relu, _), (.tanh, _): return input
    case (
      .convolution(let inputs, let outputs, let kernel, let stride, let padding),
      .image(let height, let width, let channels)
    ):
      guard channels == inputs, max(kernel, stride, padding) < Self.sizeLimit, stride > 0 else {
        return nil
      }
      let (down, across) = (height + 2 * padding - kernel, width + 2 * padding - kernel)
      guard min(down, across) >= 0, max(down, across) < Self.sizeLimit else { return nil }
      return .image(height: down / stride + 1, width: across / stride + 1, channels: outputs)
    case (.batchNormalization(let count), .image(_, _, let channels)),
      (.batchNormalization(let count), .row(let channels)):
      return count == channels ? input : nil
    case (.maxPool(let window), .image(let height, let width, let channels)):
      guard window > 0, min(height, width) >= window else { return nil }
      return .image(height: height / window, width: width / window, channels: channels)
    case (.globalMean, .image(_, _, let channels)): return .row(channels)
    case (.flatten, .image(let height, let width, let channels)):
      let (count, overflow) = (height * width).multipliedReportingOverflow(by: channels)
      return overflow ? nil : .row(count)
    case (.flatten, .row): return input
    case (.dense(let inputs, let outputs), .row(let count)):
      return count == inputs ? .row(outputs) : nil
    default: return nil
    }
  }

  /// The layer in a few characters, such as `convolution 3×3, 1 → 64, stride 2`.
  var line: String {
    switch self {
    case .convolution(let inputs, let outputs, let kernel, let stride, let padding):
      "convolution \(kernel)×\(kernel), \(inputs) → \(outputs)"
        + (stride == 1 ? "" : ", stride \(stride)") + (padding == 1 ? "" : ", padding \(padding)")
    case .batchNormalization: "batchNormalization"
    case .relu: "relu"
    case .tanh: "tanh"
    case .maxPool(let window): "maxPool \(window)×\(window)"
    case .globalMean: "globalMean"
    case .flatten: "flatten"
    case .dense(let inputs, let outputs): "dense \(inputs) → \(outputs)"
    }
  }
}
