internal import CellSyntax

extension Solver {
  /// Values in a text decide nothing about what is around it: each is solved for itself.
  func string(_ segments: [StringSegment]) -> Type {
    var text = ""
    for segment in segments {
      guard case .text(let part) = segment else { return variable(.string) }
      text += part
    }
    return variable(text.count == 1 ? .character : .string)
  }

  /// The type of a literal of an array or a dictionary.
  func collection(_ expression: Expression) throws -> Type {
    if let type = checker.typeExpression(expression) { return .metatype(type) }
    let type = variable()
    switch expression.kind {
    case .array(let elements):
      add(.arrayLiteral(type, element: try common(elements)))
    case .dictionary(let pairs):
      let key = try common(pairs.map(\.key))
      add(.dictionaryLiteral(type, key: key, value: try common(pairs.map(\.value))))
    default: throw Unsupported()
    }
    return type
  }

  /// What the elements of a literal become. What one of them says is said by all of its shape, so that a
  /// long table asks no more than a short one.
  private func common(_ elements: [Expression]) throws -> Type {
    let result = variable()
    var seen: Set<LiteralShape> = []
    for element in elements {
      if let shape = LiteralShape(element), !seen.insert(shape).inserted { continue }
      add(.convert(try type(of: element), result))
    }
    return result
  }
}
