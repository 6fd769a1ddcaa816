internal import Autodiff
package import SystemFiles

/// What a training has learned, as it is used afterwards, and what it was made with.
///
///     let model = try TrainedModel(contentsOf: "checkpoints/run-best.safetensors")
///     let result = try evaluate(model.parameters, using: MetaSGD(), on: testTasks)
///
/// The file has the network under the names and in the layouts of PyTorch, what was learned besides
/// it as `learned.NAME`, and layers and settings as texts. Where nothing was learned besides the
/// network, PyTorch takes it as a `state_dict`.
public struct TrainedModel: Sendable, Equatable {
  /// What was learned.
  public var parameters: MetaParameters
  /// What it was made with, such as the options of its algorithm.
  public var settings: [String: String]

  /// The network that was learned.
  public var network: Network { parameters.network }

  /// The names of what it was made with, in alphabetical order.
  public var settingNames: [String] { settings.keys.sorted() }

  /// What it was made with, as text.
  public func setting(_ name: String) -> String? { settings[name] }

  /// Creates a model.
  public init(_ parameters: MetaParameters, settings: [String: String] = [:]) {
    self.parameters = parameters
    self.settings = settings
  }

  /// The best that a run has found.
  public init(_ run: TrainingRun) {
    self.init(run.bestParameters, settings: run.settings)
  }
}

// MARK: - Files

extension TrainedModel {
  /// Writes the model to a safetensors file.
  public func write(to path: String) throws(CheckpointError) {
    try write(to: path, in: .everywhere)
  }

  /// Writes the model to one of the files that may be used.
  package func write(
    to path: String, in files: FileAccess, makingFolders: Bool = false
  ) throws(CheckpointError) {
    var texts = ["layers": network.layerText]
    for (name, text) in settings { texts[SafeTensors.settingPrefix + name] = text }
    var file = SafeTensors(metadata: texts)
    file.insert(parameters)
    file.seal(as: Network.content)
    try file.write(to: path, in: files, makingFolders: makingFolders)
  }

  /// Reads a model, or the best that a run has found.
  public init(contentsOf path: String) throws(CheckpointError) {
    try self.init(contentsOf: path, in: .everywhere)
  }

  /// Reads a model from one of the files that may be used.
  package init(contentsOf path: String, in files: FileAccess) throws(CheckpointError) {
    let file = try SafeTensors(contentsOf: path, in: files)
    if file.metadata[SafeTensors.contentKey] == TrainingRun.content {
      self.init(try TrainingRun(file, path: path))
      return
    }
    try self.init(model: file, path: path)
  }

  /// Creates the model that a file of this path holds, which is no run.
  init(model file: SafeTensors, path: String) throws(CheckpointError) {
    let reader = try CheckpointReader(file, path: path, of: Network.content)
    let parameters = MetaParameters(
      network: try file.network(reader.layers(), path: path), learned: try file.learned(path: path))
    try reader.requireNothingBesides { $0.insert(parameters) }
    self.init(parameters, settings: file.settings)
  }
}

extension SafeTensors {
  static let settingPrefix = "settings."

  /// What the file says about how its tensors were made.
  var settings: [String: String] {
    var settings: [String: String] = [:]
    for (name, text) in metadata where name.hasPrefix(Self.settingPrefix) {
      settings[String(name.dropFirst(Self.settingPrefix.count))] = text
    }
    return settings
  }
}
