public import CellLanguage
public import FewShotData

extension TaskDistribution: HostValue, CellConvertible {}
extension FewShotTask: HostValue, CellConvertible {}

/// The types of few-shot tasks, as cells see them.
let taskTypes = [
  HostType(
    TaskDistribution.self,
    """
    The few-shot tasks that can be drawn from some characters, numbered. Task `i` depends on \
    the characters, the numbers and (`seed`, `i`) alone.
    """,
    members: [
      HostFunction(
        """
        init(_ characters: CharacterCollection, way: Int, shot: Int, queriesPerClass: Int = 15, \
        seed: Int = 0) throws
        """, "The tasks of some characters; an error says why there are none."
      ) { call in
        try TaskDistribution(
          try call.argument(0), way: try call.argument(1), shot: try call.argument(2),
          queriesPerClass: try call.argument(3), seed: try call.argument(4))
      },
      property(
        "var characters: CharacterCollection", "The characters that tasks are drawn from.",
        of: TaskDistribution.self
      ) { $0.characters },
      property("var way: Int", "The number of classes of a task.", of: TaskDistribution.self) {
        $0.way
      },
      property(
        "var shot: Int", "The number of support images of each class.", of: TaskDistribution.self
      ) { $0.shot },
      property(
        "var queriesPerClass: Int", "The number of query images of each class.",
        of: TaskDistribution.self
      ) { $0.queriesPerClass },
      property("var seed: Int", "The seed of all tasks.", of: TaskDistribution.self) { $0.seed },
      HostFunction(
        "subscript(_ index: Int) -> FewShotTask", "The task of a number; any number has one."
      ) { call in
        try call.receiver(as: TaskDistribution.self)[try call.argument(0, as: Int.self)]
      },
    ]),
  HostType(
    FewShotTask.self,
    "A few labelled images to learn from, and others of the same classes to predict.",
    conformances: ["Equatable"],
    members: [
      property("var way: Int", "The number of classes.", of: FewShotTask.self) { $0.way },
      property("var shot: Int", "The number of support images of each class.", of: FewShotTask.self)
      { $0.shot },
      property(
        "var queriesPerClass: Int", "The number of query images of each class.",
        of: FewShotTask.self
      ) { $0.queriesPerClass },
      property(
        "var classes: [Int]", "The places of the classes in the collection they were drawn from.",
        of: FewShotTask.self
      ) { $0.classes },
      property("var names: [String]", "The names of the classes.", of: FewShotTask.self) {
        $0.names
      },
      property(
        "var supportImages: ImageBatch", "The images to learn from, class by class.",
        of: FewShotTask.self
      ) { $0.supportImages },
      property(
        "var supportLabels: [Int]", "The class of each support image.", of: FewShotTask.self
      ) { $0.supportLabels },
      property(
        "var queryImages: ImageBatch", "The images to predict, class by class.",
        of: FewShotTask.self
      ) { $0.queryImages },
      property("var queryLabels: [Int]", "The class of each query image.", of: FewShotTask.self) {
        $0.queryLabels
      },
    ]),
]
