package import SystemFiles

extension Network {
  /// Writes the network to a safetensors file that PyTorch can read by itself.
  ///
  /// It has the names, shapes and layouts of a PyTorch module's `state_dict` and nothing else, so
  /// `module.load_state_dict(safetensors.torch.load_file(path))` takes it; the layers stand in the
  /// file's metadata, for ``init(contentsOf:)``.
  public func write(to path: String) throws(CheckpointError) {
    try write(to: path, in: .everywhere)
  }

  /// Writes the network to one of the files that may be used.
  package func write(to path: String, in files: FileAccess) throws(CheckpointError) {
    try TrainedModel(MetaParameters(network: self)).write(to: path, in: files)
  }

  /// Reads a network that ``write(to:)`` wrote, or that of a ``TrainedModel``.
  ///
  /// A run's networks are ``TrainingRun/network`` and ``TrainingRun/bestNetwork``.
  public init(contentsOf path: String) throws(CheckpointError) {
    self = try TrainedModel(model: SafeTensors(contentsOf: path), path: path).network
  }

  /// Returns the same layers with the parameters of a safetensors file, such as one that PyTorch
  /// wrote.
  ///
  /// The file must have this network's parameters under the names and in the layouts of PyTorch;
  /// what else it has, such as running statistics, is left alone.
  public func withParameters(contentsOf path: String) throws(CheckpointError) -> Network {
    try withParameters(contentsOf: path, in: .everywhere)
  }

  /// Returns the same layers with the parameters of one of the files that may be used.
  package func withParameters(
    contentsOf path: String, in files: FileAccess
  ) throws(CheckpointError) -> Network {
    try SafeTensors(contentsOf: path, in: files).network(layers, path: path)
  }

  /// The layers as a file has them.
  var layerText: String { layers.map(\.text).joined(separator: ", ") }

  static let content = "network"
}
