extension Layer {
  /// The layer as checkpoints name it, such as `dense inputs=64 outputs=5`.
  var text: String {
    switch self {
    case .convolution(let inputs, let outputs, let kernel, let stride, let padding):
      "convolution inputs=\(inputs) outputs=\(outputs) kernel=\(kernel) stride=\(stride) "
        + "padding=\(padding)"
    case .batchNormalization(let channels): "batchNormalization channels=\(channels)"
    case .relu: "relu"
    case .tanh: "tanh"
    case .maxPool(let window): "maxPool window=\(window)"
    case .globalMean: "globalMean"
    case .flatten: "flatten"
    case .dense(let inputs, let outputs): "dense inputs=\(inputs) outputs=\(outputs)"
    }
  }

  /// Creates the layer that a text names; nil where it names none.
  init?(text: Substring) {
    let parts = text.split(separator: " ").map(String.init)
    var numbers: [String: Int] = [:]
    for part in parts.dropFirst() {
      let field = part.split(separator: "=")
      // A layer this large does not fit any memory, and products of its numbers fit an Int.
      guard field.count == 2, let number = Int(field[1]), 0...1 << 20 ~= number else { return nil }
      numbers[String(field[0])] = number
    }
    func number(_ name: String) -> Int { numbers[name] ?? -1 }
    switch parts.first {
    case "convolution":
      self = .convolution(
        inputs: number("inputs"), outputs: number("outputs"), kernel: number("kernel"),
        stride: number("stride"), padding: number("padding"))
    case "batchNormalization": self = .batchNormalization(channels: number("channels"))
    case "relu": self = .relu
    case "tanh": self = .tanh
    case "maxPool": self = .maxPool(window: number("window"))
    case "globalMean": self = .globalMean
    case "flatten": self = .flatten
    case "dense": self = .dense(inputs: number("inputs"), outputs: number("outputs"))
    default: return nil
    }
    // A number too few or too many shows here.
    guard self.text == text else { return nil }
  }
}
