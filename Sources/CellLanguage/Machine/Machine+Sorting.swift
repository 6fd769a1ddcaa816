internal import CellSyntax

extension Machine {
  /// Numbers in order: a few at a time, between which the program can be stopped.
  func sorted<Number>(
    _ numbers: [Number], at site: Site?, by precedes: (Number, Number) -> Bool
  ) throws -> [Number] {
    let size = 1 << 19
    guard numbers.count > size else { return numbers.sorted(by: precedes) }
    try allow(numbers.count * MemoryLayout<Number>.stride * 2, at: site)
    var result: [Number] = []
    result.reserveCapacity(numbers.count)
    for start in stride(from: 0, to: numbers.count, by: size) {
      try checkAllowance(at: site)
      result += numbers[start..<min(start + size, numbers.count)].sorted(by: precedes)
    }
    var width = size
    while width < result.count {
      result = try merged(result, runsOf: width, at: site, by: precedes)
      width *= 2
    }
    return result
  }

  /// Joins each two neighbours of sorted runs of a length into one; of equals, the earlier comes
  /// first.
  private func merged<Number>(
    _ numbers: [Number], runsOf width: Int, at site: Site?, by precedes: (Number, Number) -> Bool
  ) throws -> [Number] {
    var result: [Number] = []
    result.reserveCapacity(numbers.count)
    for start in stride(from: 0, to: numbers.count, by: 2 * width) {
      let middle = min(start + width, numbers.count)
      let end = min(middle + width, numbers.count)
      var (left, right) = (start, middle)
      while left < middle || right < end {
        if result.count & 0xFFFF == 0 { try checkAllowance(at: site) }
        if right == end || left < middle && !precedes(numbers[right], numbers[left]) {
          result.append(numbers[left])
          left += 1
        } else {
          result.append(numbers[right])
          right += 1
        }
      }
    }
    return result
  }
}
