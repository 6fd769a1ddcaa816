internal import CellChecking
internal import CellSyntax

extension Program {
  /// Whether values of a type may lead to instances of classes or to boxes that closures share: then a
  /// copy of the value shows what is changed through the original.
  func mayHoldReferences(_ type: Type) -> Bool {
    var visiting: Set<Type> = []
    return mayHoldReferences(type, &visiting)
  }

  private func mayHoldReferences(_ type: Type, _ visiting: inout Set<Type>) -> Bool {
    switch type {
    case .tuple(let elements):
      return elements.contains { mayHoldReferences($0.type, &visiting) }
    case .metatype: return false
    case .nominal(let nominal, let arguments):
      switch nominal.kind {
      case .class, .protocol: return true
      case .host: return false
      case .structure, .enumeration: break
      }
      switch nominal {
      case .array, .set, .optional, .dictionary:
        return arguments.contains { mayHoldReferences($0, &visiting) }
      case .int, .double, .float, .bool, .string, .character, .substring, .stringIndex, .never:
        return false
      default: break
      }
      // A type inside of itself adds nothing.
      guard nominal.integerWidth == nil, visiting.insert(type).inserted else { return false }
      let object = typeObject(type)
      return object.fieldTypes.contains { mayHoldReferences($0, &visiting) }
        || object.cases.contains { $0.types.contains { mayHoldReferences($0, &visiting) } }
    default: return true
    }
  }
}
