import FewShotData
import MetaLearning

/// How an algorithm is trained on 5-way 1-shot tasks within ten minutes on two cores.
struct Recipe {
  /// What the table calls it.
  let name: String
  let learner: any MetaLearner
  let iterations: Int
  var tasksPerBatch = 8
  var metaLearningRate = 0.002
  var queriesPerClass = 5
  /// The number of inner steps in the test.
  let testSteps: Int

  /// The algorithms, in the order of the table.
  ///
  /// - Parameter scale: what the numbers of iterations are multiplied by, to try things quickly.
  static func all(scale: Double) -> [Recipe] {
    func count(_ iterations: Int) -> Int { max(1, Int(Double(iterations) * scale)) }
    return [
      Recipe(
        name: "MAML, second order",
        learner: MAML(innerSteps: 1, innerLearningRate: 0.4), iterations: count(8000),
        testSteps: 3),
      Recipe(
        name: "MAML, first order",
        learner: MAML(innerSteps: 3, innerLearningRate: 0.1, order: .first),
        iterations: count(1800), metaLearningRate: 0.001, testSteps: 5),
      Recipe(
        name: "ANIL", learner: ANIL(innerSteps: 3, innerLearningRate: 0.1),
        iterations: count(900), testSteps: 5),
      Recipe(
        name: "Reptile", learner: Reptile(innerSteps: 5, innerLearningRate: 0.1),
        iterations: count(2000), metaLearningRate: 0.001, testSteps: 10),
      Recipe(
        name: "Meta-SGD", learner: MetaSGD(innerSteps: 1, innerLearningRate: 0.4),
        iterations: count(5000), testSteps: 1),
      Recipe(
        name: "MAML++",
        learner: MAMLPlusPlus(
          innerSteps: 3, innerLearningRate: 0.1, multiStepIterations: count(500)),
        iterations: count(1500), testSteps: 3),
      Recipe(
        name: "ProtoNet", learner: ProtoNet(), iterations: count(600), metaLearningRate: 0.001,
        testSteps: 0),
    ]
  }
}
