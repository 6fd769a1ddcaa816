public import CellLanguage
public import MetaLearning

/// The types of a training and of the place where it is saved, as cells see them.
func runTypes(permissions: FilePermissions) -> [HostType] {
  [
    HostType(
      TrainingRun.self, "A training: what was learned and how it went.",
      conformances: ["Equatable"], members: runProperties + runFiles(permissions: permissions)),
    HostType(
      TrainedModel.self, "What a training has learned, as it is used afterwards.",
      conformances: ["Equatable"], members: modelMembers(permissions: permissions)),
    checkpointingType,
  ]
}

private let runProperties: [HostFunction] = [
  property("var network: Network", "The network that has been learned.", of: TrainingRun.self) {
    $0.network
  },
  property(
    "var bestNetwork: Network",
    "The network that did best on the validation tasks; the last one where there were none.",
    of: TrainingRun.self
  ) { $0.bestNetwork },
  property(
    "var parameters: MetaParameters",
    "All that has been learned: the network, and what else the algorithm learns.",
    of: TrainingRun.self
  ) { $0.parameters },
  property(
    "var bestParameters: MetaParameters",
    "What did best on the validation tasks; the last where there were none.",
    of: TrainingRun.self
  ) { $0.bestParameters },
  property("var history: TrainingHistory", "How it went.", of: TrainingRun.self) { $0.history },
  property("var iteration: Int", "The number of iterations done.", of: TrainingRun.self) {
    $0.iteration
  },
]

/// How cells save trainings and read them again.
private func runFiles(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      "init(contentsOf path: String) throws",
      "Reads a training that was saved: `train(continuing:)` goes on with it, bit for bit."
    ) { (path: String) in
      try TrainingRun(contentsOf: path, in: permissions.files)
    },
    HostFunction(
      "func save(to path: String) throws",
      """
      Saves the training as a safetensors file, with the network under the names and in the \
      layouts of PyTorch. A file that was there is replaced once the new one is whole.
      """
    ) { (run: TrainingRun, path: String) in
      try run.save(to: path, in: permissions.files, makingFolders: true)
    },
  ]
}

extension TrainedModel: HostValue, CellConvertible {
  /// The network and what else was learned.
  public var description: String { "model: \(network)" }
}

/// What cells see of a model, and how they read and save it.
private func modelMembers(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      "init(contentsOf path: String) throws",
      "Reads what a training saved: its best network, and what else the algorithm learned."
    ) { (path: String) in
      try TrainedModel(contentsOf: path, in: permissions.files)
    },
    HostFunction(
      "func write(to path: String) throws",
      "Saves the model as a safetensors file, with PyTorch's names and layouts."
    ) { (model: TrainedModel, path: String) in
      try model.write(to: path, in: permissions.files, makingFolders: true)
    },
    HostFunction(
      "init(_ run: TrainingRun)", "The best that a training has found."
    ) { (run: TrainingRun) in TrainedModel(run) },
    property("var network: Network", "The network.", of: TrainedModel.self) { $0.network },
    property(
      "var parameters: MetaParameters",
      "All that was learned: the network, and what else the algorithm learns.",
      of: TrainedModel.self
    ) { $0.parameters },
    property(
      "var settingNames: [String]", "The names of what the training was made with.",
      of: TrainedModel.self
    ) { $0.settings.keys.sorted() },
    HostFunction(
      "func setting(_ name: String) -> String?", "What the training was made with, as text."
    ) { (model: TrainedModel, name: String) in model.settings[name] },
  ]
}

extension Checkpointing: HostValue, CellConvertible {
  /// Where, and how often.
  public var description: String { "'\(path)' every \(interval) iterations" }
}

private let checkpointingType = HostType(
  Checkpointing.self, "Where a training saves its run while it goes on, and how often.",
  conformances: ["Equatable"],
  members: [
    HostFunction(
      "init(to path: String, every interval: Int = 100, replacing isReplacing: Bool = false)",
      """
      Saves the run to a safetensors file every so many iterations, at the end, and when the \
      training is stopped; beside it a table of the metrics, `NAME.csv`, and the best network on \
      the validation tasks, `NAME-best.safetensors`. A file with another run is only replaced \
      with `replacing: true`.
      """
    ) { (path: String, interval: Int, isReplacing: Bool) in
      Checkpointing(to: path, every: try positive(interval, "every"), replacing: isReplacing)
    },
    property("var path: String", "The file of the run.", of: Checkpointing.self) { $0.path },
    property(
      "var interval: Int", "After how many iterations the run is saved again.",
      of: Checkpointing.self
    ) { $0.interval },
  ])
