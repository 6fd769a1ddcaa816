internal import Autodiff
package import SystemFiles

extension TrainingRun {
  /// Writes the run to a safetensors file, from which ``init(contentsOf:)`` reads it back bit for
  /// bit.
  ///
  /// The file is written beside its place and then put there, so that whatever happens there is a
  /// whole run. It has the network under the names and in the layouts of PyTorch, what else was
  /// learned as `learned.NAME`, the best on the validation tasks as `best.NAME`, what the
  /// optimizer remembers as `optimizer.mean.NAME`, `optimizer.square.NAME` or
  /// `optimizer.velocity.NAME`; history, settings and layers are texts in its metadata.
  public func save(to path: String) throws(CheckpointError) {
    try save(to: path, in: .everywhere, makingFolders: false)
  }

  /// Writes the run to one of the files that may be used.
  package func save(
    to path: String, in files: FileAccess, makingFolders: Bool
  ) throws(CheckpointError) {
    var file = SafeTensors(metadata: texts)
    insert(into: &file)
    file.seal(as: Self.content)
    try file.write(to: path, in: files, makingFolders: makingFolders)
  }

  /// Reads a run that ``save(to:)`` wrote.
  public init(contentsOf path: String) throws(CheckpointError) {
    try self.init(contentsOf: path, in: .everywhere)
  }

  /// Reads a run from one of the files that may be used.
  package init(contentsOf path: String, in files: FileAccess) throws(CheckpointError) {
    try self.init(SafeTensors(contentsOf: path, in: files), path: path)
  }

  /// Creates the run that a file of this path holds.
  package init(_ file: SafeTensors, path: String) throws(CheckpointError) {
    let reader = try CheckpointReader(file, path: path, of: Self.content)
    let parameters = MetaParameters(
      network: try file.network(reader.layers(), path: path), learned: try file.learned(path: path))
    self.init(
      parameters: parameters, optimizer: try reader.optimizer(for: parameters),
      gradientClipping: try reader.clipping(), history: try reader.history(),
      settings: file.settings)
    if file.tensors.keys.contains(where: { $0.hasPrefix(Self.bestPrefix) }) {
      best = try file.parameters(like: parameters, under: Self.bestPrefix, path: path)
    }
    place.path = path
    try reader.requireNothingBesides { insert(into: &$0) }
  }

  static let content = "training run"
  private static let bestPrefix = "best."
  fileprivate static let clippingKey = "gradientClipping"

  /// What the names of an optimizer's tensors begin with.
  static func memoryPrefix(_ name: String) -> String { "optimizer.\(name)." }
}

// MARK: - Writing

extension TrainingRun {
  private func insert(into file: inout SafeTensors) {
    file.insert(parameters)
    for (name, tensors) in optimizer.memory {
      file.insert(tree(of: tensors), under: Self.memoryPrefix(name))
    }
    if let best { file.insert(best, under: Self.bestPrefix) }
  }

  /// Tensors in the parameters' order as the tree that they belong to.
  private func tree(of tensors: [Tensor]) -> MetaParameters {
    var rest = tensors[...]
    return parameters.map { rest.popFirst() ?? $0 }
  }

  private var texts: [String: String] {
    var texts = [
      "layers": network.layerText,
      "iteration": "\(iteration)",
      "history.losses": history.losses.text,
      "history.accuracies": history.accuracies.text,
      "history.validations": history.validationText,
    ]
    texts.merge(optimizer.texts) { $1 }
    if let gradientClipping { texts[Self.clippingKey] = gradientClipping.description }
    for (name, text) in settings { texts[SafeTensors.settingPrefix + name] = text }
    return texts
  }
}

// MARK: - Reading

extension CheckpointReader {
  fileprivate func clipping() throws(CheckpointError) -> GradientClipping? {
    guard file.metadata[TrainingRun.clippingKey] != nil else { return nil }
    return try value(TrainingRun.clippingKey) { GradientClipping($0) }
  }

  fileprivate func history() throws(CheckpointError) -> TrainingHistory {
    let iteration = try count("iteration")
    func numbers(_ name: String, _ counts: Set<Int>) throws(CheckpointError) -> [Double] {
      try value(name) { text in
        [Double](text: text[...]).flatMap { counts.contains($0.count) ? $0 : nil }
      }
    }
    return TrainingHistory(
      losses: try numbers("history.losses", [iteration]),
      // Tasks that ask for numbers have no accuracies.
      accuracies: try numbers("history.accuracies", [0, iteration]),
      validations: try value("history.validations") { TrainingHistory.validations($0) })
  }
}
