extension Type {
  /// The type with every leaf that `transform` answers replaced.
  package func mapLeaves(_ transform: (Type) -> Type?) -> Type {
    if let replaced = transform(self) { return replaced }
    switch self {
    case .nominal(let nominal, let arguments):
      return arguments.isEmpty
        ? self : .nominal(nominal, arguments.map { $0.mapLeaves(transform) })
    case .tuple(let elements):
      return elements.isEmpty
        ? self
        : .tuple(
          elements.map { TupleElement(label: $0.label, type: $0.type.mapLeaves(transform)) })
    case .function(var function):
      for index in function.parameters.indices {
        function.parameters[index].type = function.parameters[index].type.mapLeaves(transform)
      }
      function.result = function.result.mapLeaves(transform)
      return .function(function)
    case .metatype(let type): return .metatype(type.mapLeaves(transform))
    case .member(let base, let name): return .member(base.mapLeaves(transform), name)
    case .existential, .parameter, .variable, .unresolved, .error: return self
    }
  }

  /// Whether the type, or a part of it, is such.
  package func contains(where predicate: (Type) -> Bool) -> Bool {
    if predicate(self) { return true }
    switch self {
    case .nominal(_, let arguments): return arguments.contains { $0.contains(where: predicate) }
    case .tuple(let elements): return elements.contains { $0.type.contains(where: predicate) }
    case .function(let function):
      return function.result.contains(where: predicate)
        || function.parameters.contains { $0.type.contains(where: predicate) }
    case .metatype(let type), .member(let type, _): return type.contains(where: predicate)
    case .existential, .parameter, .variable, .unresolved, .error: return false
    }
  }

  /// How deep types are nested in it.
  package var depth: Int {
    switch self {
    case .nominal(_, let arguments): 1 + (arguments.map(\.depth).max() ?? 0)
    case .tuple(let elements): 1 + (elements.map(\.type.depth).max() ?? 0)
    case .function(let function):
      1 + max(function.result.depth, function.parameters.map(\.type.depth).max() ?? 0)
    case .metatype(let type), .member(let type, _): 1 + type.depth
    case .existential, .parameter, .variable, .unresolved, .error: 1
    }
  }

  /// Whether it speaks of generic parameters.
  package var isGeneric: Bool {
    contains {
      switch $0 {
      case .parameter, .member: true
      default: false
      }
    }
  }

  /// Whether a part of it is still to be found.
  package var hasVariables: Bool {
    contains { if case .variable = $0 { true } else { false } }
  }

  /// Whether a part of it is wrong.
  package var hasError: Bool { contains { $0.isError } }
}
