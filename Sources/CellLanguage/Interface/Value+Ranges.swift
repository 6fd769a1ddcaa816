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
}
