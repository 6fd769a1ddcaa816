extension Value {
  /// The range as floating-point numbers, when this is a closed range of numbers.
  public var closedRange: ClosedRange<Double>? {
    guard case .structure(let object) = datum, type.nominal === Nominal.closedRange,
      object.fields.count == 2, let lower = object.fields[0].number,
      let upper = object.fields[1].number, lower <= upper
    else { return nil }
    return lower...upper
  }
}
