/// Everything that one thread needs to differentiate tasks of one size, taken once.
///
/// The query loss after adaptation, differentiated by the parameters before it (Finn et al. 2017,
/// eq. 1): with λ the gradient by the adapted parameters, each step θ′ = θ − α ∇L(θ) turns it
/// into λ − α H(θ) λ. So the adaptation runs forward, keeping each step's trace; the query
/// gradient starts λ; and one Hessian-vector product per step takes it back. No tape is made, and
/// memory grows only by a step's trace.
public final class TaskWorkspace {
  /// The network whose parameters are adapted.
  public let network: FusedNetwork
  /// How the parameters are adapted.
  public internal(set) var loop: InnerLoop

  let layout: ParameterLayout
  private let passes: NetworkPasses
  private let arena = Arena()
  private let support, query: ImageSet
  private let supportTraces: [NetworkTrace]
  private let queryTrace: NetworkTrace
  private let tangent: NetworkTangent?
  private let buffers: BlockBuffers
  /// The parameters after each step, and each step's gradient.
  private let parameters, gradients: [Floats]
  /// λ, its product with a Hessian, and its product with the rates.
  private let metaGradient, product, direction: Floats
  let rates, rateGradients: [Floats]
  /// Each step's normalization, where steps have their own.
  var stepNormalization: [[Float]] = []
  /// The gradient by each step's normalization, after ``differentiate(at:on:into:)``.
  public internal(set) var normalizationGradient: [[Float]] = []

  /// Takes the memory for tasks with these numbers of images.
  public init(network: FusedNetwork, loop: InnerLoop, supportCount: Int, queryCount: Int) {
    precondition(supportCount > 0 && queryCount > 0, "a task needs support and query images")
    self.network = network
    self.loop = loop
    let passes = NetworkPasses(network), layout = passes.layout, arena = arena
    self.passes = passes
    self.layout = layout
    support = ImageSet(count: supportCount, in: arena)
    query = ImageSet(count: queryCount, in: arena)
    let isSecondOrder = loop.order == .second && loop.steps > 0
    let traces = isSecondOrder ? loop.steps : min(loop.steps, 1)
    supportTraces = (0..<traces).map { _ in
      NetworkTrace(passes, images: supportCount, in: arena)
    }
    queryTrace = NetworkTrace(passes, images: queryCount, in: arena)
    tangent = isSecondOrder ? NetworkTangent(passes, images: supportCount, in: arena) : nil
    buffers = BlockBuffers(passes.layers, images: max(supportCount, queryCount), in: arena)
    func vectors(_ number: Int) -> [Floats] {
      (0..<number).map { _ in layout.zeros(in: arena) }
    }
    parameters = vectors(loop.steps + 1)
    gradients = vectors(loop.steps)
    metaGradient = layout.zeros(in: arena)
    product = layout.zeros(in: arena)
    direction = layout.zeros(in: arena)
    rates = loop.rates.vectors(layout: layout, steps: loop.steps, in: arena)
    rateGradients = vectors(loop.isLearningRates ? max(1, rates.count) : 0)
  }

  /// How many bytes were taken.
  public var byteCount: Int { arena.byteCount }

  /// Adapts the parameters to a task's support set and differentiates the query loss by the
  /// parameters before.
  ///
  /// - Parameters:
  ///   - start: the parameters, tensor after tensor: for each layer weight `[3, 3, in, 64]`, bias,
  ///     gamma and beta, then the head's weight `[64, way]` and bias.
  ///   - task: the images and labels.
  ///   - gradient: receives the gradient, in the order of the parameters.
  ///   - isInterrupted: is asked before each pass over the images whether to stop.
  /// - Returns: how the adapted network classifies the query set.
  /// - Throws: `CancellationError` when interrupted; the gradient is then as it was.
  public func differentiate(
    at start: Span<Float>, on task: TaskImages, into gradient: inout MutableSpan<Float>,
    isInterrupted: () -> Bool = { false }
  ) throws(CancellationError) -> Classification {
    load(task)
    layout.load(start, into: parameters[0])
    for vector in rateGradients { vector.fill(0, count: layout.count) }
    set(normalization: stepNormalization)
    for step in 0..<loop.steps { try adapt(step, unless: isInterrupted) }
    normalize(parameters[loop.steps], inStep: normalizingStep(after: loop.steps))
    guard !isInterrupted() else { throw CancellationError() }
    let result = passes.gradient(
      query, at: parameters[loop.steps], trace: queryTrace, using: buffers, into: metaGradient)
    scale(metaGradient, by: loop.lossWeight(after: loop.steps))
    takeNormalization(from: metaGradient, ofStep: normalizingStep(after: loop.steps))
    for step in (0..<loop.steps).reversed() {
      guard !isInterrupted() else { throw CancellationError() }
      if loop.isLearningRates {
        subtractProduct(of: metaGradient, gradients[step], from: rateGradient(of: step))
      }
      if let tangent { takeBack(step, tangent) }
      takeNormalization(from: metaGradient, ofStep: step)
      addQueryLoss(after: step)
    }
    layout.store(metaGradient, into: &gradient)
    return result
  }
}

