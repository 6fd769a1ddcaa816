import Autodiff
import FewShotData
import Tensors

/// Returns a tensor of numbers from a range.
func random(_ shape: Shape, in range: Range<Float> = -1..<1, seed: UInt64 = 1) -> Tensor {
  var generator = SplitMix64(seed: seed)
  return Tensor(randomUniform: shape, in: range, using: &generator)
}

/// Returns a tensor of different numbers, none nearer than 0.3 to 0 or to another: a place where
/// a kink is out of a difference quotient's reach.
func spread(_ shape: Shape, seed: UInt64 = 1) -> Tensor {
  var generator = SplitMix64(seed: seed)
  let count = shape.elementCount
  let values = (0..<count).map { 0.3 * (Float($0) - Float(count / 2) + 0.5) * 2 }
  return Tensor(shape: shape, scalars: values.shuffled(using: &generator))
}
