internal import CellSyntax

/// What a literal says about its type: `[1, 2]` and `[3]` say the same.
indirect enum LiteralShape: Hashable {
  case integer, floating, character, text, boolean, nothing
  case array(Set<LiteralShape>)
  case dictionary(keys: Set<LiteralShape>, values: Set<LiteralShape>)
  case tuple([Element])

  struct Element: Hashable {
    let label: String?
    let shape: LiteralShape
  }

  /// Nil for an expression that is, or has in it, anything else than literals.
  init?(_ expression: Expression) {
    switch expression.kind {
    case .integer, .negativeInteger: self = .integer
    case .floating: self = .floating
    case .boolean: self = .boolean
    case .nilLiteral: self = .nothing
    case .string(let segments):
      var count = 0
      for segment in segments {
        guard case .text(let text) = segment else { return nil }
        count += text.count
      }
      self = count == 1 ? .character : .text
    case .array(let elements):
      guard let shapes = LiteralShape.all(elements) else { return nil }
      self = .array(Set(shapes))
    case .dictionary(let pairs):
      guard let keys = LiteralShape.all(pairs.map(\.key)),
        let values = LiteralShape.all(pairs.map(\.value))
      else { return nil }
      self = .dictionary(keys: Set(keys), values: Set(values))
    case .tuple(let elements):
      guard let shapes = LiteralShape.all(elements.map(\.value)) else { return nil }
      self = .tuple(zip(elements, shapes).map { Element(label: $0.label, shape: $1) })
    default: return nil
    }
  }

  private static func all(_ expressions: [Expression]) -> [LiteralShape]? {
    var result: [LiteralShape] = []
    for expression in expressions {
      guard let shape = LiteralShape(expression) else { return nil }
      result.append(shape)
    }
    return result
  }
}