// MARK: - Classification

extension TaskWorkspace {
  /// Adapts the parameters to a task's support set and classifies its query set.
  ///
  /// - Parameters:
  ///   - start: the parameters before, as ``differentiate(at:on:into:)`` takes them.
  ///   - task: the images and labels.
  ///   - everyStep: whether to classify after 0, 1, … steps, or only after the last.
  ///   - isInterrupted: is asked before each pass over the images whether to stop.
  /// - Throws: `CancellationError` when interrupted.
  public func classify(
    at start: Span<Float>, on task: TaskImages, everyStep: Bool,
    isInterrupted: () -> Bool = { false }
  ) throws(CancellationError) -> [Classification] {
    load(task)
    layout.load(start, into: parameters[0])
    var results: [Classification] = []
    for step in 0...loop.steps {
      if everyStep || step == loop.steps {
        guard !isInterrupted() else { throw CancellationError() }
        normalize(parameters[step], inStep: normalizingStep(after: step))
        results.append(
          passes.classify(query, at: parameters[step], trace: queryTrace, using: buffers))
      }
      if step < loop.steps { try adapt(step, unless: isInterrupted) }
    }
    return results
  }

  /// Adapts the parameters to a task's support set.
  ///
  /// - Parameters:
  ///   - start: the parameters before, as ``differentiate(at:on:into:)`` takes them.
  ///   - task: the images and labels; those of the query set don't matter.
  ///   - adapted: receives the parameters after; the biases of the convolutions are as before.
  ///   - isInterrupted: is asked before each step whether to stop.
  /// - Throws: `CancellationError` when interrupted; `adapted` is then as it was.
  public func adapt(
    at start: Span<Float>, on task: TaskImages, into adapted: inout MutableSpan<Float>,
    isInterrupted: () -> Bool = { false }
  ) throws(CancellationError) {
    load(task)
    layout.load(start, into: parameters[0])
    for step in 0..<loop.steps { try adapt(step, unless: isInterrupted) }
    layout.store(parameters[loop.steps], into: &adapted)
    for slot in layout.tensors where slot.inner == nil {
      for index in slot.outer..<slot.outer + slot.count { adapted[index] = start[index] }
    }
  }

  private func load(_ task: TaskImages) {
    let stride = network.firstStride
    support.load(task.supportImages.span, labels: task.supportLabels.span, stride: stride)
    query.load(task.queryImages.span, labels: task.queryLabels.span, stride: stride)
  }
}

// MARK: - Steps

extension TaskWorkspace {
  private func adapt(_ step: Int, unless isInterrupted: () -> Bool) throws(CancellationError) {
    guard !isInterrupted() else { throw CancellationError() }
    normalize(parameters[step], inStep: step)
    _ = passes.gradient(
      support, at: parameters[step], trace: supportTraces[step % supportTraces.count],
      using: buffers, into: gradients[step])
    descend(from: parameters[step], along: gradients[step], step: step, to: parameters[step + 1])
  }

  /// Takes λ back through a step: λ − H (α ⊙ λ).
  private func takeBack(_ step: Int, _ tangent: NetworkTangent) {
    var direction = metaGradient
    if let rate = rate(of: step) {
      direction = self.direction
      multiply(metaGradient, rate, into: direction)
    }
    passes.hessianVectorProduct(
      support, at: parameters[step], direction: direction, trace: supportTraces[step],
      tangent: tangent, using: buffers, into: product)
    add(product, times: -(loop.rates.uniformRate ?? 1), to: metaGradient)
  }

  /// A multi-step loss counts the query loss after earlier steps too.
  private func addQueryLoss(after step: Int) {
    let weight = loop.lossWeight(after: step)
    guard weight != 0 else { return }
    normalize(parameters[step], inStep: normalizingStep(after: step))
    _ = passes.gradient(
      query, at: parameters[step], trace: queryTrace, using: buffers, into: product)
    add(product, times: weight, to: metaGradient)
    takeNormalization(from: metaGradient, ofStep: normalizingStep(after: step))
  }
}
