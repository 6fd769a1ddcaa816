extension Type: CustomStringConvertible {
  /// The type as Swift's messages write it.
  package var description: String {
    switch self {
    case .nominal(let nominal, let arguments):
      return nominal.describe(arguments)
    case .tuple(let elements):
      return "(" + elements.map(\.description).joined(separator: ", ") + ")"
    case .function(let function): return function.description
    case .existential(let protocols):
      guard !protocols.isEmpty else { return "Any" }
      return "any " + protocols.map(\.name).joined(separator: " & ")
    case .metatype(let type):
      if case .existential = type { return "(\(type)).Type" }
      return "\(type).Type"
    case .parameter(let parameter): return parameter.name
    case .member(let base, let name): return "\(base).\(name)"
    case .variable(let variable):
      if let binding = variable.binding { return binding.description }
      switch variable.literal {
      case .integer: return "Int"
      case .floating: return "Double"
      case .string: return "String"
      case .character: return "String"
      case nil: return "_"
      }
    case .unresolved(let name): return name
    case .error: return "_"
    }
  }
}

extension Nominal {
  fileprivate func describe(_ arguments: [Type]) -> String {
    switch (self, arguments.count) {
    case (.array, 1): return "[\(arguments[0])]"
    case (.dictionary, 2): return "[\(arguments[0]) : \(arguments[1])]"
    case (.optional, 1):
      switch arguments[0] {
      case .function: return "(\(arguments[0]))?"
      case .existential(let protocols) where !protocols.isEmpty: return "(\(arguments[0]))?"
      default: return "\(arguments[0])?"
      }
    default:
      let own = arguments.dropFirst(outerCount)
      guard !own.isEmpty else { return qualifiedName }
      return "\(qualifiedName)<\(own.map(\.description).joined(separator: ", "))>"
    }
  }
}

extension TupleElement: CustomStringConvertible {
  package var description: String { label.map { "\($0): \(type)" } ?? type.description }
}

extension FunctionType: CustomStringConvertible {
  package var description: String {
    let parameters = parameters.map { ($0.isInout ? "inout " : "") + $0.type.description }
    return "(\(parameters.joined(separator: ", ")))\(isThrowing ? " throws" : "") -> \(result)"
  }
}
