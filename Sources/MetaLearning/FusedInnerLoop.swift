internal import Autodiff
internal import FusedMAML
internal import Tensors

/// The inner loop without a tape, for the two convolutional networks: exact Hessian-vector products
/// in passes over memory that each thread takes once.
///
/// Networks and settings that the passes don't know go to ``AutodiffInnerLoop``, which is also the
/// reference that this one is held to.
package struct FusedInnerLoop: InnerLoop {
  private let workspaces = WorkspacePool()
  private let general = AutodiffInnerLoop()

  /// Creates the inner loop.
  package init() {}

  package func metaGradient(
    at start: InnerStart, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> InnerGradient {
    guard
      let plan = WorkspacePlan(
        start, support: episode.support, query: episode.query, steps: settings.steps,
        part: settings.part, order: settings.order, isLearning: start.rates.areLearned)
    else {
      return try general.metaGradient(
        at: start, for: episode, settings: settings, interrupt: interrupt)
    }
    let rates = FusedMAML.InnerLoop.Rates(start, settings)
    let numbers = start.network.numbers
    var slope = [Float](repeating: 0, count: numbers.count)
    let (result, rateSlope, rowSlope) = try workspaces.withWorkspace(
      plan, rates: rates, lossWeights: settings.lossWeights?.map { Float($0) },
      normalization: start.normalizationRows
    ) { workspace in
      var span = slope.mutableSpan
      let result = try workspace.differentiate(
        at: numbers.span, on: TaskImages(episode), into: &span, isInterrupted: interrupt)
      return (
        result, plan.isLearning ? workspace.rateGradient : [], workspace.normalizationGradient
      )
    }
    return InnerGradient(
      gradient: InnerStart(
        network: start.network.filled(with: slope),
        rates: start.rates.gradient(fromRows: rateSlope),
        stepNormalization: start.normalizationGradient(fromRows: rowSlope)),
      score: QueryScore(result, of: episode.query))
  }

  package func adapt(
    _ start: InnerStart, to examples: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    // One step at a time: the network after each of them is asked for.
    guard examples.count > 0,
      let plan = WorkspacePlan(
        start, support: examples, query: try examples.selecting([0]), steps: 1,
        part: settings.part, order: .first, isLearning: false)
    else {
      return try general.adapt(
        start, to: examples, settings: settings, interrupt: interrupt, visit: visit)
    }
    let task = TaskImages(Episode(support: examples, query: try examples.selecting([0])))
    var network = start.network
    try visit(start.normalizing(network, afterSteps: 0))
    for step in 0..<settings.steps {
      network = try start.normalizing(network, inStep: step)
      let rates = FusedMAML.InnerLoop.Rates(start, settings, steps: step..<step + 1)
      let numbers = network.numbers
      var adapted = [Float](repeating: 0, count: numbers.count)
      try workspaces.withWorkspace(plan, rates: rates) { workspace in
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
    guard measurement.isTransductive,
      let plan = WorkspacePlan(
        start, support: episode.support, query: episode.query, steps: settings.steps,
        part: settings.part, order: .first, isLearning: false)
    else {
      return try episode.scores(measurement) { visit in
        try adapt(
          start, to: episode.support, settings: settings, interrupt: interrupt, visit: visit)
      }
    }
    let rates = FusedMAML.InnerLoop.Rates(start, settings)
    let numbers = start.network.numbers
    let results = try workspaces.withWorkspace(
      plan, rates: rates, normalization: start.normalizationRows
    ) { workspace in
      try workspace.classify(
        at: numbers.span, on: TaskImages(episode), everyStep: measurement.everyStep,
        isInterrupted: interrupt)
    }
    return results.map { QueryScore($0, of: episode.query) }
  }
}

// MARK: - To and from the fused passes

extension QueryScore {
  fileprivate init(_ result: Classification, of examples: Examples) {
    self.init(loss: result.loss, accuracy: Double(result.correct) / Double(examples.count))
  }
}

extension Network {
  /// All numbers, tensor after tensor.
  fileprivate var numbers: [Float] { parameters.flatMap(\.scalars) }

  /// Returns the same structure with other numbers.
  fileprivate func filled(with numbers: [Float]) -> Network {
    var rest = numbers[...]
    return map { parameter in
      defer { rest = rest.dropFirst(parameter.elementCount) }
      return Tensor(
        shape: parameter.shape, scalars: Array(rest.prefix(parameter.elementCount)))
    }
  }
}

extension FusedMAML.InnerLoop.Rates {
  /// The rates of some steps, or of all, as the fused passes take them.
  fileprivate init(_ start: InnerStart, _ settings: InnerLoopSettings, steps: Range<Int>? = nil) {
    let steps = steps ?? 0..<settings.steps
    let count = start.network.parameters.count
    switch (start.rates, settings.part) {
    case (.uniform(let rate), .everything):
      self = .uniform(Float(rate))
    case (.uniform(let rate), .head):
      // Only the head moves, yet every gradient is computed.
      let row = (0..<count).map { $0 < count - 2 ? 0 : Float(rate) }
      self = .perStepAndTensor(steps.map { _ in row })
    case (.perStepAndTensor(let rates), _):
      let scalars = rates.scalars
      self = .perStepAndTensor(
        steps.map { step in
          let row = min(step, rates.shape[0] - 1)
          return Array(scalars[row * count..<(row + 1) * count])
        })
    case (.perParameter(let rates), _):
      self = .perParameter(rates.numbers)
    }
  }
}

extension InnerRates {
  /// Returns the derivative in these rates from the rows that the fused passes make of it.
  fileprivate func gradient(fromRows rows: [[Float]]) -> InnerRates {
    switch self {
    case .uniform:
      return self
    case .perStepAndTensor(let rates):
      let (steps, count) = (rates.shape[0], rates.shape[1])
      var sums = [Float](repeating: 0, count: steps * count)
      for (step, row) in rows.enumerated() {
        for (place, number) in row.enumerated() {
          sums[min(step, steps - 1) * count + place] += number
        }
      }
      return .perStepAndTensor(Tensor(shape: rates.shape, scalars: sums))
    case .perParameter(let rates):
      return .perParameter(rows.first.map { rates.filled(with: $0) } ?? rates)
    }
  }
}

extension InnerStart {
  /// The names of the fused networks' normalizations, in order.
  static let normalizationNames = (1...4).flatMap { ["bn\($0).weight", "bn\($0).bias"] }

  /// Each step's normalization as the fused passes take it: scales and offsets, layer after layer.
  fileprivate var normalizationRows: [[Float]] {
    let columns = Self.normalizationNames.compactMap { stepNormalization[$0] }
    let count = columns.first?.shape[0] ?? 0
    return (0..<count).map { row in
      columns.flatMap { $0.scalars[row * 64..<(row + 1) * 64] }
    }
  }

  /// Returns the derivative in each step's normalization from the rows of the fused passes.
  fileprivate func normalizationGradient(fromRows rows: [[Float]]) -> [String: Tensor] {
    guard !stepNormalization.isEmpty else { return [:] }
    var gradient: [String: Tensor] = [:]
    for (column, name) in Self.normalizationNames.enumerated() {
      let scalars = rows.flatMap { $0[column * 64..<(column + 1) * 64] }
      gradient[name] = Tensor(shape: [rows.count, 64], scalars: scalars)
    }
    return gradient
  }
}

extension TaskImages {
  /// The images and labels of an episode.
  fileprivate init(_ episode: Episode) {
    self.init(
      supportImages: episode.support.inputs.scalars,
      supportLabels: episode.support.labels.map { Int32($0) },
      queryImages: episode.query.inputs.scalars,
      queryLabels: episode.query.labels.map { Int32($0) })
  }
}
