import Autodiff
import Tensors
import Testing

/// Checks a function's derivatives up to an order against difference quotients.
///
/// As in JAX's `check_grads`: for a random cotangent c and one random direction t,
/// ⟨t, gradient of ⟨c, f⟩⟩ must be the slope of ⟨c, f⟩ along t. The next order checks the gradient
/// of ⟨c, f⟩ as a function in the same way. One direction is enough: a wrong entry would have to
/// be orthogonal to a random vector to go unseen.
///
/// - Parameters:
///   - order: how many derivatives to check.
///   - inputs: where; at least 2 · `step` away from any kink.
///   - step: the difference quotient's step; its error is of order step⁴.
///   - tolerance: relative to the size of the slope's terms. The rounding of `Float` results
///     divided by the step is what it has to cover.
///   - function: what is differentiated, with a result of any shape.
func checkGradients(
  order: Int, at inputs: [Tensor], step: Float = 0.05, tolerance: Double = 2e-3,
  name: String, location: SourceLocation = #_sourceLocation,
  of function: @escaping ([Tensor]) -> [Tensor]
) {
  var function = function
  for derivative in 1...order {
    let seed = UInt64(derivative) * 1000
    let directions = likes(inputs, seed: seed + 1)
    let cotangents = likes(function(inputs), seed: seed + 500)
    let current = function
    let gradients = { (x: [Tensor]) in
      gradient(at: x) { x in weighed(current(x), by: cotangents) }
    }
    let (slope, size) = slope(of: current, at: inputs, along: directions, cotangents, step: step)

    let predicted = dot(gradients(inputs), directions).sum

    let error = (predicted - slope).magnitude
    #expect(
      error <= tolerance * max(size, 1e-2),
      "derivative \(derivative) of \(name): gradient \(predicted), difference quotient \(slope)",
      sourceLocation: location)
    function = gradients
  }
}

/// Returns random tensors of the same shapes.
private func likes(_ tensors: [Tensor], seed: UInt64) -> [Tensor] {
  tensors.enumerated().map { random($1.shape, seed: seed + UInt64($0)) }
}

/// Returns ⟨c, x⟩ as a tensor.
private func weighed(_ x: [Tensor], by cotangents: [Tensor]) -> Tensor {
  zip(x, cotangents).reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
}

/// Returns ⟨a, b⟩ in double precision, and the sum of its terms' sizes.
private func dot(_ a: [Tensor], _ b: [Tensor]) -> (sum: Double, size: Double) {
  var (sum, size) = (0.0, 0.0)
  for (a, b) in zip(a, b) {
    for (x, y) in zip(a.scalars, b.scalars) {
      sum += Double(x) * Double(y)
      size += (Double(x) * Double(y)).magnitude
    }
  }
  return (sum, size)
}

/// Returns the slope of ⟨c, f⟩ by a five-point difference quotient, and the size of its terms.
private func slope(
  of function: ([Tensor]) -> [Tensor], at inputs: [Tensor], along directions: [Tensor],
  _ cotangents: [Tensor], step: Float
) -> (slope: Double, size: Double) {
  let values = [-2, -1, 1, 2].map { (steps: Float) in
    let moved = zip(inputs, directions).map { $0 + steps * step * $1 }
    return dot(function(moved), cotangents)
  }
  let slope =
    (values[0].sum - 8 * values[1].sum + 8 * values[2].sum - values[3].sum) / (12 * Double(step))
  return (slope, max(slope.magnitude, values[2].size))
}
