import FewShotData
import Tensors

/// Arrays as lists of `Double`, computed the slow way: the oracle of the kernels.
struct Naive {
  var shape: [Int]
  var values: [Double]

  init(shape: [Int], values: [Double]) {
    self.shape = shape
    self.values = values
  }

  init(_ array: DenseArray) {
    self.init(shape: array.shape.dimensions, values: array.scalars.map(Double.init))
  }

  /// Creates an array by computing each element from its indices.
  init(shape: [Int], element: ([Int]) -> Double) {
    self.init(shape: shape, values: indices(of: shape).map(element))
  }

  /// The element at some indices.
  subscript(index: [Int]) -> Double {
    get { values[offset(index)] }
    set { values[offset(index)] = newValue }
  }

  /// The element that stands at some indices when the array is repeated to a larger shape.
  func repeated(at index: [Int]) -> Double {
    let own = index.suffix(shape.count)
    return self[zip(own, shape).map { $1 == 1 ? 0 : $0 }]
  }

  private func offset(_ index: [Int]) -> Int {
    zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }
  }
}

/// Returns the indices of all elements of a shape in row-major order.
func indices(of shape: [Int]) -> [[Int]] {
  guard let size = shape.first else { return [[]] }
  let rest = indices(of: Array(shape.dropFirst()))
  return (0..<size).flatMap { index in rest.map { [index] + $0 } }
}

/// Returns an array of numbers between −1 and 1.
func random(_ shape: Shape, seed: UInt64 = 1) -> DenseArray {
  var generator = SplitMix64(seed: seed)
  return DenseArray(
    shape: shape,
    scalars: (0..<shape.elementCount).map { _ in Float.random(in: -1...1, using: &generator) })
}

/// Returns the largest difference between an array and its oracle, relative to the oracle's
/// largest element where that is above 1; infinite where the shapes differ.
func difference(_ array: DenseArray, _ oracle: Naive) -> Double {
  guard array.shape.dimensions == oracle.shape else { return .infinity }
  let largest = oracle.values.map(\.magnitude).max() ?? 0
  let differences = zip(array.scalars, oracle.values).map { (Double($0) - $1).magnitude }
  if differences.contains(where: \.isNaN) { return .infinity }
  return (differences.max() ?? 0) / max(1, largest)
}
