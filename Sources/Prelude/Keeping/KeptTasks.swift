public import CellLanguage
public import FewShotData
public import MetaLearning

extension SinusoidTasks: KeptValue {
  /// Writes what the tasks follow from.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(shot)
    try writer.write(queries)
    try writer.write(seed)
  }

  /// Reads it.
  public init(from reader: inout KeptReader) throws {
    let numbers: (Int, Int, Int) = (try reader.read(), try reader.read(), try reader.read())
    self = try reader.require(
      try? SinusoidTasks(shot: numbers.0, queries: numbers.1, seed: numbers.2))
  }
}

extension Sinusoid: KeptValue {
  /// Writes the numbers.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(amplitude)
    try writer.write(phase)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(amplitude: try reader.read(), phase: try reader.read())
  }
}

extension FewShotProtocol: KeptValue {
  /// Writes the rules.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(name)
    for number in [
      way, shot, queriesPerClass, tasksPerBatch, innerSteps, evaluationSteps, iterations,
      testTaskCount,
    ] {
      try writer.write(number)
    }
    try writer.write(innerLearningRate)
    try writer.write(metaLearningRate)
    try writer.write(split)
    try writer.write(rotations)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self = .walkthrough()
    name = try reader.read()
    way = try reader.read()
    shot = try reader.read()
    queriesPerClass = try reader.read()
    tasksPerBatch = try reader.read()
    innerSteps = try reader.read()
    evaluationSteps = try reader.read()
    iterations = try reader.read()
    testTaskCount = try reader.read()
    innerLearningRate = try reader.read()
    metaLearningRate = try reader.read()
    split = try reader.read()
    rotations = try reader.read()
  }
}

extension ProtocolTasks: KeptValue {
  /// Writes the tasks of each part.
  public func keep(in writer: inout KeptWriter) throws {
    for part in [train, validation, test] { try writer.write(part) }
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(kept: [try reader.read(), try reader.read(), try reader.read()])
  }
}

extension TaskDistribution: KeptValue {
  /// Writes the characters and what the tasks follow from.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(characters)
    for number in [way, shot, queriesPerClass, shift, seed] { try writer.write(number) }
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    let characters: CharacterCollection = try reader.read()
    let numbers = try (0..<5).map { _ in try reader.read(Int.self) }
    self = try reader.require(
      try? TaskDistribution(
        characters, way: numbers[0], shot: numbers[1], queriesPerClass: numbers[2],
        shift: numbers[3], seed: numbers[4]))
  }
}

extension FewShotTask: KeptValue {
  /// Writes images and labels.
  public func keep(in writer: inout KeptWriter) throws {
    for number in [way, shot, queriesPerClass] { try writer.write(number) }
    try writer.write(classes)
    try writer.write(names)
    try writer.write(supportImages)
    try writer.write(supportLabels)
    try writer.write(queryImages)
    try writer.write(queryLabels)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(
      kept: (try reader.read(), try reader.read(), try reader.read()),
      classes: try reader.read(), names: try reader.read(),
      support: (try reader.read(), try reader.read()),
      query: (try reader.read(), try reader.read()))
  }
}
