internal import Autodiff
internal import FusedMAML
internal import Synchronization
internal import Tensors

/// What a workspace is made for.
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

  /// The plan for a task; nil where the fused passes don't know the network, the images or what is
  /// to be done.
  init?(
    _ start: InnerStart, support: Examples, query: Examples, settings: InnerLoopSettings,
    isLearning: Bool = false
  ) {
    guard let network = FusedNetwork(start.network), support.isOfImages, query.isOfImages,
      let largest = (support.labels + query.labels).max(), largest < network.way
    else { return nil }
    let rows = start.stepNormalization
    guard rows.isEmpty || InnerStart.normalizationNames.allSatisfy({ rows[$0] != nil }) else {
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

/// Workspaces that are not in use, by what they were made for.
///
/// A task takes one, or makes one where all are in use, and gives it back: as many are made as
/// tasks run at once. What is computed does not depend on which it was.
final class WorkspacePool: Sendable {
  private struct Idle {
    var plan: WorkspacePlan
    var workspace: TaskWorkspace
  }

  private let idle = Mutex<[Idle]>([])
  /// The most that are kept: another plan's make room for new ones.
  private static let limit = 16

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
    let workspace = try take(plan, rates, lossWeights, interrupt)
    workspace.set(rates: rates, lossWeights: lossWeights)
    workspace.set(normalization: normalization)
    defer { giveBack(workspace, plan) }
    return try body(workspace)
  }

  private func take(
    _ plan: WorkspacePlan, _ rates: FlatRates, _ lossWeights: [Double]?, _ interrupt: () -> Bool
  ) throws -> TaskWorkspace {
    let known: Handover? = idle.withLock { idle in
      guard let index = idle.lastIndex(where: { $0.plan == plan }) else { return nil }
      return Handover(workspace: idle.remove(at: index).workspace)
    }
    if let known { return known.workspace }
    func workspace() throws -> TaskWorkspace {
      try TaskWorkspace(
        network: plan.network,
        settings: InnerLoopSettings(
          steps: plan.steps, order: plan.order, part: plan.part, lossWeights: lossWeights),
        rates: rates, isLearningRates: plan.isLearning, supportCount: plan.supportCount,
        queryCount: plan.queryCount, isInterrupted: interrupt)
    }
    do {
      return try workspace()
    } catch is WorkspaceTooLarge {
      // Those that wait for others of their kind have to make room first.
      idle.withLock { $0.removeAll() }
      return try workspace()
    }
  }

  private func giveBack(_ workspace: TaskWorkspace, _ plan: WorkspacePlan) {
    let handover = Handover(workspace: workspace)
    idle.withLock { idle in
      idle.append(Idle(plan: plan, workspace: handover.workspace))
      if idle.count > Self.limit { idle.removeFirst() }
    }
  }

  /// A workspace on its way from one thread to another.
  ///
  /// Unchecked: the pool hands each to one task at a time.
  private struct Handover: @unchecked Sendable {
    let workspace: TaskWorkspace
  }
}

// MARK: - What the fused passes know

extension FusedNetwork {
  /// The network as the fused passes know it; nil where they don't.
  init?(_ network: Network) {
    guard case .dense(Self.channels, let way)? = network.layers.last else { return nil }
    if network.layers == Network.pooledLayers(way: way, channels: Self.channels) {
      self.init(.maximumPooling, way: way)
    } else if network.layers == Network.stridedLayers(way: way, channels: Self.channels) {
      self.init(.stride, way: way)
    } else {
      return nil
    }
  }
}

extension Examples {
  /// Whether these are images of the size that the fused passes know, as many as there are labels.
  fileprivate var isOfImages: Bool {
    let side = FusedNetwork.imageSide
    return !labels.isEmpty && inputs.shape == [labels.count, side, side, 1]
      && labels.allSatisfy { $0 >= 0 }
  }
}
