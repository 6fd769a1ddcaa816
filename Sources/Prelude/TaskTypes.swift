public import CellLanguage
public import FewShotData
public import MetaLearning

extension TaskDistribution: HostValue, CellConvertible {}
extension FewShotTask: HostValue, CellConvertible {}
extension SinusoidTasks: HostValue, CellConvertible {}
extension Sinusoid: HostValue, CellConvertible {}

extension Episode: HostValue, CellConvertible {
  /// How many examples it has.
  public var description: String {
    "\(support.count) support and \(query.count) query examples"
  }
}

/// The types of few-shot tasks, as cells see them.
let taskTypes: [HostType] = [
  HostType(
    TaskDistribution.self,
    """
    The few-shot tasks that can be drawn from some characters, numbered. Task `i` depends on \
    the characters, the numbers and (`seed`, `i`) alone.
    """, conformances: ["EpisodeSource"],
    members: [
      HostFunction(
        """
        init(_ characters: ImageCollection, way: Int, shot: Int, queriesPerClass: Int = 15, \
        shift: Int = 0, seed: Int = 0) throws
        """,
        """
        The tasks of some characters; an error says why there are none. Each image is shifted by up \
        to `shift` pixels each way, which makes more of few characters in training.
        """
      ) {
        (
          characters: ImageCollection, way: Int, shot: Int, queries: Int, shift: Int, seed: Int
        ) in
        try TaskDistribution(
          characters, way: way, shot: shot, queriesPerClass: queries, shift: shift, seed: seed)
      },
      property(
        "var characters: ImageCollection", "The characters that tasks are drawn from.",
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
      ) { (tasks: TaskDistribution, index: Int) in tasks[index] },
      HostFunction(
        "func episode(_ index: Int) -> Episode",
        "The task of a number as examples to adapt to and examples to be judged by."
      ) { (tasks: TaskDistribution, index: Int) in tasks.episode(index) },
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
  episodeType, sinusoidTasksType, sinusoidType,
]

private let episodeType = HostType(
  Episode.self, "Examples to adapt to, and examples that the adapted network is judged by.",
  conformances: ["Equatable"],
  members: [
    HostFunction("init(support: Examples, query: Examples)", "A task of one's own.") {
      (support: Examples, query: Examples) in Episode(support: support, query: query)
    },
    HostFunction(
      "func score(of network: Network, isTransductive: Bool = true) throws -> QueryScore",
      "How good an adapted network's answers to the query examples are."
    ) { (episode: Episode, network: Network, isTransductive: Bool) in
      try episode.score(of: network, isTransductive: isTransductive)
    },
    property("var support: Examples", "The examples to adapt to.", of: Episode.self) {
      $0.support
    },
    property("var query: Examples", "The examples to be judged by.", of: Episode.self) {
      $0.query
    },
  ])

private let sinusoidTasksType = HostType(
  SinusoidTasks.self,
  """
  Regression tasks (Finn et al., 2017): a few points of a sinusoid, from which to guess the rest. \
  Task `i` depends on the numbers and (`seed`, `i`) alone.
  """, conformances: ["Equatable", "EpisodeSource"],
  members: [
    HostFunction(
      "init(shot: Int = 10, queries: Int? = nil, seed: Int = 0) throws",
      "Tasks of so many points; as many to be judged by, unless said otherwise."
    ) { (shot: Int, queries: Int?, seed: Int) in
      try SinusoidTasks(shot: shot, queries: queries, seed: seed)
    },
    property("var shot: Int", "The number of points to learn from.", of: SinusoidTasks.self) {
      $0.shot
    },
    property("var queries: Int", "The number of points to be judged by.", of: SinusoidTasks.self) {
      $0.queries
    },
    property("var seed: Int", "The seed of all tasks.", of: SinusoidTasks.self) { $0.seed },
    HostFunction("subscript(_ index: Int) -> Sinusoid", "The curve of a task.") {
      (tasks: SinusoidTasks, index: Int) in tasks[index]
    },
    HostFunction("func episode(_ index: Int) -> Episode", "The points of a task.") {
      (tasks: SinusoidTasks, index: Int) in tasks.episode(index)
    },
  ])

private let sinusoidType = HostType(
  Sinusoid.self, "The curve amplitude · sin(x − phase).", conformances: ["Equatable"],
  members: [
    HostFunction("init(amplitude: Double, phase: Double)", "A curve.") {
      (amplitude: Double, phase: Double) in Sinusoid(amplitude: amplitude, phase: phase)
    },
    property("var amplitude: Double", "How far it goes up and down.", of: Sinusoid.self) {
      $0.amplitude
    },
    property("var phase: Double", "How far it is moved to the right.", of: Sinusoid.self) {
      $0.phase
    },
    HostFunction("func callAsFunction(_ x: Double) -> Double", "The height at a place.") {
      (curve: Sinusoid, x: Double) in curve(x)
    },
  ])
