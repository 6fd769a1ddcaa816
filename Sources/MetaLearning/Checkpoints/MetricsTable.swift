internal import FewShotData
internal import SystemFiles

/// A file of comma-separated values that grows by a line with each iteration of a training.
struct MetricsTable {
  private let path: String
  private let files: FileAccess

  private static let header =
    "iteration,loss,accuracy,seconds,validation_accuracy,validation_confidence"

  /// Starts the table of a run that may have come some way.
  ///
  /// A table that is there keeps the seconds of the run's iterations; all else follows from the
  /// run, so that lines are right even where the machine went down before they were on the disk.
  init(_ checkpoint: Checkpointing, of history: TrainingHistory) throws(CheckpointError) {
    path = checkpoint.metricsPath
    files = checkpoint.files
    let isThere = try files.forCheckpoint { files throws(FileError) in
      try files.kind(of: checkpoint.metricsPath, for: .write) != nil
    }
    let seconds = isThere ? try Self.seconds(in: path, files) : [:]
    var lines = [Self.header]
    var validations = history.validations[...]
    for iteration in 1..<history.losses.count + 1 {
      let isMeasured = validations.first?.iteration == iteration
      let validation = isMeasured ? validations.popFirst()?.evaluation : nil
      lines.append(
        Self.line(
          iteration, of: history, seconds: seconds[iteration] ?? "", validation: validation))
    }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    try files.forCheckpoint { files throws(FileError) in
      try files.write(bytes, to: path, makingFolders: checkpoint.isMakingFolders)
    }
  }

  /// Adds the line of a training's last iteration.
  func append(
    lastOf history: TrainingHistory, seconds: Double, validation: Evaluation?
  ) throws(CheckpointError) {
    let line = Self.line(
      history.losses.count, of: history, seconds: decimal(seconds, digits: 6),
      validation: validation)
    let bytes = Array((line + "\n").utf8)
    try files.forCheckpoint { files throws(FileError) in try files.extend(path, by: bytes) }
  }

  private static func line(
    _ iteration: Int, of history: TrainingHistory, seconds: String, validation: Evaluation?
  ) -> String {
    func text(_ number: Double?) -> String { number.map { $0.isFinite ? "\($0)" : "" } ?? "" }
    let accuracies = history.accuracies
    let accuracy = accuracies.isEmpty ? nil : accuracies[iteration - 1]
    return [
      "\(iteration)", text(history.losses[iteration - 1]), text(accuracy), seconds,
      text(validation?.accuracy), text(validation?.confidence),
    ].joined(separator: ",")
  }

  /// The seconds of each iteration that a table has.
  private static func seconds(
    in path: String, _ files: FileAccess
  ) throws(CheckpointError) -> [Int: String] {
    let bytes = try files.forCheckpoint { files throws(FileError) in try files.read(path) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first.map({ $0 == header }) ?? true else { throw .foreignMetrics(path: path) }
    var seconds: [Int: String] = [:]
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      // The last line may be cut in the middle, where its training was.
      guard fields.count == 6, let iteration = Int(fields[0]), Double(fields[3]) != nil else {
        continue
      }
      seconds[iteration] = String(fields[3])
    }
    return seconds
  }
}
