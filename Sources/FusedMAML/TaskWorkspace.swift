/// Everything that one thread needs to differentiate tasks of one size, taken once.
///
/// The query loss after adaptation, differentiated by the parameters before it (Finn et al. 2017,
/// eq. 1): with λ the gradient by the adapted parameters, each step θ′ = θ − α ∇L(θ) turns it
/// into λ − α H(θ) λ. So the adaptation runs forward, keeping each step's trace; the query
/// gradient starts λ; and one Hessian-vector product per step takes it back. No tape is made, and
/// memory grows only by a step's trace.
package final class TaskWorkspace {
  /// The network whose parameters are adapted.
  package let network: FusedNetwork
  /// How the parameters are adapted, and what of that is differentiated.
  package internal(set) var settings: InnerLoopSettings
  /// The rates of the steps.
  package internal(set) var rates: FlatRates
  /// Whether the gradient by the rates is computed.
  package let isLearningRates: Bool
  /// Whether the parameters after every step are kept, not only the last.
  let keepsEveryStep: Bool

  let layout: ParameterLayout
  private let passes: NetworkPasses
  private let arena = Arena()
  private let support, query: ImageSet
  private let supportTraces: [NetworkTrace]
  private let queryTrace: NetworkTrace
  private let tangent: NetworkTangent?
  private let buffers: BlockBuffers
  /// The parameters after each step, and each step's gradient.
  let parameters, gradients: [Floats]
  /// λ, its product with a Hessian, and its product with the rates.
  private let metaGradient, product, direction: Floats
  let rateVectors, rateGradients: [Floats]
  /// Each step's normalization, where steps have their own.
  var stepNormalization: [[Float]] = []
  /// The gradient by each step's normalization, after ``differentiate(at:on:into:)``.
  package internal(set) var normalizationGradient: [[Float]] = []

  /// Takes the memory for tasks with these numbers of images.
  ///
  /// It grows with the number of steps only in second order, with rates that are learned, or where
  /// the losses after earlier steps count.
  ///
  /// - Throws: ``WorkspaceTooLarge`` when that is more than may be taken, `CancellationError` when
  ///   interrupted.
  package init(
    network: FusedNetwork, settings: InnerLoopSettings, rates: FlatRates,
    isLearningRates: Bool = false, supportCount: Int, queryCount: Int,
    isInterrupted: () -> Bool = { false }
  ) throws {
    precondition(supportCount > 0 && queryCount > 0, "a task needs support and query images")
    self.network = network
    self.settings = settings
    self.rates = rates
    self.isLearningRates = isLearningRates
    let passes = NetworkPasses(network), layout = passes.layout, arena = arena
    self.passes = passes
    self.layout = layout
    let steps = settings.steps
    let isSecondOrder = settings.order == .second && steps > 0
    keepsEveryStep = isSecondOrder || settings.lossWeights != nil
    support = try ImageSet(count: supportCount, of: network, in: arena)
    query = try ImageSet(count: queryCount, of: network, in: arena)
    supportTraces = try arena.repeated(
      isSecondOrder ? steps : 1, unless: isInterrupted
    ) { () throws(WorkspaceTooLarge) in
      try NetworkTrace(passes, images: supportCount, in: arena)
    }
    queryTrace = try NetworkTrace(passes, images: queryCount, in: arena)
    tangent =
      isSecondOrder ? try NetworkTangent(passes, images: supportCount, in: arena) : nil
    buffers = try BlockBuffers(passes.layers, images: max(supportCount, queryCount), in: arena)
    func vectors(_ count: Int) throws -> [Floats] {
      try arena.repeated(count, unless: isInterrupted) { () throws(WorkspaceTooLarge) in
        try layout.zeros(in: arena)
      }
    }
    parameters = try vectors(1 + (keepsEveryStep ? steps : min(steps, 1)))
    gradients = try vectors(isLearningRates ? steps : min(steps, 1))
    metaGradient = try layout.zeros(in: arena)
    product = try layout.zeros(in: arena)
    direction = try layout.zeros(in: arena)
    rateVectors = try vectors(rates.vectorCount(for: settings.part))
    rateGradients = try vectors(isLearningRates ? max(1, rateVectors.count) : 0)
    rates.load(into: rateVectors, layout: layout, part: settings.part)
  }

  /// How many bytes were taken.
  package var byteCount: Int { arena.byteCount }

  /// Adapts the parameters to a task's support set and differentiates the query loss by the
  /// parameters before.
  ///
  /// - Parameters:
  ///   - start: the parameters, tensor after tensor: for each block weight
  ///     `[kernel, kernel, in, out]`, bias, gamma and beta, then the head's weight
  ///     `[features, way]` and bias.
  ///   - task: the images and labels.
  ///   - gradient: receives the gradient, in the order of the parameters.
  ///   - isInterrupted: is asked before each pass over the images whether to stop.
  /// - Returns: how the adapted network classifies the query set.
  /// - Throws: `CancellationError` when interrupted; the gradient is then as it was.
  package func differentiate(
    at start: Span<Float>, on task: TaskImages, into gradient: inout MutableSpan<Float>,
    isInterrupted: () -> Bool = { false }
  ) throws(CancellationError) -> QueryScore {
    load(task)
    layout.load(start, into: parameters[0])
    for vector in rateGradients { vector.fill(0, count: layout.count) }
    set(normalization: stepNormalization)
    for step in 0..<settings.steps { try adapt(step, unless: isInterrupted) }
    normalize(parameters(after: settings.steps), inStep: normalizingStep(after: settings.steps))
    guard !isInterrupted() else { throw CancellationError() }
    let result = passes.gradient(
      query, at: parameters(after: settings.steps), trace: queryTrace, using: buffers,
      into: metaGradient)
    scale(metaGradient, by: Float(settings.lossWeight(after: settings.steps)))
    takeNormalization(from: metaGradient, ofStep: normalizingStep(after: settings.steps))
    for step in (0..<settings.steps).reversed() {
      guard !isInterrupted() else { throw CancellationError() }
      if isLearningRates {
        subtractProduct(of: metaGradient, slope(of: step), from: rateGradient(of: step))
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
  ///   - isTransductive: whether query images are normalized by all of them, rather than by the
  ///     support images.
  ///   - isInterrupted: is asked before each pass over the images whether to stop.
  /// - Throws: `CancellationError` when interrupted.
  package func classify(
    at start: Span<Float>, on task: TaskImages, everyStep: Bool,
    isTransductive: Bool = true, isInterrupted: () -> Bool = { false }
  ) throws(CancellationError) -> [QueryScore] {
    load(task)
    layout.load(start, into: parameters[0])
    var results: [QueryScore] = []
    for step in 0...settings.steps {
      if everyStep || step == settings.steps {
        guard !isInterrupted() else { throw CancellationError() }
        normalize(parameters(after: step), inStep: normalizingStep(after: step))
        results.append(
          passes.classify(
            query, at: parameters(after: step), trace: queryTrace, using: buffers,
            normalizedBy: isTransductive ? nil : reference(at: parameters(after: step))))
      }
      if step < settings.steps { try adapt(step, unless: isInterrupted) }
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
  package func adapt(
    at start: Span<Float>, on task: TaskImages, into adapted: inout MutableSpan<Float>,
    isInterrupted: () -> Bool = { false }
  ) throws(CancellationError) {
    load(task)
    layout.load(start, into: parameters[0])
    for step in 0..<settings.steps { try adapt(step, unless: isInterrupted) }
    layout.store(parameters(after: settings.steps), into: &adapted)
    for slot in layout.tensors where slot.inner == nil {
      for index in slot.outer..<slot.outer + slot.count { adapted[index] = start[index] }
    }
  }

  /// What the support images make of the parameters.
  private func reference(at parameters: Floats) -> NormalizationReference {
    passes.forward(support, at: parameters, trace: supportTraces[0], using: buffers)
    return NormalizationReference(images: support, trace: supportTraces[0])
  }

  private func load(_ task: TaskImages) {
    task.load(into: support, query)
  }
}

// MARK: - Steps

extension TaskWorkspace {
  private func adapt(_ step: Int, unless isInterrupted: () -> Bool) throws(CancellationError) {
    guard !isInterrupted() else { throw CancellationError() }
    normalize(parameters(after: step), inStep: step)
    _ = passes.gradient(
      support, at: parameters(after: step), trace: supportTraces[step % supportTraces.count],
      using: buffers, into: slope(of: step))
    descend(
      from: parameters(after: step), along: slope(of: step), step: step,
      to: parameters(after: step + 1))
  }

  /// Takes λ back through a step: λ − H (α ⊙ λ).
  private func takeBack(_ step: Int, _ tangent: NetworkTangent) {
    var direction = metaGradient
    if let rate = rate(of: step) {
      direction = self.direction
      multiply(metaGradient, rate, into: direction)
    }
    passes.hessianVectorProduct(
      support, at: parameters(after: step), direction: direction,
      trace: supportTraces[step % supportTraces.count],
      tangent: tangent, using: buffers, into: product)
    add(product, times: -(rates.uniformRate(of: settings.part) ?? 1), to: metaGradient)
  }

  /// A multi-step loss counts the query loss after earlier steps too.
  private func addQueryLoss(after step: Int) {
    let weight = Float(settings.lossWeight(after: step))
    guard weight != 0 else { return }
    normalize(parameters(after: step), inStep: normalizingStep(after: step))
    _ = passes.gradient(
      query, at: parameters(after: step), trace: queryTrace, using: buffers, into: product)
    add(product, times: weight, to: metaGradient)
    takeNormalization(from: metaGradient, ofStep: normalizingStep(after: step))
  }
}
