internal import Autodiff

extension MetaGradient {
  /// Returns the derivative of a task's query loss through whatever an adaptation does, recorded on a
  /// tape: right for any way to adapt that is made of operations on tensors, and slower than what is
  /// made for one.
  ///
  /// - Parameters:
  ///   - parameters: What has been learned.
  ///   - episode: The task.
  ///   - adapt: Returns the network that what has been learned becomes on the support examples.
  public init(
    at parameters: MetaParameters, for episode: Episode,
    through adapt: (MetaParameters) throws -> Network
  ) throws {
    var accuracy: Double?
    let result = try valueWithGradient(at: parameters) { parameters in
      let network = try adapt(parameters)
      let outputs = try Checked.apply(network, to: episode.query.inputs)
      accuracy = try episode.query.accuracy(ofOutputs: outputs)
      return try episode.query.loss(ofOutputs: outputs)
    }
    self.init(
      gradient: result.gradient,
      score: QueryScore(loss: Double(result.value.scalar), accuracy: accuracy))
  }
}
