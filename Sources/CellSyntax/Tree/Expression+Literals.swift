extension Expression {
  /// Whether it is the literal of a number or of a text without interpolations.
  package var isLiteral: Bool {
    switch kind {
    case .integer, .negativeInteger, .floating: true
    case .string(let segments):
      segments.allSatisfy { if case .text = $0 { true } else { false } }
    default: false
    }
  }
}
