internal import SystemFiles

/// What a training with a checkpoint does besides training: it saves the run and writes its metrics
/// down.
struct RunRecorder {
  private let checkpoint: Checkpointing
  private let metrics: MetricsTable
  /// The run as it was saved last.
  private var saved: (iteration: Int, best: MetaParameters?)?

  /// Starts to record a run, which is saved at once: better to know now than in hours that it
  /// cannot be.
  init(_ checkpoint: Checkpointing, of run: TrainingRun) throws {
    try requirePositive(checkpoint.interval, "every")
    if !checkpoint.isReplacing, try checkpoint.files.kind(of: checkpoint.path, for: .write) != nil {
      let other = try TrainingRun(contentsOf: checkpoint.path, in: checkpoint.files)
      guard run.continues(other) else {
        throw CheckpointError.otherRun(path: checkpoint.path, iteration: other.iteration)
      }
    }
    self.checkpoint = checkpoint
    metrics = try MetricsTable(checkpoint, of: run.history)
    // The best of another run, which stood here before, is not this one's.
    if run.best == nil {
      try checkpoint.files.forCheckpoint { files throws(FileError) in
        try files.remove(checkpoint.bestPath)
      }
    }
    try save(run)
  }

  /// Writes the metrics of the run's last iteration down, and saves the run if it is time to.
  mutating func record(
    _ run: TrainingRun, validation: Evaluation?, since start: ContinuousClock.Instant
  ) throws(CheckpointError) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    try metrics.append(lastOf: run.history, seconds: seconds, validation: validation)
    if run.iteration.isMultiple(of: checkpoint.interval) { try save(run) }
  }

  /// Saves the run as it is in the end.
  mutating func finish(_ run: TrainingRun) throws(CheckpointError) {
    if saved?.iteration != run.iteration { try save(run) }
  }

  /// Returns what to throw when an error has ended a run: that error once the run is saved, or the
  /// run itself where it can't be.
  mutating func ending(_ run: TrainingRun, by error: any Error) -> any Error {
    do {
      try finish(run)
      return error
    } catch let reason {
      // What ended the run may be that it could not be saved.
      let cause = error is CheckpointError ? nil : error
      return MetaLearningError.unsaved(run: run, reason: reason, cause: cause)
    }
  }

  private mutating func save(_ run: TrainingRun) throws(CheckpointError) {
    try run.save(
      to: checkpoint.path, in: checkpoint.files, makingFolders: checkpoint.isMakingFolders)
    // After the run: this file follows from that one.
    if let best = run.best, best != saved?.best {
      try TrainedModel(run).write(to: checkpoint.bestPath, in: checkpoint.files)
    }
    saved = (run.iteration, run.best)
  }
}

extension TrainingRun {
  /// Whether the run is another one with more iterations, or with none more.
  fileprivate func continues(_ other: TrainingRun) -> Bool {
    network.layers == other.network.layers && history.losses.starts(with: other.history.losses)
  }
}
