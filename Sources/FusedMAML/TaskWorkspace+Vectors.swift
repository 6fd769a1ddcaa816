internal import CKernels

// Arithmetic on whole parameter vectors.

extension TaskWorkspace {
  /// The rates of a step, or `nil` for a uniform rate.
  func rate(of step: Int) -> Floats? {
    rateVectors.isEmpty ? nil : rateVectors[min(step, rateVectors.count - 1)]
  }

  /// The gradient by the rates of a step.
  func rateGradient(of step: Int) -> Floats { rateGradients[min(step, rateGradients.count - 1)] }

  /// The parameters after some steps; only the last two of them where the rest is not kept.
  func parameters(after steps: Int) -> Floats { parameters[steps % parameters.count] }

  /// The gradient that a step went along.
  func slope(of step: Int) -> Floats { gradients[step % gradients.count] }

  func scale(_ vector: Floats, by factor: Float) {
    guard factor != 1 else { return }
    for index in 0..<layout.count { vector[index] *= factor }
  }

  /// Adds a multiple of a vector: target += factor · vector.
  func add(_ vector: Floats, times factor: Float, to target: Floats) {
    unsafe ck_add_scaled(Int64(layout.count), factor, vector.base, target.base)
  }

  /// Multiplies element by element: result = lhs ⊙ rhs.
  func multiply(_ lhs: Floats, _ rhs: Floats, into result: Floats) {
    for index in 0..<layout.count { result[index] = lhs[index] * rhs[index] }
  }

  /// Subtracts a product, element by element: target −= lhs ⊙ rhs.
  func subtractProduct(of lhs: Floats, _ rhs: Floats, from target: Floats) {
    for index in 0..<layout.count { target[index] -= lhs[index] * rhs[index] }
  }

  /// One step of gradient descent: parameters − α ⊙ gradient.
  func descend(from parameters: Floats, along gradient: Floats, step: Int, to result: Floats) {
    result.copy(parameters, count: layout.count)
    if let rate = rate(of: step) {
      subtractProduct(of: rate, gradient, from: result)
    } else {
      add(gradient, times: -(rates.uniformRate(of: settings.part) ?? 0), to: result)
    }
  }
}
