internal import Autodiff
public import CellLanguage
public import MetaLearning

extension Adam: KeptValue {
  /// Writes the settings and the running means.
  public func keep(in writer: inout KeptWriter) throws {
    for number in [
      learningRate, meanDecay, squareDecay, epsilon, weightDecay, decoupledWeightDecay,
    ] { try writer.write(number) }
    try writer.write(stepCount)
    try writer.write(means)
    try writer.write(squares)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    let settings = Adam(
      learningRate: try reader.read(), meanDecay: try reader.read(),
      squareDecay: try reader.read(), epsilon: try reader.read(), weightDecay: try reader.read(),
      decoupledWeightDecay: try reader.read())
    self.init(
      kept: settings, stepCount: try reader.read(), means: try reader.read(),
      squares: try reader.read())
  }
}

extension SGD: KeptValue {
  /// Writes the settings and the velocities.
  public func keep(in writer: inout KeptWriter) throws {
    for number in [learningRate, momentum, weightDecay] { try writer.write(number) }
    try writer.write(isNesterov)
    try writer.write(stepCount)
    try writer.write(velocities)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    var settings = SGD(
      learningRate: try reader.read(), momentum: try reader.read(),
      weightDecay: try reader.read())
    settings.isNesterov = try reader.read()
    self.init(kept: settings, stepCount: try reader.read(), velocities: try reader.read())
  }
}

extension GradientClipping: KeptValue {
  /// Writes the form and the limit.
  public func keep(in writer: inout KeptWriter) throws {
    switch self {
    case .globalNorm(let limit):
      try writer.write(0)
      try writer.write(limit)
    case .value(let limit):
      try writer.write(1)
      try writer.write(limit)
    }
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .globalNorm(try reader.read())
    case 1: self = .value(try reader.read())
    default: throw KeptError.damaged
    }
  }
}
