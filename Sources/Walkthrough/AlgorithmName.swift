internal import Autodiff
internal import FewShotData
internal import MetaLearning

/// The algorithms that the walkthrough's commands know, as they are typed.
public enum AlgorithmName: String, CaseIterable, Sendable {
  case maml, anil, reptile, metasgd
  case mamlPlusPlus = "maml++"
  case protonet

  /// The algorithm, with what the settings say about its inner loop.
  func learner(_ settings: WalkthroughSettings) -> any MetaLearner {
    let (steps, rate) = (settings.steps, settings.baseRate)
    let order = settings.order
    return switch self {
    case .maml: MAML(innerSteps: steps, innerLearningRate: rate, order: order)
    case .anil: ANIL(innerSteps: steps, innerLearningRate: rate, order: order)
    case .metasgd: MetaSGD(innerSteps: steps, innerLearningRate: rate, order: order)
    case .reptile:
      Reptile(innerSteps: steps, innerLearningRate: rate, evaluationSteps: settings.testSteps)
    case .mamlPlusPlus:
      MAMLPlusPlus(
        innerSteps: steps, innerLearningRate: rate,
        multiStepIterations: settings.multiStepIterations,
        firstOrderIterations: order == .first ? settings.iterations : 0)
    case .protonet: ProtoNet()
    }
  }

  /// Whether it can use what another has learned: a network serves all that take steps from it, rates
  /// and normalizations only the one that learned them.
  func canUse(_ parameters: MetaParameters, of other: AlgorithmName) -> Bool {
    if self == other { return true }
    return parameters.learned.isEmpty && ![.metasgd, .mamlPlusPlus].contains(self)
  }

  /// Whether there are two orders of its derivative.
  var hasOrder: Bool {
    switch self {
    case .maml, .anil, .metasgd, .mamlPlusPlus: true
    case .reptile, .protonet: false
    }
  }
}

/// The networks that the walkthrough's commands know, as they are typed.
public enum NetworkName: String, CaseIterable, Sendable {
  /// The walkthrough's.
  case maxpool
  /// The MAML paper's.
  case strided

  /// The network with weights drawn from a seed.
  func network(way: Int, seed: Int) throws -> Network {
    switch self {
    case .maxpool: try Checked.pooled(way: way, seed: seed)
    case .strided: try Checked.strided(way: way, seed: seed)
    }
  }
}

/// How the outer rate changes, as it is typed.
public enum ScheduleName: String, CaseIterable, Sendable {
  /// It stays as it is.
  case constant
  /// It falls along half a cosine over all iterations.
  case cosine

  func schedule(iterations: Int) -> RateSchedule {
    switch self {
    case .constant: .constant
    case .cosine: .cosine(total: max(1, iterations))
    }
  }
}

/// Whose rules an experiment follows.
public enum ProtocolName: String, CaseIterable, Sendable {
  case walkthrough, paper

  /// The rules for tasks of a size.
  func rules(way: Int, shot: Int) -> FewShotProtocol {
    switch self {
    case .walkthrough: .walkthrough(way: way, shot: shot)
    case .paper: .paper(way: way, shot: shot)
    }
  }
}
