internal import Autodiff
public import CellLanguage
public import MetaLearning
internal import Tensors

extension Layer: KeptValue {
  /// Writes the kind and its numbers.
  public func keep(in writer: inout KeptWriter) throws {
    let (kind, numbers): (Int, [Int]) =
      switch self {
      case .convolution(let inputs, let outputs, let kernel, let stride, let padding):
        (0, [inputs, outputs, kernel, stride, padding])
      case .batchNormalization(let channels): (1, [channels])
      case .relu: (2, [])
      case .tanh: (3, [])
      case .maxPool(let window): (4, [window])
      case .globalMean: (5, [])
      case .flatten: (6, [])
      case .dense(let inputs, let outputs): (7, [inputs, outputs])
      }
    try writer.write(kind)
    try writer.write(numbers)
  }

  /// Reads a layer.
  public init(from reader: inout KeptReader) throws {
    let kind: Int = try reader.read()
    let n: [Int] = try reader.read()
    switch (kind, n.count) {
    case (0, 5):
      self = .convolution(inputs: n[0], outputs: n[1], kernel: n[2], stride: n[3], padding: n[4])
    case (1, 1): self = .batchNormalization(channels: n[0])
    case (2, 0): self = .relu
    case (3, 0): self = .tanh
    case (4, 1): self = .maxPool(window: n[0])
    case (5, 0): self = .globalMean
    case (6, 0): self = .flatten
    case (7, 2): self = .dense(inputs: n[0], outputs: n[1])
    default: throw KeptError.damaged
    }
  }
}

extension Network: KeptValue {
  /// Writes the layers and the parameters.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(layers)
    try writer.write(parameters)
  }

  /// Reads a network.
  public init(from reader: inout KeptReader) throws {
    let layers: [Layer] = try reader.read()
    let tensors: [Tensor] = try reader.read()
    let network = Network(layers, tensors: tensors)
    guard network.parameterNames.count == tensors.count else { throw KeptError.damaged }
    self = network
  }
}

extension MetaParameters: KeptValue {
  /// Writes the network and what else is learned.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(network)
    try writer.write(learned)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(network: try reader.read(), learned: try reader.read())
  }
}

extension Examples: KeptValue {
  /// Writes inputs and targets.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(inputs)
    switch targets {
    case .labels(let labels):
      try writer.write(0)
      try writer.write(labels)
    case .values(let values):
      try writer.write(1)
      try writer.write(values)
    }
  }

  /// Reads inputs and targets.
  public init(from reader: inout KeptReader) throws {
    let inputs: Tensor = try reader.read()
    switch try reader.read(Int.self) {
    case 0: self.init(inputs: inputs, labels: try reader.read())
    case 1: self.init(inputs: inputs, values: try reader.read())
    default: throw KeptError.damaged
    }
  }
}

extension Episode: KeptValue {
  /// Writes both sets.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(support)
    try writer.write(query)
  }

  /// Reads both sets.
  public init(from reader: inout KeptReader) throws {
    self.init(support: try reader.read(), query: try reader.read())
  }
}
