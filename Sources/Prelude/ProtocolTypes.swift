public import CellLanguage
internal import FewShotData
public import MetaLearning

extension FewShotProtocol: HostValue, CellConvertible {}
extension ProtocolTasks: HostValue, CellConvertible {}

/// The rules of experiments, as cells see them.
let protocolTypes: [HostType] = [protocolType, protocolTasksType]

private let protocolType = HostType(
  FewShotProtocol.self,
  "The rules of an experiment: accuracies are only comparable within one.",
  conformances: ["Equatable"],
  members: [
    HostFunction(
      "static func walkthrough(way: Int = 5, shot: Int = 1) -> FewShotProtocol",
      "The rules of the walkthrough: 15 query images of each class, no turned characters."
    ) { (way: Int, shot: Int) in FewShotProtocol.walkthrough(way: way, shot: shot) },
    HostFunction(
      "static func paper(way: Int = 5, shot: Int = 1) -> FewShotProtocol",
      "The rules of the MAML paper: turned characters too, as many query as support images."
    ) { (way: Int, shot: Int) in FewShotProtocol.paper(way: way, shot: shot) },
    property("var name: String", "Whose rules these are.", of: FewShotProtocol.self) { $0.name },
    property("var maml: MAML", "MAML with the rules' inner steps.", of: FewShotProtocol.self) {
      $0.maml
    },
    HostFunction(
      "func tasks(of characters: ImageCollection, seed: Int = 0) throws -> ProtocolTasks",
      "The tasks of some characters, divided and turned as the rules say."
    ) { (rules: FewShotProtocol, characters: ImageCollection, seed: Int) in
      try rules.tasks(of: characters, seed: seed)
    },
    rule("way: Int", "The number of classes of a task.", \.way),
    rule("shot: Int", "The number of support images of each class.", \.shot),
    rule("queriesPerClass: Int", "The number of query images of each class.", \.queriesPerClass),
    rule("tasksPerBatch: Int", "The number of tasks of an outer step.", \.tasksPerBatch),
    rule("innerSteps: Int", "The number of inner steps in training.", \.innerSteps),
    rule("innerLearningRate: Double", "The size of an inner step.", \.innerLearningRate),
    rule("evaluationSteps: Int", "The number of inner steps in evaluation.", \.evaluationSteps),
    rule("metaLearningRate: Double", "The size of Adam's steps.", \.metaLearningRate),
    rule("iterations: Int", "The number of outer steps.", \.iterations),
    rule("testTaskCount: Int", "The number of tasks of the test.", \.testTaskCount),
    rule("split: SplitProportion", "In which proportion characters are divided.", \.split),
    rule("rotations: Rotations", "Which characters also come turned.", \.rotations),
  ])

/// A property of a protocol that can be changed.
private func rule<Content: CellConvertible>(
  _ declaration: String, _ documentation: String,
  _ path: any WritableKeyPath<FewShotProtocol, Content> & Sendable
) -> HostFunction {
  HostFunction(
    "var \(declaration) { get set }", documentation,
    get: { (rules: FewShotProtocol) in rules[keyPath: path] },
    set: { (rules: inout FewShotProtocol, content: Content) in rules[keyPath: path] = content })
}

private let protocolTasksType = HostType(
  ProtocolTasks.self, "The tasks of an experiment.",
  members: [
    property("var train: TaskDistribution", "To train with.", of: ProtocolTasks.self) {
      $0.train
    },
    property("var validation: TaskDistribution", "To choose by.", of: ProtocolTasks.self) {
      $0.validation
    },
    property("var test: TaskDistribution", "To test with.", of: ProtocolTasks.self) { $0.test },
  ])
