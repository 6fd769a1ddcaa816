internal import CellSyntax

/// `collection.reversed()`, which is a view of the collection, or an array where only an array will do.
extension BodyChecker {
  /// A call of `reversed()` as the array of its elements; nil for other values.
  func arrayOfReversed(_ value: TypedExpression) -> TypedExpression? {
    guard case .call(.function(let reference), _) = value.kind,
      reference.symbol.intrinsic == .reversed
    else { return nil }
    return elements(of: value)
  }

  /// The operands of an operator, of which one that is reversed is an array beside another array.
  func operandsAsArrays(
    _ a: TypedExpression, _ b: TypedExpression
  ) -> (TypedExpression, TypedExpression) {
    let (first, second) = (arrayOfReversed(a), arrayOfReversed(b))
    if first != nil || second != nil,
      shallow((first ?? a).type).arrayElement != nil,
      shallow((second ?? b).type).arrayElement != nil
    {
      return (first ?? a, second ?? b)
    }
    return (a, b)
  }
}
