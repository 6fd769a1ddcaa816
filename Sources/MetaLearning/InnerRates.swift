package import Autodiff
package import FusedMAML
internal import Tensors

/// The rates of the inner steps, and, where they are learned, the tensors that hold them: `[steps,
/// tensors]`, or a rate in the place of each of a network's numbers.
package typealias InnerRates = StepRates<Tensor, Network>

extension InnerRates: ParameterTree {
  /// Returns the same rates with each tensor that holds some replaced.
  package func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> InnerRates {
    switch self {
    case .uniform: self
    case .perStepAndTensor(let rates): .perStepAndTensor(try transform("rates", rates))
    case .perParameter(let rates):
      .perParameter(try rates.mapParameters(under: "rates", transform))
    }
  }
}

extension InnerRates {
  /// Whether the rates are learned.
  var areLearned: Bool {
    switch self {
    case .uniform: false
    case .perStepAndTensor, .perParameter: true
    }
  }

  /// Returns tensors after a step against their slopes.
  ///
  /// - Parameters:
  ///   - tensors: The last of a network's tensors, or all of them.
  ///   - slopes: The gradient of the loss in each.
  ///   - step: The number of the step, from 0.
  ///   - count: The number of all the network's tensors.
  func descending(
    from tensors: [Tensor], along slopes: [Tensor], step: Int, of count: Int
  ) throws(ShapeError) -> [Tensor] {
    let first = count - tensors.count
    var result: [Tensor] = []
    switch self {
    case .uniform(let rate):
      let rate = Float(rate)
      for (tensor, slope) in zip(tensors, slopes) { result.append(tensor - rate * slope) }
    case .perStepAndTensor(let rates):
      let row = Swift.min(step, rates.shape[0] - 1)
      for (index, (tensor, slope)) in zip(tensors, slopes).enumerated() {
        let rate = try Checked.element(rates, at: [row, first + index])
        result.append(tensor - rate * slope)
      }
    case .perParameter(let rates):
      for (tensor, (slope, rate)) in zip(tensors, zip(slopes, rates.parameters[first...])) {
        result.append(tensor - rate * slope)
      }
    }
    return result
  }
}
