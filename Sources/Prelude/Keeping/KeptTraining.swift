public import CellLanguage
public import MetaLearning

extension TrainingRun: KeptValue {
  /// Writes all that going on with the training takes.
  public func keep(in writer: inout KeptWriter) throws {
    guard let optimizer = optimizer as? any HostValue else {
      throw KeptError.notKeepable(type: "\(type(of: optimizer))")
    }
    try writer.write(parameters)
    try writer.write(host: optimizer)
    try writer.write(gradientClipping)
    try writer.write(history)
    try writer.write(best)
    try writer.write(settings)
  }

  /// Reads a run.
  public init(from reader: inout KeptReader) throws {
    self.init(
      kept: try reader.read(), optimizer: try reader.readHost(as: (any Optimizer).self),
      gradientClipping: try reader.read(), history: try reader.read(), best: try reader.read(),
      settings: try reader.read())
  }
}

extension TrainedModel: KeptValue {
  /// Writes the parameters and the settings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(parameters)
    try writer.write(settings)
  }

  /// Reads a model.
  public init(from reader: inout KeptReader) throws {
    self.init(try reader.read(), settings: try reader.read())
  }
}

extension TrainingHistory: KeptValue {
  /// Writes what was measured.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(losses)
    try writer.write(accuracies)
    try writer.write(validations)
  }

  /// Reads what was measured.
  public init(from reader: inout KeptReader) throws {
    self.init(
      kept: try reader.read(), accuracies: try reader.read(), validations: try reader.read())
  }
}

extension ValidationPoint: KeptValue {
  /// Writes when, and what was measured.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(iteration)
    try writer.write(evaluation)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(kept: try reader.read(), try reader.read())
  }
}

extension Evaluation: KeptValue {
  /// Writes all that was measured.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(taskAccuracies)
    try writer.write(stepAccuracies)
    try writer.write(taskLosses)
    try writer.write(stepLosses)
  }

  /// Reads it.
  public init(from reader: inout KeptReader) throws {
    self.init(
      taskAccuracies: try reader.read(), stepAccuracies: try reader.read(),
      taskLosses: try reader.read(), stepLosses: try reader.read())
  }
}

extension Validation: KeptValue {
  /// Writes the tasks and how they are used.
  public func keep(in writer: inout KeptWriter) throws {
    guard let host = tasks as? any HostValue else {
      throw KeptError.notKeepable(type: Self.cellTypeName)
    }
    try writer.write(host: host)
    try writer.write(interval)
    try writer.write(taskCount)
    try writer.write(steps)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(
      on: try reader.readHost(as: (any EpisodeSource).self), every: try reader.read(),
      taskCount: try reader.read(), steps: try reader.read())
  }
}

extension Checkpointing: KeptValue {
  /// Writes where and how often; which files may be used is for the cell that trains.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(path)
    try writer.write(interval)
    try writer.write(settings)
    try writer.write(isReplacing)
  }

  /// Reads it.
  public init(from reader: inout KeptReader) throws {
    self.init(
      to: try reader.read(), every: try reader.read(), settings: try reader.read(),
      replacing: try reader.read())
  }
}

extension Adaptation: KeptValue {
  /// Writes the curve and the answers.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(curve)
    try writer.write(supportPlaces)
    try writer.write(supportHeights)
    try writer.write(places)
    try writer.write(predictions)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(
      kept: try reader.read(), support: (try reader.read(), try reader.read()),
      places: try reader.read(), predictions: try reader.read())
  }
}

extension Adaptation.Prediction: KeptValue {
  /// Writes the answers.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(steps)
    try writer.write(heights)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(kept: try reader.read(), heights: try reader.read())
  }
}
