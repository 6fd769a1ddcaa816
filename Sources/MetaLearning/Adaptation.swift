internal import Autodiff
internal import Tensors

/// How an algorithm adapts a network to one sinusoid: the picture of the MAML paper's figure 2.
///
///     let adaptation = try Adaptation(of: run.network, using: maml, on: waves, task: 3)
///     adaptation.predictions[0].heights    // before the first inner step
///
/// The network sees ``supportPlaces`` and ``supportHeights`` alone; its predictions are for places
/// all over the range that tasks are drawn from.
public struct Adaptation: Sendable, Equatable {
  /// What the network answers after some inner steps.
  public struct Prediction: Sendable, Equatable {
    /// The number of inner steps.
    public let steps: Int
    /// The answer at each of the adaptation's places.
    public let heights: [Double]
  }

  /// The curve to be learned.
  public let curve: Sinusoid
  /// Where the points to learn from are.
  public let supportPlaces: [Double]
  /// How high the points to learn from are.
  public let supportHeights: [Double]
  /// Where the network is asked: evenly from −5 to 5.
  public let places: [Double]
  /// The answers, those after fewer steps first.
  public let predictions: [Prediction]

  /// Adapts a network to a task and watches it.
  ///
  /// - Parameters:
  ///   - network: The network to start from; it stays as it is.
  ///   - learner: The algorithm.
  ///   - tasks: The tasks that the task is one of.
  ///   - task: The number of the task.
  ///   - steps: After how many inner steps the network is asked.
  ///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
  public init(
    of network: Network, using learner: some MetaLearner, on tasks: SinusoidTasks, task: Int = 0,
    steps: [Int] = [0, 1, 5], interrupt: @Sendable () -> Bool = { false }
  ) throws {
    try self.init(
      of: learner.initialParameters(for: network), using: learner, on: tasks, task: task,
      steps: steps, interrupt: interrupt)
  }

  /// Adapts all that an algorithm has learned to a task and watches it.
  public init(
    of parameters: MetaParameters, using learner: some MetaLearner, on tasks: SinusoidTasks,
    task: Int = 0, steps: [Int] = [0, 1, 5], interrupt: @Sendable () -> Bool = { false }
  ) throws {
    try learner.validate()
    for step in steps { try requireSteps(step, "steps") }
    let episode = tasks.episode(task)
    try learner.checkFit(of: parameters.network, to: episode)

    let places = (0...200).map { Double($0) / 20 - 5 }
    let inputs = Tensor(shape: [places.count, 1], scalars: places.map { Float($0) })
    var predictions: [Prediction] = []
    var step = 0
    _ = try learner.adapt(
      parameters, to: episode.support, steps: steps.max() ?? 0, interrupt: interrupt
    ) { network in
      defer { step += 1 }
      guard steps.contains(step) else { return }
      let heights = try Checked.apply(network, to: inputs).scalars.map { Double($0) }
      predictions.append(Prediction(steps: step, heights: heights))
    }
    curve = tasks[task]
    supportPlaces = episode.support.inputs.scalars.map { Double($0) }
    supportHeights = episode.support.values?.scalars.map { Double($0) } ?? []
    self.places = places
    self.predictions = predictions
  }
}

extension Adaptation {
  /// An adaptation of its parts.
  package init(
    kept curve: Sinusoid, support: (places: [Double], heights: [Double]), places: [Double],
    predictions: [Prediction]
  ) {
    self.curve = curve
    supportPlaces = support.places
    supportHeights = support.heights
    self.places = places
    self.predictions = predictions
  }
}

extension Adaptation: CustomStringConvertible {
  /// A short description, such as `2.50 · sin(x − 0.79) from 10 points, after 0, 1, 5 steps`.
  public var description: String {
    let steps = predictions.map { "\($0.steps)" }.joined(separator: ", ")
    return "\(curve) from \(supportPlaces.count) points, after \(steps) steps"
  }
}
