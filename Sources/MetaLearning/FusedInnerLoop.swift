internal import Autodiff
internal import FusedMAML
internal import Tensors

/// The inner loop without a tape, for networks of convolution blocks or of dense layers: exact
/// Hessian-vector products in passes over memory that each thread takes once.
///
/// Networks and settings that the passes don't know go to ``AutodiffInnerLoop``, which is also the
/// reference that this one is held to.
package struct FusedInnerLoop: InnerLoop {
  private let workspaces = WorkspacePool<WorkspacePlan, TaskWorkspace>()
  private let general = AutodiffInnerLoop()

  /// Creates the inner loop.
  package init() {}

  /// Whether the passes know a network with a task's inputs; ``AutodiffInnerLoop`` takes the others.
  package static func knows(_ network: Network, _ episode: Episode) -> Bool {
    let inputs = episode.support.inputs.shape
    return episode.support.areInputs(like: inputs) && episode.query.areInputs(like: inputs)
      && FusedNetwork(network, inputs: inputs) != nil
  }

  package func metaGradient(
    at start: InnerStart, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> InnerGradient {
    guard
      let plan = WorkspacePlan(
        start, support: episode.support, query: episode.query, settings: settings,
        isLearning: start.rates.areLearned)
    else {
      return try general.metaGradient(
        at: start, for: episode, settings: settings, interrupt: interrupt)
    }
    let numbers = start.network.numbers
    var slope = [Float](repeating: 0, count: numbers.count)
    let (score, rateSlope, rowSlope) = try workspaces.withWorkspace(
      plan, rates: start.rates.flat(in: 0..<settings.steps), lossWeights: settings.lossWeights,
      normalization: start.normalizationRows, interrupt: interrupt
    ) { workspace in
      var span = slope.mutableSpan
      let score = try workspace.differentiate(
        at: numbers.span, on: TaskImages(episode), into: &span, isInterrupted: interrupt)
      return (
        score, plan.isLearning ? workspace.rateGradient : [], workspace.normalizationGradient
      )
    }
    return InnerGradient(
      gradient: InnerStart(
        network: start.network.filled(with: slope),
        rates: start.rates.gradient(fromRows: rateSlope),
        stepNormalization: start.normalizationGradient(fromRows: rowSlope)),
      score: score)
  }

  package func adapt(
    _ start: InnerStart, to examples: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    // One step at a time: the network after each of them is asked for.
    guard examples.count > 0, settings.stepsArePlain,
      let plan = WorkspacePlan(
        start, support: examples, query: try examples.selecting([0]),
        settings: InnerLoopSettings(steps: 1, order: .first, part: settings.part))
    else {
      return try general.adapt(
        start, to: examples, settings: settings, interrupt: interrupt, visit: visit)
    }
    let task = TaskImages(Episode(support: examples, query: try examples.selecting([0])))
    var network = start.network
    try visit(start.normalizing(network, afterSteps: 0))
    for step in 0..<settings.steps {
      network = try start.normalizing(network, inStep: step)
      let numbers = network.numbers
      var adapted = [Float](repeating: 0, count: numbers.count)
      try workspaces.withWorkspace(
        plan, rates: start.rates.flat(in: step..<step + 1), interrupt: interrupt
      ) { workspace in
        var span = adapted.mutableSpan
        try workspace.adapt(at: numbers.span, on: task, into: &span, isInterrupted: interrupt)
      }
      network = network.filled(with: adapted)
      try visit(start.normalizing(network, afterSteps: step + 1))
    }
    return try start.normalizing(network, afterSteps: settings.steps)
  }

  package func queryScores(
    of start: InnerStart, on episode: Episode, settings: InnerLoopSettings,
    measurement: QueryMeasurement, interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    // Nothing is differentiated, so no more than one step's trace is kept.
    guard settings.stepsArePlain,
      let plan = WorkspacePlan(
        start, support: episode.support, query: episode.query,
        settings: InnerLoopSettings(steps: settings.steps, order: .first, part: settings.part))
    else {
      return try episode.scores(measurement) { visit in
        try adapt(
          start, to: episode.support, settings: settings, interrupt: interrupt, visit: visit)
      }
    }
    let numbers = start.network.numbers
    return try workspaces.withWorkspace(
      plan, rates: start.rates.flat(in: 0..<settings.steps),
      normalization: start.normalizationRows, interrupt: interrupt
    ) { workspace in
      try workspace.classify(
        at: numbers.span, on: TaskImages(episode), everyStep: measurement.everyStep,
        isTransductive: measurement.isTransductive, isInterrupted: interrupt)
    }
  }
}

// MARK: - To and from the fused passes

extension InnerRates {
  /// Returns the rates of some steps as the fused passes take them; the last row is that of all
  /// steps after it.
  fileprivate func flat(in steps: Range<Int>) -> FlatRates {
    switch self {
    case .uniform(let rate):
      return .uniform(rate)
    case .perStepAndTensor(let rates):
      let (rows, count) = (rates.shape[0], rates.shape[1])
      let first = Swift.min(steps.lowerBound, rows - 1)
      let last = Swift.max(first, Swift.min(steps.upperBound, rows) - 1)
      let scalars = rates.scalars
      return .perStepAndTensor(
        (first...last).map { Array(scalars[$0 * count..<($0 + 1) * count]) })
    case .perParameter(let rates):
      return .perParameter(rates.numbers)
    }
  }

  /// Returns the derivative in these rates from the rows that the fused passes make of it.
  fileprivate func gradient(fromRows rows: [[Float]]) -> InnerRates {
    switch self {
    case .uniform:
      return self
    case .perStepAndTensor(let rates):
      // Rows that no step was taken with have no slope.
      let slopes = rows.flatMap { $0 }
      let rest = [Float](repeating: 0, count: rates.elementCount - slopes.count)
      return .perStepAndTensor(Tensor(shape: rates.shape, scalars: slopes + rest))
    case .perParameter(let rates):
      return .perParameter(rows.first.map { rates.filled(with: $0) } ?? rates)
    }
  }
}

extension InnerStart {
  /// The names of the network's scales and offsets, block after block.
  var normalizationNames: [String] { network.parameterNames.filter { $0.hasPrefix("bn") } }

  /// Each step's normalization as the fused passes take it: scales and offsets, block after block.
  fileprivate var normalizationRows: [[Float]] {
    // The scalars of each once: reading them copies them all.
    let columns = normalizationNames.compactMap { name in
      stepNormalization[name].map { (scalars: $0.scalars, rows: $0.shape[0]) }
    }
    return (0..<(columns.map(\.rows).max() ?? 0)).map { row in
      columns.flatMap { column in
        let size = column.scalars.count / column.rows
        let place = min(row, column.rows - 1) * size
        return column.scalars[place..<place + size]
      }
    }
  }

  /// Returns the derivative in each step's normalization from the rows of the fused passes.
  fileprivate func normalizationGradient(fromRows rows: [[Float]]) -> [String: Tensor] {
    guard !stepNormalization.isEmpty else { return [:] }
    var gradient: [String: Tensor] = [:]
    var place = 0
    for name in normalizationNames {
      let size = stepNormalization[name]?.shape[1] ?? 0
      let scalars = rows.flatMap { $0[place..<place + size] }
      gradient[name] = Tensor(shape: [rows.count, size], scalars: scalars)
      place += size
    }
    return gradient
  }
}
