/// A training, as far as it has come: what was learned and how it went.
///
/// A run is a value that can be saved and read again (``save(to:)``, ``init(contentsOf:)``) and
/// continued to the same bits as if it had never stopped.
public struct TrainingRun: Sendable, Equatable {
  /// What has been learned.
  public internal(set) var parameters: MetaParameters
  /// The optimizer with what it remembers.
  public var optimizer: any Optimizer { someOptimizer.value }
  /// The optimizer as it is kept.
  var someOptimizer: SomeOptimizer
  /// How large a gradient may be that the optimizer follows; nil where it may be of any size.
  public internal(set) var gradientClipping: GradientClipping?
  /// How it went.
  public internal(set) var history = TrainingHistory()
  /// What did best on the validation tasks, where there were any.
  public internal(set) var best: MetaParameters?
  /// What the run was made with, such as the options of its algorithm: texts for people and
  /// programs that continue it, which a checkpoint keeps.
  public var settings: [String: String] = [:]
  /// Where it is saved.
  var place = Place()

  /// The file that the training of this run saved it to, or that it was read from; nil where there is
  /// none.
  public var checkpointPath: String? { place.path }

  /// The network that has been learned.
  public var network: Network { parameters.network }
  /// The network that did best on the validation tasks; the last one where there were none.
  public var bestNetwork: Network { bestParameters.network }
  /// What did best on the validation tasks; what was learned last where there were none.
  public var bestParameters: MetaParameters { best ?? parameters }
  /// The number of iterations done.
  public var iteration: Int { history.losses.count }

  /// A run that starts or goes on from parameters.
  init(
    parameters: MetaParameters, optimizer: any Optimizer,
    gradientClipping: GradientClipping? = nil, history: TrainingHistory = TrainingHistory(),
    best: MetaParameters? = nil, settings: [String: String] = [:]
  ) {
    self.parameters = parameters
    someOptimizer = SomeOptimizer(value: optimizer)
    self.gradientClipping = gradientClipping
    self.history = history
    self.best = best
    self.settings = settings
  }
}

extension TrainingRun {
  /// Where a run is saved, which says nothing about what it is: a copy elsewhere is the same run.
  struct Place: Sendable, Equatable {
    var path: String?

    static func == (lhs: Place, rhs: Place) -> Bool { true }
  }
}

/// How a training went.
public struct TrainingHistory: Sendable, Equatable {
  /// The mean query loss of each iteration's tasks, after the inner steps.
  public internal(set) var losses: [Double] = []
  /// The mean query accuracy of each iteration's tasks, after the inner steps; empty where the tasks
  /// ask for numbers, not classes.
  public internal(set) var accuracies: [Double] = []
  /// What was measured on the validation tasks.
  public internal(set) var validations: [ValidationPoint] = []
}

/// One measurement on the validation tasks.
public struct ValidationPoint: Sendable, Equatable {
  /// The number of iterations that had been done.
  public let iteration: Int
  /// What was measured.
  public let evaluation: Evaluation
}

/// How far a training has come.
public struct TrainingProgress: Sendable, Equatable {
  /// The number of iterations done.
  public let iteration: Int
  /// The number of iterations there will be; `Int.max` where it goes on until it is interrupted.
  public let total: Int
  /// The mean query loss of the last iteration's tasks.
  public let loss: Double
  /// The mean query accuracy of the last iteration's tasks; nil where they ask for numbers.
  public let accuracy: Double?
  /// What was measured on the validation tasks after the last iteration, if anything was.
  public let validation: Evaluation?
}

extension TrainingRun: CustomStringConvertible {
  /// A short description, such as `300 iterations, last loss 0.213, last accuracy 93.12 %`.
  public var description: String {
    guard let loss = history.losses.last else { return "no iterations" }
    let accuracy = history.accuracies.last.map { ", last accuracy \(percent($0))" } ?? ""
    return "\(iteration) iteration\(iteration == 1 ? "" : "s"), last loss "
      + "\(decimal(loss, digits: 3))\(accuracy)"
  }
}
