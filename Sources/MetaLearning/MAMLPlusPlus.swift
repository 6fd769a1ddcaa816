internal import Autodiff
public import FusedMAML
internal import Tensors

/// MAML++ (Antoniou, Edwards and Storkey, 2019): MAML with five repairs, each of which can be left
/// out.
///
///     let maml = MAMLPlusPlus(metaRateSchedule: .cosine(total: 1000))
///     let run = try train(network, using: maml, on: tasks, iterations: 1000)
///     let result = try evaluate(run.parameters, using: maml, on: testTasks)
///
/// - ``multiStepIterations``: at first the query loss after every inner step counts, and less and
///   less but for the last (section 4, equation 4).
/// - ``learnsRates``: for each inner step and each parameter tensor its own learned rate.
/// - ``hasStepNormalization``: for each inner step its own learned scales and offsets of batch
///   normalization, which inner steps don't change. Statistics are each batch's own, as everywhere.
/// - ``firstOrderIterations``: so many iterations are of first order.
/// - ``metaRateSchedule``: the outer rate falls along a cosine; it has to be told over how many
///   iterations.
///
/// Where a detail is open in the paper, it is as in the authors' code.
public struct MAMLPlusPlus: GradientDescentLearner {
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// What every inner rate starts as.
  public var innerLearningRate: Double
  /// Over how many iterations the losses after the earlier steps fade; 0 counts the last alone.
  public var multiStepIterations: Int
  /// Whether inner rates are learned.
  public var learnsRates: Bool
  /// Whether each inner step has its own batch normalization.
  public var hasStepNormalization: Bool
  /// How many iterations are of first order before the others, which are of second.
  public var firstOrderIterations: Int
  /// How the outer rate changes.
  public var metaRateSchedule: RateSchedule
  /// How large the gradient of an inner step may be; nil where it may be of any size.
  public var innerClipping: GradientClipping?
  /// How much of the parameters is added to their gradient in an inner step, after clipping.
  public var innerWeightDecay: Double

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(
    innerSteps: Int = 5, innerLearningRate: Double = 0.1, multiStepIterations: Int = 1000,
    learnsRates: Bool = true, hasStepNormalization: Bool = true, firstOrderIterations: Int = 0,
    metaRateSchedule: RateSchedule = .constant, innerClipping: GradientClipping? = nil,
    innerWeightDecay: Double = 0
  ) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.multiStepIterations = multiStepIterations
    self.learnsRates = learnsRates
    self.hasStepNormalization = hasStepNormalization
    self.firstOrderIterations = firstOrderIterations
    self.metaRateSchedule = metaRateSchedule
    self.innerClipping = innerClipping
    self.innerWeightDecay = innerWeightDecay
  }
}

// MARK: - Annealing

extension MAMLPlusPlus {
  /// Returns the weight of the query loss after 0, 1, … inner steps in an iteration.
  ///
  /// All steps but none start with the same weight; that of each but the last falls evenly towards
  /// 0 but stays at 3 % of what it was, and the last has the rest. Once the iterations are over, the
  /// last one counts alone.
  public func lossWeights(at iteration: Int) -> [Double] {
    let (steps, iteration) = (trainedSteps, max(0, iteration))
    guard iteration < multiStepIterations, steps > 0 else {
      return (0...steps).map { $0 == steps ? 1.0 : 0 }
    }
    let share = 1 / Double(steps)
    let done = Double(iteration) / Double(multiStepIterations)
    let early = max(share * (1 - done), 0.03 * share)
    let last = 1 - early * Double(steps - 1)
    return (0...steps).map { step in step == 0 ? 0 : step == steps ? last : early }
  }

  /// The number of inner steps; the nearest that can be, where ``validate()`` refuses it.
  private var trainedSteps: Int { max(0, min(innerSteps, MetaLearningError.stepLimit)) }

  /// Returns how far the derivative of an iteration goes through the inner steps.
  public func order(at iteration: Int) -> MAML.Order {
    iteration < firstOrderIterations ? .first : .second
  }
}

// MARK: - What is learned

extension MAMLPlusPlus {
  /// What the order is after the first iterations.
  package var order: MAML.Order { .second }

  /// The network, and beside it what is learned for each inner step.
  ///
  /// The rates are `[steps, tensors]`, in the order of the network's parameters. Normalization of
  /// one's own per step is `steps.bn1.weight` and so on, a row for each step; the network's own is
  /// not used then.
  package func initialStart(for network: Network) -> InnerStart {
    // Without steps the query set still needs a normalization.
    let rows = max(1, trainedSteps)
    var start = InnerStart(network: network, rates: .uniform(innerLearningRate))
    if learnsRates {
      start.rates = .perStepAndTensor(
        Tensor(
          repeating: Float(innerLearningRate), shape: [rows, network.parameters.count]))
    }
    for (name, tensor) in network.namedParameters
    where hasStepNormalization && name.hasPrefix("bn") {
      start.stepNormalization[name] = tensor.broadcast(
        to: Shape([rows] + tensor.shape.dimensions))
    }
    return start
  }

  /// All steps are judged in the first iterations, and not differentiated exactly in others.
  package func loopSettings(steps: Int, iteration: Int?) -> InnerLoopSettings {
    guard let iteration else { return InnerLoopSettings(steps: steps) }
    return InnerLoopSettings(
      steps: steps, order: order(at: iteration),
      lossWeights: iteration < multiStepIterations ? lossWeights(at: iteration) : nil)
  }
}

// MARK: - Settings

extension MAMLPlusPlus {
  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("innerSteps", innerSteps), Setting("innerLearningRate", innerLearningRate),
      Setting("multiStepIterations", multiStepIterations), Setting("learnsRates", learnsRates),
      Setting("hasStepNormalization", hasStepNormalization),
      Setting("firstOrderIterations", firstOrderIterations),
      Setting("metaRateSchedule", metaRateSchedule),
    ] + stepSettings
  }

  /// Throws what is wrong with the settings.
  public func validate() throws(MetaLearningError) {
    try validateInnerLoop()
    try requireNotNegative(multiStepIterations, "multiStepIterations")
    try requireNotNegative(firstOrderIterations, "firstOrderIterations")
    try metaRateSchedule.validate()
  }
}
