package import SystemFiles

/// Where a training saves its run while it goes on, and how often.
///
///     let run = try train(
///       network, using: maml, on: tasks, iterations: 10_000,
///       checkpoint: Checkpointing(to: "checkpoints/run.safetensors", every: 100))
///
/// The run is saved every so many iterations, at the end, and whenever the training stops before:
/// interrupted, or by an error. Beside `run.safetensors` there are then `run.csv`, a table of the
/// metrics that grows with each iteration (see ``metricsPath``), and, where there were validation
/// tasks, `run-best.safetensors`, the best that was learned, as a ``TrainedModel``. The training goes on from where it was with
///
///     let run = try train(
///       continuing: TrainingRun(contentsOf: "checkpoints/run.safetensors"), using: maml, …)
public struct Checkpointing: Sendable, Equatable {
  /// The file of the run.
  public var path: String
  /// After how many iterations the run is saved again.
  public var interval: Int
  /// What the run was made with and what to know about it, besides what ``train(continuing:using:on:iterations:tasksPerBatch:metaRateSchedule:validation:checkpoint:threads:changes:progress:interrupt:)``
  /// knows itself.
  public var settings: [String: String]
  /// Whether a file with another run, or with this one further on, may be replaced.
  public var isReplacing: Bool
  /// Which files may be read and written on the way.
  package var files = FileAccess.everywhere
  /// Whether folders on the way to the file are made.
  package var isMakingFolders = false

  /// Creates the place to save a run.
  ///
  /// - Parameters:
  ///   - path: The file of the run, such as `run.safetensors`.
  ///   - interval: After how many iterations the run is saved again.
  ///   - settings: What the run was made with and what to know about it, such as a seed.
  ///   - isReplacing: Whether a file with another run may be replaced; without it, a training that
  ///     would do so does not start.
  public init(
    to path: String, every interval: Int = 100, settings: [String: String] = [:],
    replacing isReplacing: Bool = false
  ) {
    self.path = path
    self.interval = interval
    self.settings = settings
    self.isReplacing = isReplacing
  }
}

extension Checkpointing {
  /// The file of the best network.
  public var bestPath: String { stem + "-best" + Self.suffix }

  /// The file of the metrics: comma-separated values, one line for each iteration, with the header
  /// `iteration,loss,accuracy,seconds,validation_accuracy,validation_confidence`.
  ///
  /// The seconds are those that the iteration took with its validation. What was not measured is
  /// empty. A run that is continued cuts off what comes after the iterations it has.
  public var metricsPath: String { stem + ".csv" }

  private var stem: String {
    path.hasSuffix(Self.suffix) ? String(path.dropLast(Self.suffix.count)) : path
  }

  private static let suffix = ".safetensors"
}
