internal import CellSyntax

/// Equality and order of what is made of parts.
extension BodyChecker {
  /// Equality and order of what is made of parts: optionals, arrays, tuples, enumerations, structs
  /// whose equality is derived.
  func structural(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    guard let operation = Operation.binary[name.text], operation.isComparison else { return nil }
    var left = a
    var right = b
    // Either may be optional: both become so, and a literal what the other wraps.
    if shallow(a.type).isOptional || shallow(b.type).isOptional {
      let wanted = shallow(a.type).isOptional ? shallow(a.type) : shallow(b.type)
      guard let p = conversion(of: a, to: wanted), let q = conversion(of: b, to: wanted) else {
        return nil
      }
      return comparison(operation, p, q, range)
    }
    var x = shallow(a.type)
    var y = shallow(b.type)
    let isSame = unify(x, y)
    x = settled(x)
    y = settled(y)
    if !isSame {
      guard let q = conversion(of: b, to: x) else {
        guard let p = conversion(of: a, to: y) else { return nil }
        left = p
        return comparison(operation, left, right, range)
      }
      right = q
    }
    return comparison(operation, left, right, range)
  }

  func comparison(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    let type = deep(a.type)
    let isEquality = operation == .equal || operation == .notEqual
    guard isEquality ? isEquatable(type) : isComparable(type) else { return nil }
    return TypedExpression(.operation(operation, [a, b]), .bool, range)
  }

  func isEquatable(_ type: Type) -> Bool {
    switch type {
    case .tuple(let elements): return elements.allSatisfy { isEquatable($0.type) }
    case .metatype, .variable: return true
    case .existential(let protocols): return protocols.contains { $0.name == "AnyHashable" }
    default: break
    }
    if let wrapped = type.optionalWrapped { return isEquatable(wrapped) }
    if let element = type.arrayElement { return isEquatable(element) }
    return compiler.conforms(type, to: "Equatable")
  }

  func isComparable(_ type: Type) -> Bool {
    if case .tuple(let elements) = type { return elements.allSatisfy { isComparable($0.type) } }
    if case .variable = type { return true }
    return compiler.conforms(type, to: "Comparable")
  }
}
