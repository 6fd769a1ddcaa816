import Autodiff
import Tensors

/// A small generator for test inputs: the same seed gives the same numbers.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

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
