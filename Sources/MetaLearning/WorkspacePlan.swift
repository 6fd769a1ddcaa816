internal import Autodiff
internal import FusedMAML
internal import Tensors

/// What a workspace of the inner loop is made for.
struct WorkspacePlan: Hashable {
  /// How many vectors hold the rates, and of what.
  private enum RateForm: Hashable {
    case uniform, perParameter
    case rows(Int)
  }

  let network: FusedNetwork
  let supportCount, queryCount: Int
  let steps: Int
  let order: DerivativeOrder
  let part: InnerLoopSettings.Part
  /// Whether the losses after earlier steps count.
  let countsEveryStep: Bool
  /// Whether the gradient by the rates is asked for.
  let isLearning: Bool
  private let rates: RateForm

  /// The plan for a task; nil where the fused passes don't know the network, the inputs or what is
  /// to be done.
  init?(
    _ start: InnerStart, support: Examples, query: Examples, settings: InnerLoopSettings,
    isLearning: Bool = false
  ) {
    let inputs = support.inputs.shape
    guard settings.stepsArePlain, support.areInputs(like: inputs), query.areInputs(like: inputs),
      support.lossKind == query.lossKind,
      let network = FusedNetwork(start.network, inputs: inputs, loss: support.lossKind),
      support.fit(network), query.fit(network)
    else { return nil }
    let rows = start.stepNormalization
    guard rows.isEmpty || start.normalizationNames.allSatisfy({ rows[$0] != nil }) else {
      return nil
    }
    switch (start.rates, settings.part) {
    case (.uniform, _): rates = .uniform
    case (.perStepAndTensor(let rows), .everything):
      rates = .rows(max(1, min(rows.shape[0], settings.steps)))
    case (.perParameter, .everything): rates = .perParameter
    case (.perStepAndTensor, .head), (.perParameter, .head): return nil
    }
    self.network = network
    supportCount = support.count
    queryCount = query.count
    steps = settings.steps
    order = settings.order
    part = settings.part
    countsEveryStep = settings.lossWeights != nil
    self.isLearning = isLearning
  }
}

// MARK: - Making and taking one

extension WorkspacePool where Plan == WorkspacePlan, Workspace == TaskWorkspace {
  /// Returns what a function makes of a workspace that nobody else uses meanwhile.
  ///
  /// - Parameters:
  ///   - plan: What it is made for.
  ///   - rates: The rates of the inner steps.
  ///   - lossWeights: The weight of the query loss after each number of steps; nil for the last one.
  ///   - normalization: Each step's own normalization; none where it is adapted.
  ///   - interrupt: Is asked whether to stop while memory is taken.
  ///   - body: The function.
  func withWorkspace<Result>(
    _ plan: WorkspacePlan, rates: FlatRates, lossWeights: [Double]? = nil,
    normalization: [[Float]] = [], interrupt: () -> Bool,
    _ body: (TaskWorkspace) throws -> Result
  ) throws -> Result {
    try withWorkspace(
      plan,
      make: {
        try TaskWorkspace(
          network: plan.network,
          settings: InnerLoopSettings(
            steps: plan.steps, order: plan.order, part: plan.part, lossWeights: lossWeights),
          rates: rates, isLearningRates: plan.isLearning, supportCount: plan.supportCount,
          queryCount: plan.queryCount, isInterrupted: interrupt)
      }
    ) { workspace in
      workspace.set(rates: rates, lossWeights: lossWeights)
      workspace.set(normalization: normalization)
      return try body(workspace)
    }
  }
}
