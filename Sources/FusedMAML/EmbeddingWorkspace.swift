/// Everything that one thread needs to embed the images of tasks of one size, and to differentiate
/// what follows from the embeddings by the network that made them.
///
/// An algorithm that adapts nothing before the head (prototypes, or steps of the head alone) needs
/// no more of the network than this: all that is left is arithmetic on the few numbers of an image that are left.
package final class EmbeddingWorkspace {
  private let network: FusedNetwork
  private let passes: NetworkPasses
  private let arena = Arena()
  private let support, query: Half
  private let parameters, gradient, queryGradient: Floats

  /// The images of one of the two sets, with all that is computed from them.
  private struct Half {
    let images: ImageSet
    let trace: NetworkTrace
    /// Each its own: the backward pass of one comes after the forward pass of the other.
    let buffers: BlockBuffers

    init(
      _ passes: NetworkPasses, of network: FusedNetwork, count: Int, in arena: Arena
    ) throws(WorkspaceTooLarge) {
      images = try ImageSet(count: count, of: network, in: arena)
      trace = try NetworkTrace(passes, images: count, in: arena)
      buffers = try BlockBuffers(passes.layers, images: count, in: arena)
    }
  }

  /// Takes the memory for tasks with these numbers of images.
  ///
  /// - Throws: ``WorkspaceTooLarge`` when that is more than may be taken.
  package init(
    network: FusedNetwork, supportCount: Int, queryCount: Int
  ) throws(WorkspaceTooLarge) {
    precondition(supportCount > 0 && queryCount > 0, "a task needs support and query images")
    self.network = network
    passes = NetworkPasses(network)
    support = try Half(passes, of: network, count: supportCount, in: arena)
    query = try Half(passes, of: network, count: queryCount, in: arena)
    parameters = try passes.layout.zeros(in: arena)
    gradient = try passes.layout.zeros(in: arena)
    queryGradient = try passes.layout.zeros(in: arena)
  }

  /// Returns what the layers before the head make of a task's images.
  ///
  /// - Parameters:
  ///   - parameters: the parameters, in the order of ``TaskWorkspace/differentiate(at:on:into:)``.
  ///   - task: the images; their labels don't matter.
  ///   - isTransductive: whether query images are normalized by all of them, rather than by the
  ///     support images; ``pullBack(_:into:)`` differentiates the former.
  package func embed(
    at parameters: Span<Float>, on task: TaskImages, isTransductive: Bool = true
  ) -> TaskEmbedding {
    task.load(into: support.images, query.images)
    passes.layout.load(parameters, into: self.parameters)
    let reference = NormalizationReference(images: support.images, trace: support.trace)
    return TaskEmbedding(
      support: embedding(of: support),
      query: embedding(of: query, normalizedBy: isTransductive ? nil : reference))
  }

  /// Turns the derivative by the embeddings that were computed last into that by the parameters.
  ///
  /// - Parameters:
  ///   - cotangent: the derivative by the embeddings.
  ///   - result: receives the derivative by the parameters, in their order; zeros for the head.
  package func pullBack(_ cotangent: TaskEmbedding, into result: inout MutableSpan<Float>) {
    pullBack(cotangent.support, of: support, into: gradient)
    pullBack(cotangent.query, of: query, into: queryGradient)
    for index in 0..<passes.layout.count { gradient[index] += queryGradient[index] }
    passes.layout.store(gradient, into: &result)
  }

  private func embedding(
    of half: Half, normalizedBy reference: NormalizationReference? = nil
  ) -> [Float] {
    passes.forward(
      half.images, at: parameters, trace: half.trace, using: half.buffers,
      normalizedBy: reference)
    passes.head.average(half.images.count, half.trace.last.result, into: half.trace.head.features)
    return (0..<half.images.count * network.featureCount).map {
      half.trace.head.features[place($0)]
    }
  }

  private func pullBack(_ cotangent: [Float], of half: Half, into gradient: Floats) {
    half.trace.head.featureGradient.fill(0, count: half.images.count * passes.head.features)
    for (index, number) in cotangent.enumerated() {
      half.trace.head.featureGradient[place(index)] = number
    }
    passes.head.spread(
      half.images.count, half.trace.head.featureGradient, into: half.trace.last.resultGradient)
    passes.backward(
      half.images, at: parameters, trace: half.trace, using: half.buffers, into: gradient)
  }
}

extension EmbeddingWorkspace {
  /// Where a number of the embeddings stands among those that the head reads.
  private func place(_ index: Int) -> Int {
    let (pixel, channel) = index.quotientAndRemainder(dividingBy: network.last.channels)
    return pixel * network.last.pitch + channel
  }
}

/// What a network makes of a task's images before its head, or the derivative by it: for each image
/// as many numbers as the head reads.
package struct TaskEmbedding: Sendable {
  /// That of the support images, image after image.
  package var support: [Float]
  /// That of the query images, image after image.
  package var query: [Float]

  /// Creates an embedding.
  package init(support: [Float], query: [Float]) {
    self.support = support
    self.query = query
  }
}
