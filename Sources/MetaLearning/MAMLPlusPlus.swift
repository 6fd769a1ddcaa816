internal import Autodiff
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
public struct MAMLPlusPlus: Sendable {
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

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(
    innerSteps: Int = 5, innerLearningRate: Double = 0.1, multiStepIterations: Int = 1000,
    learnsRates: Bool = true, hasStepNormalization: Bool = true, firstOrderIterations: Int = 0,
    metaRateSchedule: RateSchedule = .constant
  ) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.multiStepIterations = multiStepIterations
    self.learnsRates = learnsRates
    self.hasStepNormalization = hasStepNormalization
    self.firstOrderIterations = firstOrderIterations
    self.metaRateSchedule = metaRateSchedule
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
    let alone = (0...innerSteps).map { $0 == innerSteps ? 1.0 : 0 }
    guard iteration < multiStepIterations, innerSteps > 0 else { return alone }
    let share = 1 / Double(innerSteps)
    let done = Double(iteration) / Double(multiStepIterations)
    let early = max(share * (1 - done), 0.03 * share)
    let last = 1 - early * Double(innerSteps - 1)
    return (0...innerSteps).map { step in
      step == 0 ? 0 : step == innerSteps ? last : early
    }
  }

  /// Returns how far the derivative of an iteration goes through the inner steps.
  public func order(at iteration: Int) -> MAML.Order {
    iteration < firstOrderIterations ? .first : .second
  }
}

// MARK: - What is learned

extension MAMLPlusPlus {
  /// The name of the rates among what is learned: `[steps, tensors]`, in the order of the network's
  /// parameters.
  private static let ratesName = "rates"

  private func stepName(_ parameter: String) -> String { "steps.\(parameter)" }

  /// Returns the network, and beside it what is learned for each inner step.
  ///
  /// Normalization of one's own per step is `steps.bn1.weight` and so on, a row for each step; the
  /// network's own is not used then.
  public func initialParameters(for network: Network) -> MetaParameters {
    var parameters = MetaParameters(network: network)
    // Without steps the query set still needs a normalization.
    let rows = max(1, innerSteps)
    if learnsRates {
      parameters.learned[Self.ratesName] = Tensor(
        repeating: Float(innerLearningRate), shape: [rows, network.parameters.count])
    }
    for (name, tensor) in network.namedParameters
    where hasStepNormalization && isOfNormalization(name) {
      parameters.learned[stepName(name)] = Tensor(
        stacking: Array(repeating: tensor, count: rows))
    }
    return parameters
  }

  private func isOfNormalization(_ name: String) -> Bool { name.hasPrefix("bn") }

  private func start(_ parameters: MetaParameters) throws -> InnerStart {
    var start = InnerStart(network: parameters.network, rates: .uniform(innerLearningRate))
    if learnsRates { start.rates = .perStepAndTensor(try parameters.learned(Self.ratesName)) }
    if hasStepNormalization {
      for name in parameters.network.namedParameters.map(\.name) where isOfNormalization(name) {
        start.stepNormalization[name] = try parameters.learned(stepName(name))
      }
    }
    return start
  }

  private func parameters(_ start: InnerStart) -> MetaParameters {
    var parameters = MetaParameters(network: start.network)
    if case .perStepAndTensor(let rates) = start.rates {
      parameters.learned[Self.ratesName] = rates
    }
    for (name, rows) in start.stepNormalization { parameters.learned[stepName(name)] = rows }
    return parameters
  }
}

// MARK: - MetaLearner

extension MAMLPlusPlus: MetaLearner {
  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("innerSteps", innerSteps), Setting("innerLearningRate", innerLearningRate),
      Setting("multiStepIterations", multiStepIterations), Setting("learnsRates", learnsRates),
      Setting("hasStepNormalization", hasStepNormalization),
      Setting("firstOrderIterations", firstOrderIterations),
      Setting("metaRateSchedule", metaRateSchedule),
    ]
  }

  /// Throws what is wrong with the settings.
  public func validate() throws(MetaLearningError) {
    try requireNotNegative(innerSteps, "innerSteps")
    try requireRate(innerLearningRate, "innerLearningRate")
    try requireNotNegative(multiStepIterations, "multiStepIterations")
    try requireNotNegative(firstOrderIterations, "firstOrderIterations")
    try metaRateSchedule.validate()
  }

  /// Returns the derivative of one task's query losses in all that is learned.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    let result = try innerLoop.metaGradient(
      at: start(parameters), for: episode,
      settings: InnerLoopSettings(
        steps: innerSteps, order: order(at: iteration),
        lossWeights: iteration < multiStepIterations ? lossWeights(at: iteration) : nil),
      interrupt: interrupt)
    return MetaGradient(gradient: self.parameters(result.gradient), score: result.score)
  }

  /// Returns the network after inner steps; those beyond the ones trained are like the last of them.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try innerLoop.adapt(
      start(parameters), to: examples, settings: InnerLoopSettings(steps: steps),
      interrupt: interrupt, visit: visit)
  }

  /// Returns how good the query answers are after each number of inner steps, or after the last.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try innerLoop.queryScores(
      of: start(parameters), on: episode,
      settings: InnerLoopSettings(steps: measurement.steps), measurement: measurement,
      interrupt: interrupt)
  }
}
