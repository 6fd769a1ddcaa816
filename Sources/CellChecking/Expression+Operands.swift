internal import CellSyntax

extension Expression {
  /// Whether its type is whatever its surroundings ask for: literals, and what operators of numbers make of
  /// them. The left operand of a shift alone says what the shift is.
  var isMadeOfLiterals: Bool {
    switch kind {
    case .integer, .negativeInteger, .floating: true
    case .prefix(let name, let operand):
      ["-", "+", "~"].contains(name.text) && operand.isMadeOfLiterals
    case .binary(let name, let left, let right):
      if let operation = Operation.binary[name.text], !operation.isComparison {
        left.isMadeOfLiterals && (operation.isShift || right.isMadeOfLiterals)
      } else {
        false
      }
    default: false
    }
  }
}
