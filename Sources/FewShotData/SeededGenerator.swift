import Glibc

/// A reproducible source of random numbers: the same seed and stream always give the same sequence.
///
/// The algorithm is xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64. Streams
/// of one seed are independent, so that item `i` of a random sequence can be made without making
/// the items before it:
///
///     var generator = SeededGenerator(seed: 7, stream: i)
///     let row = generator.integer(below: 20)
///
/// Copying a generator copies its state. It is not for cryptography.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of a seed and, within it, of a stream.
  public init(seed: Int, stream: Int = 0) {
    var mixer = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    let key = mixer.next()
    var filler = SplitMix64(
      seed: key ^ (UInt64(bitPattern: Int64(stream)) &* 0xD1B5_4A32_D192_ED03))
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = (state.1 &* 5).rotatedLeft(by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotatedLeft(by: 45)
    return result
  }

  /// Whether two generators are in the same state, and so will return the same numbers.
  public static func == (lhs: SeededGenerator, rhs: SeededGenerator) -> Bool {
    lhs.state == rhs.state
  }
}

// MARK: - Distributions

extension SeededGenerator {
  /// Returns a whole number in `0..<bound`, each with the same probability.
  ///
  /// The standard library's own method promises no particular sequence; this one does (Lemire 2019).
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "a random integer needs a positive bound")
    let range = UInt64(bound)
    let threshold = (0 &- range) % range
    while true {
      let product = next().multipliedFullWidth(by: range)
      if product.low >= threshold { return Int(product.high) }
    }
  }

  /// Returns a number in `0..<1` with 24 random bits.
  public mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// Returns a number in the range, uniformly.
  public mutating func uniform(in range: Range<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Returns a normally distributed number (Marsaglia's polar method).
  public mutating func normal(mean: Float = 0, deviation: Float = 1) -> Float {
    while true {
      let x = 2 * Double(next() >> 11) * 0x1p-53 - 1
      let y = 2 * Double(next() >> 11) * 0x1p-53 - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      return mean + deviation * Float(x * (-2 * log(square) / square).squareRoot())
    }
  }

  /// Returns `count` different numbers of `0..<bound` in random order.
  ///
  /// - Complexity: O(`bound`)
  public mutating func sample(_ count: Int, below bound: Int) -> [Int] {
    precondition(
      count >= 0 && count <= bound, "a sample cannot be larger than what it is drawn from")
    var numbers = Array(0..<bound)
    for i in 0..<count { numbers.swapAt(i, i + integer(below: bound - i)) }
    return Array(numbers.prefix(count))
  }
}

extension UInt64 {
  fileprivate func rotatedLeft(by count: Int) -> UInt64 {
    (self << count) | (self >> (64 - count))
  }
}
