public import FewShotData

/// The rules of an experiment: accuracies are only comparable within one.
///
///     let rules = FewShotProtocol.paper(way: 5, shot: 1)
///     let tasks = try rules.tasks(of: characters)
///     let run = try train(
///       .strided(way: rules.way), using: rules.maml, on: tasks.train, iterations: 2000,
///       tasksPerBatch: rules.tasksPerBatch, metaLearningRate: rules.metaLearningRate)
///     let result = try evaluate(
///       run.network, using: rules.maml, on: tasks.test, taskCount: rules.testTaskCount,
///       steps: rules.evaluationSteps)
///
/// It is a value: change what should be different.
public struct FewShotProtocol: Sendable, Equatable {
  /// Whose rules these are.
  public var name: String
  /// The number of classes of a task.
  public var way: Int
  /// The number of support images of each class.
  public var shot: Int
  /// The number of query images of each class.
  public var queriesPerClass: Int
  /// The number of tasks of an outer step.
  public var tasksPerBatch: Int
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// The size of an inner step.
  public var innerLearningRate: Double
  /// The number of inner steps in evaluation.
  public var evaluationSteps: Int
  /// The size of Adam's steps.
  public var metaLearningRate: Double
  /// The number of outer steps.
  public var iterations: Int
  /// The number of tasks of the test.
  public var testTaskCount: Int
  /// In which proportion the characters are divided.
  public var split: SplitProportion
  /// Which characters also come turned.
  public var rotations: Rotations
}

// MARK: - Presets

extension FewShotProtocol {
  /// The rules of the walkthrough: no turned characters, 15 query images of each class, five steps of
  /// 0.1 in training and test. Its network is `Network.pooled`.
  public static func walkthrough(way: Int = 5, shot: Int = 1) -> FewShotProtocol {
    FewShotProtocol(
      name: "walkthrough", way: way, shot: shot, queriesPerClass: 15, tasksPerBatch: 32,
      innerSteps: 5, innerLearningRate: 0.1, evaluationSteps: 5, metaLearningRate: 0.001,
      iterations: 10_000, testTaskCount: 992, split: .walkthrough, rotations: .none)
  }

  /// The rules of the MAML paper (Finn et al., 2017, section 5.2 and appendix A.1): all characters
  /// also turned, as many query as support images; one step of 0.4 and three in the test, but five
  /// of 0.1 where there are 20 classes or more. Its network is `Network.strided`.
  ///
  /// The paper's images are 0 for paper and 1 for ink; ours are 1 and −1.
  public static func paper(way: Int = 5, shot: Int = 1) -> FewShotProtocol {
    let isLarge = way >= 20
    return FewShotProtocol(
      name: "paper", way: way, shot: shot, queriesPerClass: shot,
      tasksPerBatch: isLarge ? 16 : 32, innerSteps: isLarge ? 5 : 1,
      innerLearningRate: isLarge ? 0.1 : 0.4, evaluationSteps: isLarge ? 5 : 3,
      metaLearningRate: 0.001, iterations: 60_000, testTaskCount: 600, split: .paper,
      rotations: .all)
  }
}

// MARK: - Use

extension FewShotProtocol {
  /// MAML with the protocol's inner steps.
  public var maml: MAML {
    MAML(innerSteps: innerSteps, innerLearningRate: innerLearningRate)
  }

  /// Returns the tasks of some characters, divided and turned as the protocol says.
  ///
  /// - Parameters:
  ///   - characters: All characters, such as Omniglot's 1623.
  ///   - seed: Decides the split and all tasks.
  public func tasks(
    of characters: ImageCollection, seed: Int = 0
  ) throws(TaskError) -> ProtocolTasks {
    if rotations != .none {
      if characters.hasTurnedCharacters { throw .alreadyTurned }
      let (width, height) = (characters.width, characters.height)
      if width != height { throw .notSquare(width: width, height: height) }
    }
    let parts = characters.split(seed: seed, like: split).withRotations(rotations)
    func tasks(_ characters: ImageCollection) throws(TaskError) -> TaskDistribution {
      try TaskDistribution(
        characters, way: way, shot: shot, queriesPerClass: queriesPerClass, seed: seed)
    }
    return ProtocolTasks(
      train: try tasks(parts.train), validation: try tasks(parts.validation),
      test: try tasks(parts.test))
  }
}

/// The tasks of a protocol.
public struct ProtocolTasks: Sendable {
  /// The tasks to train with.
  public let train: TaskDistribution
  /// The tasks to choose a model by.
  public let validation: TaskDistribution
  /// The tasks nothing has seen before the test.
  public let test: TaskDistribution
}

extension FewShotProtocol: CustomStringConvertible {
  /// A short description, such as `walkthrough's rules, 5-way 1-shot`.
  public var description: String { "\(name)'s rules, \(way)-way \(shot)-shot" }
}

extension ProtocolTasks: CustomStringConvertible {
  /// A short description: what the test's tasks are.
  public var description: String { "train, validation and test tasks; test: \(test)" }
}
