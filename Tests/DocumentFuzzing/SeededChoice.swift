/// Choices that are made from a seed, and are always the same.
public struct SeededChoice: Sendable {
  private var state: UInt64

  /// The choices of a seed.
  public init(seed: UInt64) { state = seed }

  /// SplitMix64.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A number from 0 to below a limit; 0 where the limit is less than 1.
  public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// One of some choices, of which there is one at least.
  public mutating func one<Choice>(of choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }

  /// A range within `0..<count`, of at most so many elements.
  mutating func range(in count: Int, atMost limit: Int) -> Range<Int> {
    let start = below(count)
    return start..<min(count, start + below(limit + 1))
  }
}
