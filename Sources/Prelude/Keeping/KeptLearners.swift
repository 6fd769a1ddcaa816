public import CellLanguage
public import MetaLearning

extension MAML.Order: KeptValue {}

extension MAML: KeptValue {
  /// Writes the settings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(innerSteps)
    try writer.write(innerLearningRate)
    try writer.write(order)
    try writer.write(innerClipping)
    try writer.write(innerWeightDecay)
  }

  /// Reads the settings.
  public init(from reader: inout KeptReader) throws {
    self.init(
      innerSteps: try reader.read(),
      innerLearningRate: try reader.read(),
      order: try reader.read(),
      innerClipping: try reader.read(),
      innerWeightDecay: try reader.read())
  }
}

extension ANIL: KeptValue {
  /// Writes the settings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(innerSteps)
    try writer.write(innerLearningRate)
    try writer.write(order)
    try writer.write(innerClipping)
    try writer.write(innerWeightDecay)
  }

  /// Reads the settings.
  public init(from reader: inout KeptReader) throws {
    self.init(
      innerSteps: try reader.read(),
      innerLearningRate: try reader.read(),
      order: try reader.read(),
      innerClipping: try reader.read(),
      innerWeightDecay: try reader.read())
  }
}

extension MetaSGD: KeptValue {
  /// Writes the settings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(innerSteps)
    try writer.write(innerLearningRate)
    try writer.write(order)
    try writer.write(innerClipping)
    try writer.write(innerWeightDecay)
  }

  /// Reads the settings.
  public init(from reader: inout KeptReader) throws {
    self.init(
      innerSteps: try reader.read(),
      innerLearningRate: try reader.read(),
      order: try reader.read(),
      innerClipping: try reader.read(),
      innerWeightDecay: try reader.read())
  }
}

extension Reptile: KeptValue {
  /// Writes the settings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(innerSteps)
    try writer.write(innerLearningRate)
    try writer.write(batchSize)
    try writer.write(evaluationSteps)
  }

  /// Reads the settings.
  public init(from reader: inout KeptReader) throws {
    self.init(
      innerSteps: try reader.read(),
      innerLearningRate: try reader.read(),
      batchSize: try reader.read(),
      evaluationSteps: try reader.read())
  }
}

extension MAMLPlusPlus: KeptValue {
  /// Writes the settings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(innerSteps)
    try writer.write(innerLearningRate)
    try writer.write(multiStepIterations)
    try writer.write(learnsRates)
    try writer.write(hasStepNormalization)
    try writer.write(firstOrderIterations)
    try writer.write(metaRateSchedule)
    try writer.write(innerClipping)
    try writer.write(innerWeightDecay)
  }

  /// Reads the settings.
  public init(from reader: inout KeptReader) throws {
    self.init(
      innerSteps: try reader.read(),
      innerLearningRate: try reader.read(),
      multiStepIterations: try reader.read(),
      learnsRates: try reader.read(),
      hasStepNormalization: try reader.read(),
      firstOrderIterations: try reader.read(),
      metaRateSchedule: try reader.read(),
      innerClipping: try reader.read(),
      innerWeightDecay: try reader.read())
  }
}

extension ProtoNet: KeptValue {
  /// There is nothing to write.
  public func keep(in writer: inout KeptWriter) {}

  /// There is nothing to read.
  public init(from reader: inout KeptReader) { self.init() }
}

extension RateSchedule: KeptValue {
  /// Writes the form and its numbers.
  public func keep(in writer: inout KeptWriter) throws {
    switch self {
    case .constant: try writer.write(0)
    case .cosine(let total, let floor):
      try writer.write(1)
      try writer.write(total)
      try writer.write(floor)
    case .linear(let total, let floor):
      try writer.write(2)
      try writer.write(total)
      try writer.write(floor)
    case .steps(let every, let factor):
      try writer.write(3)
      try writer.write(every)
      try writer.write(factor)
    case .exponential(let factor):
      try writer.write(4)
      try writer.write(factor)
    case .warmup(let iterations, let then):
      try writer.write(5)
      try writer.write(iterations)
      try writer.write(then)
    }
  }

  /// Reads the form and its numbers.
  public init(from reader: inout KeptReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .constant
    case 1: self = .cosine(total: try reader.read(), floor: try reader.read())
    case 2: self = .linear(total: try reader.read(), floor: try reader.read())
    case 3: self = .steps(every: try reader.read(), factor: try reader.read())
    case 4: self = .exponential(factor: try reader.read())
    case 5: self = .warmup(iterations: try reader.read(), then: try reader.read())
    default: throw KeptError.damaged
    }
  }
}
