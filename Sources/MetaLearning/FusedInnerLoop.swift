internal import Autodiff
internal import FusedMAML
internal import Synchronization
internal import Tensors

/// The inner loop without a tape, for the two convolutional networks: exact Hessian-vector products
/// in passes over memory that each thread takes once.
///
/// Networks that the passes don't know go to ``AutodiffInnerLoop``, which is also the reference
/// that this one is held to.
package struct FusedInnerLoop: InnerLoop {
  private let workspaces = WorkspacePool()
  private let general = AutodiffInnerLoop()

  package init() {}

  package func metaGradient(
    at network: Network, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    guard let plan = Plan(network, episode, settings) else {
      return try general.metaGradient(
        at: network, for: episode, settings: settings, interrupt: interrupt)
    }
    let start = network.parameters.flatMap(\.scalars)
    var slope = [Float](repeating: 0, count: start.count)
    let result = try workspaces.withWorkspace(plan) { workspace in
      var span = slope.mutableSpan
      return try workspace.differentiate(
        at: start.span, on: TaskImages(episode), into: &span, isInterrupted: interrupt)
    }
    var rest = slope[...]
    let gradient = network.map { parameter in
      defer { rest = rest.dropFirst(parameter.elementCount) }
      return Tensor(
        shape: parameter.shape, scalars: Array(rest.prefix(parameter.elementCount)))
    }
    return MetaGradient(
      gradient: MetaParameters(network: gradient), queryLoss: result.loss,
      queryAccuracy: Double(result.correct) / Double(episode.query.labels.count))
  }

  package func queryAccuracies(
    of network: Network, on episode: Episode, settings: InnerLoopSettings, everyStep: Bool,
    interrupt: @Sendable () -> Bool
  ) throws -> [Double] {
    // Nothing is differentiated, so no more than one step's trace is kept.
    var settings = settings
    settings.order = .first
    guard let plan = Plan(network, episode, settings) else {
      return try general.queryAccuracies(
        of: network, on: episode, settings: settings, everyStep: everyStep, interrupt: interrupt)
    }
    let start = network.parameters.flatMap(\.scalars)
    let results = try workspaces.withWorkspace(plan) { workspace in
      try workspace.classify(
        at: start.span, on: TaskImages(episode), everyStep: everyStep, isInterrupted: interrupt)
    }
    return results.map { Double($0.correct) / Double(episode.query.labels.count) }
  }
}

/// What a workspace is made for.
private struct Plan: Hashable {
  let network: FusedNetwork
  let supportCount, queryCount: Int
  let steps: Int
  let learningRate: Float
  let isSecondOrder: Bool

  /// The plan for a task; nil where the fused passes don't know the network or the images.
  init?(_ network: Network, _ episode: Episode, _ settings: InnerLoopSettings) {
    guard let fused = FusedNetwork(network), !episode.support.labels.isEmpty,
      !episode.query.labels.isEmpty, episode.support.isOfImages, episode.query.isOfImages,
      let largest = (episode.support.labels + episode.query.labels).max(), largest < fused.way
    else { return nil }
    self.network = fused
    supportCount = episode.support.labels.count
    queryCount = episode.query.labels.count
    steps = settings.steps
    learningRate = Float(settings.learningRate)
    isSecondOrder = settings.order == .second
  }

  var loop: FusedMAML.InnerLoop {
    FusedMAML.InnerLoop(
      steps: steps, rates: .uniform(learningRate), order: isSecondOrder ? .second : .first)
  }
}

/// Workspaces that are not in use, by what they were made for.
///
/// A task takes one, or makes one where all are in use, and gives it back: as many are made as
/// tasks run at once. What is computed does not depend on which it was.
private final class WorkspacePool: Sendable {
  private struct Idle {
    var plan: Plan
    var workspace: TaskWorkspace
  }

  private let idle = Mutex<[Idle]>([])
  /// The most that are kept: another plan's make room for new ones.
  private static let limit = 16

  func withWorkspace<Result>(
    _ plan: Plan, _ body: (TaskWorkspace) throws -> Result
  ) rethrows -> Result {
    let workspace = take(plan)
    defer { giveBack(workspace, plan) }
    return try body(workspace)
  }

  private func take(_ plan: Plan) -> TaskWorkspace {
    let known: Handover? = idle.withLock { idle in
      guard let index = idle.lastIndex(where: { $0.plan == plan }) else { return nil }
      return Handover(workspace: idle.remove(at: index).workspace)
    }
    return known?.workspace
      ?? TaskWorkspace(
        network: plan.network, loop: plan.loop, supportCount: plan.supportCount,
        queryCount: plan.queryCount)
  }

  private func giveBack(_ workspace: TaskWorkspace, _ plan: Plan) {
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

// MARK: - What the fused passes take

extension FusedNetwork {
  /// The network as the fused passes know it; nil where they don't.
  fileprivate init?(_ network: Network) {
    guard case .dense(64, let way)? = network.layers.last else { return nil }
    if network.layers == Network.pooledLayers(way: way) {
      self.init(.maximumPooling, way: way)
    } else if network.layers == Network.stridedLayers(way: way) {
      self.init(.stride, way: way)
    } else {
      return nil
    }
  }
}

extension Examples {
  /// Whether these are 28×28 images, as many as there are labels.
  fileprivate var isOfImages: Bool {
    inputs.shape == [labels.count, 28, 28, 1] && labels.allSatisfy { $0 >= 0 }
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
