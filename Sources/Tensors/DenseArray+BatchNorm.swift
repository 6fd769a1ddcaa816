internal import CKernels

// Batch norm of each channel of the last axis, and its first two derivatives, each in one pass over the
// numbers once the sums of each channel are known. x̂ = (x − mean) · s, where s = 1 / √(variance + ε),
// and M is the number of rows.

extension DenseArray {
  /// Returns `scale · x̂ + offset`.
  package func batchNormalized(
    scale: DenseArray, offset: DenseArray, epsilon: Float
  ) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      let moments = moments(epsilon: epsilon)
      unsafe ck_batch_norm(
        rowCount, channelCount, storage.elements, moments.mean, moments.inverse,
        scale.storage.elements, offset.storage.elements, result)
    }
  }

  /// Returns the gradient by x of ⟨`g`, batch norm of x⟩, this array being x:
  /// scale · s · (g − mean(g) − x̂ · mean(g · x̂)).
  package func batchNormGradient(
    _ g: DenseArray, scale: DenseArray, epsilon: Float
  ) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      let moments = moments(epsilon: epsilon), sums = adjoint(of: g, moments)
      let factors = channels { scale.scalar(at: $0) * moments.inverse[$0] }
      let ofX = channels { Float(-Double(factors[$0]) * sums.dot[$0] / rows) }
      let constant = channels { Float(-Double(factors[$0]) * sums.sum[$0] / rows) }
      unsafe ck_channel_mix(
        rowCount, channelCount, nil, g.storage.elements, storage.elements, moments.mean,
        moments.inverse, factors, factors, ofX, constant, result)
    }
  }

  /// Returns the gradient by the scale of ⟨`g`, batch norm of x⟩, this array being x: Σ g · x̂.
  package func batchNormScaleGradient(_ g: DenseArray, epsilon: Float) -> DenseArray {
    perChannel { adjoint(of: g, moments(epsilon: epsilon)).dot[$0] }
  }

  /// Returns the gradient by the offset of ⟨`g`, batch norm of x⟩, this array being x: Σ g.
  package func batchNormOffsetGradient(_ g: DenseArray, epsilon: Float) -> DenseArray {
    perChannel { adjoint(of: g, moments(epsilon: epsilon)).sum[$0] }
  }

  /// Returns the gradient by x of ⟨`h`, gradient by x of ⟨`g`, batch norm of x⟩⟩, this array being x.
  ///
  /// With R(g) = g − mean(g) − x̂ · mean(g · x̂) it is −scale · s² · (mean(g · x̂) · R(h) +
  /// mean(h · x̂) · R(g) + mean(h · R(g)) · x̂).
  package func batchNormCurvature(
    _ h: DenseArray, _ g: DenseArray, scale: DenseArray, epsilon: Float
  ) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      let moments = moments(epsilon: epsilon)
      let ofG = adjoint(of: g, moments), ofH = adjoint(of: h, moments)
      let along = removed(h, ofH, g, ofG)
      let factors = channels {
        -scale.scalar(at: $0) * moments.inverse[$0] * moments.inverse[$0]
      }
      let a = channels { Float(Double(factors[$0]) * ofG.dot[$0] / rows) }
      let b = channels { Float(Double(factors[$0]) * ofH.dot[$0] / rows) }
      let c = channels {
        let products = ofG.dot[$0] * ofH.dot[$0] / rows
        return Float(Double(factors[$0]) * (along($0) - 2 * products) / rows)
      }
      let constant = channels {
        let sums = ofG.dot[$0] * ofH.sum[$0] + ofH.dot[$0] * ofG.sum[$0]
        return Float(-Double(factors[$0]) * sums / rows / rows)
      }
      unsafe ck_channel_mix(
        rowCount, channelCount, h.storage.elements, g.storage.elements, storage.elements,
        moments.mean, moments.inverse, a, b, c, constant, result)
    }
  }

  /// Returns the gradient by the scale of ⟨`h`, gradient by x of ⟨`g`, batch norm of x⟩⟩, this array
  /// being x: s · Σ h · R(g).
  package func batchNormScaleCurvature(
    _ h: DenseArray, _ g: DenseArray, epsilon: Float
  ) -> DenseArray {
    unsafe DenseArray(shape: [shape[-1]]) { result in
      guard elementCount > 0 else {
        unsafe result.initialize(repeating: 0, count: shape[-1])
        return
      }
      let moments = moments(epsilon: epsilon)
      let ofG = adjoint(of: g, moments), ofH = adjoint(of: h, moments)
      let along = removed(h, ofH, g, ofG)
      for channel in 0..<shape[-1] {
        unsafe result[channel] = Float(Double(moments.inverse[channel]) * along(channel))
      }
    }
  }
}

// MARK: - What is known of channels

extension DenseArray {
  private var channelCount: Int64 { Int64(shape[-1]) }
  private var rowCount: Int64 { Int64(elementCount / shape[-1]) }
  private var rows: Double { Double(rowCount) }

  private func channels(_ number: (Int) -> Float) -> [Float] { (0..<shape[-1]).map(number) }

  private func perChannel(_ number: (Int) -> Double) -> DenseArray {
    unsafe DenseArray(shape: [shape[-1]]) { result in
      guard elementCount > 0 else {
        unsafe result.initialize(repeating: 0, count: shape[-1])
        return
      }
      for channel in 0..<shape[-1] { unsafe result[channel] = Float(number(channel)) }
    }
  }

  private func moments(epsilon: Float) -> ChannelMoments {
    storage.notes.moments(of: shape[-1], epsilon: epsilon) {
      var inverse = [Float](repeating: 0, count: shape[-1])
      var mean = inverse
      unsafe ck_channel_moments(
        rowCount, channelCount, epsilon, storage.elements, &mean, &inverse)
      return ChannelMoments(epsilon: epsilon, mean: mean, inverse: inverse)
    }
  }

  /// The sums of `g`, this array being x.
  private func adjoint(of g: DenseArray, _ moments: ChannelMoments) -> ChannelAdjoint {
    g.storage.notes.adjoint(of: moments) {
      var sum = [Double](repeating: 0, count: shape[-1])
      var dot = sum
      unsafe ck_channel_adjoint(
        rowCount, channelCount, g.storage.elements, storage.elements, moments.mean,
        moments.inverse, &sum, &dot)
      return ChannelAdjoint(moments: moments, sum: sum, dot: dot)
    }
  }

  /// Returns Σ h · R(g) of a channel.
  private func removed(
    _ h: DenseArray, _ ofH: ChannelAdjoint, _ g: DenseArray, _ ofG: ChannelAdjoint
  ) -> (Int) -> Double {
    let product = h.storage.notes.product(with: ofG) {
      var sum = [Double](repeating: 0, count: shape[-1])
      unsafe ck_channel_product(
        rowCount, channelCount, h.storage.elements, g.storage.elements, &sum)
      return ChannelProduct(other: ofG, sum: sum)
    }
    let rows = rows
    return { product.sum[$0] - (ofH.sum[$0] * ofG.sum[$0] + ofH.dot[$0] * ofG.dot[$0]) / rows }
  }
}
