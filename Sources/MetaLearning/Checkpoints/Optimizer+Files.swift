internal import Autodiff

// An optimizer in a checkpoint: its settings as texts, what it remembers as tensors.

extension Optimizer {
  /// The settings and the number of steps, their names after that of the optimizer: `adam.stepCount`.
  var texts: [String: String] {
    let prefix = "\(Self.self)".lowercased()
    var texts = [CheckpointReader.optimizerKey: prefix, "\(prefix).stepCount": "\(stepCount)"]
    for setting in settings { texts["\(prefix).\(setting.name)"] = setting.value }
    return texts
  }
}

extension CheckpointReader {
  fileprivate static let optimizerKey = "optimizer"

  /// Returns the optimizer; before there were others it was Adam, and the file did not say so.
  func optimizer(for parameters: MetaParameters) throws(CheckpointError) -> any Optimizer {
    let name = file.metadata[Self.optimizerKey] ?? "adam"
    switch name {
    case "adam": return try adam(for: parameters)
    case "sgd": return try sgd(for: parameters)
    default: throw .wrongText(path: path, name: Self.optimizerKey, text: name)
    }
  }

  private func adam(for parameters: MetaParameters) throws(CheckpointError) -> Adam {
    let adam = Adam(
      learningRate: try number("adam.learningRate"), meanDecay: try number("adam.meanDecay"),
      squareDecay: try number("adam.squareDecay"), epsilon: try number("adam.epsilon"),
      weightDecay: try number("adam.weightDecay", or: 0),
      decoupledWeightDecay: try number("adam.decoupledWeightDecay", or: 0))
    let steps = try count("adam.stepCount")
    guard steps > 0 else { return adam }
    return Adam(
      kept: adam, stepCount: steps, means: try memory("mean", like: parameters),
      squares: try memory("square", like: parameters))
  }

  private func sgd(for parameters: MetaParameters) throws(CheckpointError) -> SGD {
    let sgd = SGD(
      learningRate: try number("sgd.learningRate"), momentum: try number("sgd.momentum"),
      nesterov: try value("sgd.nesterov") { Bool($0) }, weightDecay: try number("sgd.weightDecay"))
    let steps = try count("sgd.stepCount")
    let hasVelocities = steps > 0 && sgd.momentum > 0
    return SGD(
      kept: sgd, stepCount: steps,
      velocities: hasVelocities ? try memory("velocity", like: parameters) : [])
  }

  private func number(_ name: String) throws(CheckpointError) -> Double {
    try value(name) { Double($0) }
  }

  /// Returns a number that older files don't have.
  private func number(_ name: String, or other: Double) throws(CheckpointError) -> Double {
    file.metadata[name] == nil ? other : try number(name)
  }

  private func memory(
    _ name: String, like parameters: MetaParameters
  ) throws(CheckpointError) -> [Tensor] {
    try file.parameters(like: parameters, under: TrainingRun.memoryPrefix(name), path: path)
      .parameters
  }
}
