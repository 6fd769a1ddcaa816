internal import CKernels

/// The average over the last maps where there is one, the linear layer, and the mean cross entropy of
/// its softmax or its mean squared error.
struct Head {
  let way: Int
  /// How many floats of an image the linear layer reads, those that fill up channels included.
  let features: Int
  /// How many floats a pixel of the last maps has, and how many pixels are averaged; 1 is no
  /// average.
  let pitch, averagedPixels: Int
  private let loss: FusedNetwork.Loss

  init(_ network: FusedNetwork) {
    let last = network.last
    way = network.way
    loss = network.loss
    pitch = last.pitch
    features = network.featurePixels * last.pitch
    averagedPixels = network.isAveraging ? last.height * last.width : 1
  }
}

/// What the head's evaluation keeps for its gradient and for the tangents.
struct HeadTrace {
  /// The averaged maps, and the gradient by them; without an average the maps themselves.
  let features, featureGradient: Floats
  let logits, probabilities, logitGradient: Floats

  init(
    _ head: Head, images: Int, last: some LayerMaps, in arena: Arena
  ) throws(WorkspaceTooLarge) {
    let isAveraging = head.averagedPixels > 1
    let count = images * head.features
    features = isAveraging ? try arena.floats(count) : last.result
    featureGradient = isAveraging ? try arena.floats(count) : last.resultGradient
    logits = try arena.floats(images * head.way)
    probabilities = try arena.floats(images * head.way)
    logitGradient = try arena.floats(images * head.way)
  }
}

extension Head {
  /// Computes the loss alone.
  func classify(
    _ images: ImageSet, last: Floats, at parameters: HeadParameters, trace: HeadTrace
  ) -> QueryScore {
    let count = Int64(images.count), way = Int64(way)
    average(images.count, last, into: trace.features)
    unsafe ck_head(
      Int64(features), count, way, trace.features.base, parameters.weights.base,
      parameters.bias.base, nil, nil,
      trace.logits.base)
    return score(of: images, trace: trace)
  }

  /// Computes the loss and its gradient by the logits.
  private func score(of images: ImageSet, trace: HeadTrace) -> QueryScore {
    switch loss {
    case .crossEntropy:
      let result = unsafe ck_head_loss(
        Int64(images.count), Int64(way), trace.logits.base, images.labels.base,
        trace.probabilities.base, trace.logitGradient.base)
      return QueryScore(
        loss: result.loss, accuracy: Double(result.correct) / Double(images.count))
    case .squaredError:
      let loss = unsafe ck_squared_error(
        Int64(images.count * way), trace.logits.base, images.values.base,
        trace.logitGradient.base)
      // As the tape rounds it.
      return QueryScore(loss: Double(Float(loss)), accuracy: nil)
    }
  }

  /// Computes the loss and its gradients by the parameters and the last maps.
  func evaluate(
    _ images: ImageSet, last: Floats, at parameters: HeadParameters, trace: HeadTrace,
    gradient: HeadParameters, lastGradient: Floats
  ) -> QueryScore {
    let count = Int64(images.count), way = Int64(way)
    let result = classify(images, last: last, at: parameters, trace: trace)
    unsafe ck_head_weight_gradient(
      Int64(features), count, way, trace.features.base, trace.logitGradient.base, nil, nil,
      gradient.weights.base, gradient.bias.base)
    unsafe ck_head_adjoint(
      Int64(features), count, way, trace.logitGradient.base, parameters.weights.base, nil, nil,
      trace.featureGradient.base)
    spread(images.count, trace.featureGradient, into: lastGradient)
    return result
  }

  /// Computes the tangents of the gradients by the parameters and the last maps.
  func evaluateTangent(
    _ images: ImageSet, lastTangent: Floats, at parameters: HeadParameters,
    direction: HeadParameters, trace: HeadTrace, tangent: HeadTrace,
    gradientTangent: HeadParameters, lastGradientTangent: Floats
  ) {
    let count = Int64(images.count), way = Int64(way)
    average(images.count, lastTangent, into: tangent.features)
    unsafe ck_head(
      Int64(features), count, way, tangent.features.base, parameters.weights.base,
      direction.bias.base,
      trace.features.base, direction.weights.base, tangent.logits.base)
    switch loss {
    case .crossEntropy:
      unsafe ck_head_loss_tangent(
        count, way, trace.probabilities.base, tangent.logits.base, tangent.logitGradient.base)
    case .squaredError:
      unsafe ck_squared_error_tangent(
        count * way, tangent.logits.base, tangent.logitGradient.base)
    }
    unsafe ck_head_weight_gradient(
      Int64(features), count, way, trace.features.base, tangent.logitGradient.base,
      tangent.features.base,
      trace.logitGradient.base, gradientTangent.weights.base, gradientTangent.bias.base)
    unsafe ck_head_adjoint(
      Int64(features), count, way, tangent.logitGradient.base, parameters.weights.base,
      trace.logitGradient.base, direction.weights.base, tangent.featureGradient.base)
    spread(images.count, tangent.featureGradient, into: lastGradientTangent)
  }

  /// The mean over each image's pixels, where there are several.
  func average(_ images: Int, _ last: Floats, into features: Floats) {
    guard averagedPixels > 1 else { return }
    unsafe ck_average(
      Int64(pitch), Int64(images), Int64(averagedPixels), last.base, features.base)
  }

  /// The adjoint of the mean.
  func spread(_ images: Int, _ featureGradient: Floats, into lastGradient: Floats) {
    guard averagedPixels > 1 else { return }
    unsafe ck_average_adjoint(
      Int64(pitch), Int64(images), Int64(averagedPixels), featureGradient.base, lastGradient.base)
  }
}
