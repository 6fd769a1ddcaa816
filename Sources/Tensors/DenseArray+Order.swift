internal import Allowances

extension DenseArray {
  /// Where the elements of each row of the last axis stand, smallest first, or largest first; of
  /// equals, the earlier comes first, and what is not a number counts as larger than any.
  package func order(descending: Bool) -> PositionMap {
    unsafe PositionMap(source: shape, shape: shape) { positions in
      guard elementCount > 0 else { return }
      let length = shape[-1]
      for row in 0..<elementCount / length where !Allowance.isSpent {
        let start = row * length
        let keys = withSpan { scalars in
          (start..<start + length).map { place in
            UInt64(scalars[place].rank(descending: descending)) << 32 | UInt64(place)
          }
        }
        for (index, key) in sorted(keys).enumerated() {
          unsafe positions[start + index] = Int32(truncatingIfNeeded: key)
        }
      }
    }
  }
}

/// Returns keys in rising order; none of the work is done where its `Allowance` is spent.
private func sorted(_ keys: [UInt64]) -> [UInt64] {
  var comparisons = 0
  let result = try? keys.sorted { lhs, rhs throws in
    comparisons &+= 1
    if comparisons & 0xFFFF == 0 { try Allowance.check() }
    return lhs < rhs
  }
  return result ?? keys
}

extension Float {
  /// A whole number that is larger where the number is larger, or smaller.
  fileprivate func rank(descending: Bool) -> UInt32 {
    guard !isNaN else { return descending ? 0 : .max }
    // Both zeros are one number.
    let bits = (self + 0).bitPattern
    let rising = bits >> 31 == 1 ? ~bits : bits | 1 << 31
    return descending ? ~rising : rising
  }
}
