/// The random numbers of cells: what `Float.random(in:)` and its kin draw from where no generator is
/// named.
///
/// It is a part of the state after a cell. So a cell that runs again draws the same numbers, and
/// running from an earlier state draws what was drawn then. The algorithm is SplitMix64 (Steele, Lea
/// and Flood 2014).
struct CellRandom: RandomNumberGenerator, Equatable, Sendable {
  /// All that is to be kept of it.
  private(set) var state: UInt64

  /// The numbers that a notebook's seed starts.
  init(seed: UInt64) { state = mixed(seed &+ 0x9E37_79B9_7F4A_7C15) }

  /// Numbers that go on from a state that was kept.
  init(state: UInt64) { self.state = state }

  /// Returns the next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }

  /// Returns numbers of their own for part `index` of work that is divided: the same for any number of
  /// threads. Whoever divides work draws a number afterwards, so that the next work gets others.
  func part(_ index: Int) -> CellRandom {
    CellRandom(state: mixed(state ^ mixed(UInt64(truncatingIfNeeded: index) &+ 1)))
  }
}

private func mixed(_ bits: UInt64) -> UInt64 {
  var bits = bits
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}
