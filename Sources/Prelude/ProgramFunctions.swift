public import Autodiff
public import Images
public import MetaLearning
public import Plotting
internal import Tensors

// What cells can write in other words than the libraries, for notebooks that are exported as
// programs: a notebook's function is a program's, with the same labels and types.

extension Tensor {
  /// Creates a tensor of some sizes from numbers in row-major order.
  public init(shape sizes: [Int], scalars: [Float]) {
    self.init(shape: Shape(sizes), scalars: scalars)
  }

  /// Creates a tensor of some sizes whose every element is one value.
  public init(repeating value: Float, shape sizes: [Int]) {
    self.init(repeating: value, shape: Shape(sizes))
  }

  /// Creates zeros.
  public init(zeros sizes: [Int]) { self.init(zeros: Shape(sizes)) }

  /// Creates ones.
  public init(ones sizes: [Int]) { self.init(ones: Shape(sizes)) }

  /// Creates numbers drawn evenly from a range.
  public init(randomUniform sizes: [Int], in range: Range<Float> = 0..<1) {
    self.init(randomUniform: Shape(sizes), in: range)
  }

  /// Creates numbers drawn from a normal distribution.
  public init(randomNormal sizes: [Int], mean: Float = 0, standardDeviation: Float = 1) {
    self.init(randomNormal: Shape(sizes), mean: mean, standardDeviation: standardDeviation)
  }

  /// Creates weights for a layer that a ReLU follows.
  public init(kaimingNormal sizes: [Int]) { self.init(kaimingNormal: Shape(sizes)) }

  /// Creates weights for a layer that no ReLU follows.
  public init(xavierNormal sizes: [Int]) { self.init(xavierNormal: Shape(sizes)) }

  /// Returns the tensor repeated to fill a shape.
  public func broadcast(to sizes: [Int]) -> Tensor { broadcast(to: Shape(sizes)) }
}

/// Returns the run of a training; only a notebook's terminal shows its curve while it grows.
public func train(
  _ network: Network, using learner: some MetaLearner, on tasks: some EpisodeSource,
  iterations: Int, tasksPerBatch: Int = 16, metaLearningRate: Double? = nil,
  metaRateSchedule: RateSchedule? = nil, optimizer: (any Optimizer)? = nil,
  gradientClipping: GradientClipping? = nil, validation: Validation? = nil,
  checkpoint: Checkpointing? = nil, threads: Int? = nil, live: Bool
) throws -> TrainingRun {
  try train(
    network, using: learner, on: tasks, iterations: iterations, tasksPerBatch: tasksPerBatch,
    metaLearningRate: metaLearningRate, metaRateSchedule: metaRateSchedule,
    optimizer: optimizer, gradientClipping: gradientClipping, validation: validation,
    checkpoint: checkpoint, threads: threads)
}

/// Returns a run with more iterations; only a notebook's terminal shows its curve while it grows.
public func train(
  continuing run: TrainingRun, using learner: some MetaLearner, on tasks: some EpisodeSource,
  iterations: Int, tasksPerBatch: Int = 16, metaRateSchedule: RateSchedule? = nil,
  validation: Validation? = nil, checkpoint: Checkpointing? = nil, threads: Int? = nil, live: Bool
) throws -> TrainingRun {
  try train(
    continuing: run, using: learner, on: tasks, iterations: iterations,
    tasksPerBatch: tasksPerBatch, metaRateSchedule: metaRateSchedule, validation: validation,
    checkpoint: checkpoint, threads: threads)
}

/// Returns the run of a training on tasks that a function makes; only a notebook's terminal shows its
/// curve while it grows.
public func train(
  _ network: Network, using learner: some MetaLearner,
  on tasks: @escaping @Sendable (Int) throws -> Episode,
  iterations: Int, tasksPerBatch: Int = 16, metaLearningRate: Double? = nil,
  metaRateSchedule: RateSchedule? = nil, optimizer: (any Optimizer)? = nil,
  gradientClipping: GradientClipping? = nil, validation: Validation? = nil,
  checkpoint: Checkpointing? = nil, threads: Int? = nil, live: Bool
) throws -> TrainingRun {
  try train(
    network, using: learner, on: Episodes(tasks), iterations: iterations,
    tasksPerBatch: tasksPerBatch, metaLearningRate: metaLearningRate,
    metaRateSchedule: metaRateSchedule, optimizer: optimizer, gradientClipping: gradientClipping,
    validation: validation, checkpoint: checkpoint, threads: threads)
}

/// Returns a run with more iterations on tasks that a function makes; only a notebook's terminal shows
/// its curve while it grows.
public func train(
  continuing run: TrainingRun, using learner: some MetaLearner,
  on tasks: @escaping @Sendable (Int) throws -> Episode,
  iterations: Int, tasksPerBatch: Int = 16, metaRateSchedule: RateSchedule? = nil,
  validation: Validation? = nil, checkpoint: Checkpointing? = nil, threads: Int? = nil, live: Bool
) throws -> TrainingRun {
  try train(
    continuing: run, using: learner, on: Episodes(tasks), iterations: iterations,
    tasksPerBatch: tasksPerBatch, metaRateSchedule: metaRateSchedule, validation: validation,
    checkpoint: checkpoint, threads: threads)
}

/// One picture with a text under it.
public func show(
  _ image: Image, caption: String?, title: String? = nil, size: FigureSize? = nil
) -> Figure {
  show(image, caption: caption.map { Caption($0) }, title: title, size: size)
}

extension FigureColor {
  /// Makes a colour as HTML writes it: `FigureColor(0x0072B2)`.
  public init(_ code: Int) { self.init(UInt32(truncatingIfNeeded: code)) }
}

extension Figure {
  /// Writes the figure to a file; the format follows from the name: `.png`, `.svg` or `.pdf`.
  public func save(_ path: String) throws {
    try GnuplotProcess().write(self, to: path)
  }
}
