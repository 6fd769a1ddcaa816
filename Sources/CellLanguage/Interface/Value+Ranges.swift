internal import CellChecking

extension Value {
  /// The range of integers, when this is one: `0..<3`, or `0...2`, which is the same.
  public var integerRange: Range<Int>? {
    guard case .structure(let object) = datum,
      type.nominal === Nominal.range || type.nominal === Nominal.closedRange,
      object.fields.count == 2, let lower = object.fields[0].integer,
      let upper = object.fields[1].integer
    else { return nil }
    guard type.nominal === Nominal.closedRange else {
      return lower <= upper ? lower..<upper : nil
    }
    let (end, overflow) = upper.addingReportingOverflow(1)
    return overflow || lower > end ? nil : lower..<end
  }

  /// The range as floating-point numbers, when this is a closed range of numbers.
  public var closedRange: ClosedRange<Double>? {
    guard case .structure(let object) = datum, type.nominal === Nominal.closedRange,
      object.fields.count == 2, let lower = object.fields[0].number,
      let upper = object.fields[1].number, lower <= upper
    else { return nil }
    return lower...upper
  }

  /// The ends of a range of any kind, such as `2...`, whose numbers are as they are; nil for all else.
  public var rangeEnds: RangeEnds? {
    guard case .structure(let object) = datum, let nominal = object.type.type.nominal else {
      return nil
    }
    let ends = object.fields.map { field in
      Value(field, field.integer == nil ? .double : .int)
    }
    switch (nominal.name, ends.count) {
    case ("Range", 2): return RangeEnds(lower: ends[0], upper: ends[1], isClosed: false)
    case ("ClosedRange", 2): return RangeEnds(lower: ends[0], upper: ends[1], isClosed: true)
    case ("PartialRangeFrom", 1): return RangeEnds(lower: ends[0], upper: nil, isClosed: false)
    case ("PartialRangeUpTo", 1): return RangeEnds(lower: nil, upper: ends[0], isClosed: false)
    case ("PartialRangeThrough", 1): return RangeEnds(lower: nil, upper: ends[0], isClosed: true)
    default: return nil
    }
  }
}

/// The ends of a range of numbers.
public struct RangeEnds: Sendable {
  /// Where it begins; nil where that is not said.
  public let lower: Value?
  /// Where it ends; nil where that is not said.
  public let upper: Value?
  /// Whether `upper` is in it.
  public let isClosed: Bool
}
