internal import CellSyntax

extension BodyChecker {
  /// The type with its variables followed as far as they are bound, at the top.
  func shallow(_ type: Type) -> Type {
    var type = type
    while true {
      switch type {
      case .variable(let variable):
        guard let binding = variable.binding else { return type }
        type = binding
      case .member(let base, let name):
        var owner = shallow(base)
        if case .member = owner { return type }
        // A literal whose parts are asked for is what literals usually are.
        if case .variable(let variable) = owner, variable.literal != nil {
          guard !isSolving else { return .member(owner, name) }
          owner = settled(owner)
        }
        guard let found = compiler.memberType(name, of: owner) else { return .member(owner, name) }
        if case .member(let same, name) = found, same == owner { return found }
        type = found
      default: return type
      }
    }
  }

  /// The type with all bound variables replaced.
  func deep(_ type: Type) -> Type {
    type.mapLeaves { leaf in
      switch leaf {
      case .variable, .member:
        let next = shallow(leaf)
        return next == leaf ? leaf : deep(next)
      default: return nil
      }
    }
  }

  /// The type with what is still open decided: literals take their usual type; the rest is wrong.
  package func final(_ type: Type) -> Type {
    deep(type).mapLeaves { leaf in
      guard case .variable(let variable) = leaf else { return nil }
      switch variable.literal {
      case .integer: return .int
      case .floating: return .double
      case .string: return .string
      case .character: return .string
      case nil: return .error
      }
    }
  }

  /// Decides a literal's type where members of it are asked for.
  func settled(_ type: Type) -> Type {
    let type = shallow(type)
    guard case .variable(let variable) = type, let literal = variable.literal else { return type }
    let choice: Type =
      switch literal {
      case .integer: .int
      case .floating: .double
      case .string: .string
      case .character: .string
      }
    bind(variable, to: choice)
    return choice
  }

  /// Decides all literals in a type that is not going to be told more.
  func settleLiterals(_ type: Type) {
    _ = deep(type).contains { part in
      if case .variable(let variable) = part, variable.literal != nil { _ = settled(part) }
      return false
    }
  }

  func bind(_ variable: TypeVariable, to type: Type) {
    if case .variable(let other) = shallow(type), other === variable { return }
    trail.append((variable, variable.binding, variable.literal))
    variable.binding = type
  }

  /// Makes two types the same, if they can be.
  func unify(_ a: Type, _ b: Type) -> Bool {
    let a = shallow(a)
    let b = shallow(b)
    switch (a, b) {
    case (.error, _), (_, .error): return true
    case (.variable(let x), .variable(let y)):
      if x === y { return true }
      return merge(x, y)
    case (.variable(let x), _): return bindChecked(x, to: b)
    case (_, .variable(let y)): return bindChecked(y, to: a)
    case (.member, _), (_, .member):
      if a == b { return true }
      deferred.append((a, b))
      return true
    case (.nominal(let x, let xs), .nominal(let y, let ys)):
      guard x == y, xs.count == ys.count else { return false }
      return zip(xs, ys).allSatisfy { unify($0, $1) }
    case (.tuple(let xs), .tuple(let ys)):
      guard xs.count == ys.count else { return false }
      return zip(xs, ys).allSatisfy { unify($0.type, $1.type) }
    case (.function(let x), .function(let y)):
      guard x.parameters.count == y.parameters.count else { return false }
      return zip(x.parameters, y.parameters).allSatisfy {
        $0.isInout == $1.isInout && unify($0.type, $1.type)
      } && unify(x.result, y.result)
    case (.metatype(let x), .metatype(let y)): return unify(x, y)
    case (.existential(let x), .existential(let y)): return Set(x) == Set(y)
    default: return a == b
    }
  }

  private func merge(_ x: TypeVariable, _ y: TypeVariable) -> Bool {
    switch (x.literal, y.literal) {
    case (nil, _): bind(x, to: .variable(y))
    case (_, nil): bind(y, to: .variable(x))
    case (.integer, .floating), (.integer, .integer), (.floating, .floating):
      bind(x, to: .variable(y))
    case (.floating, .integer): bind(y, to: .variable(x))
    case (.string, .string), (.character, .string): bind(x, to: .variable(y))
    case (.string, .character): bind(y, to: .variable(x))
    case (.character, .character): bind(x, to: .variable(y))
    default: return false
    }
    return true
  }

  private func bindChecked(_ variable: TypeVariable, to type: Type) -> Bool {
    if let literal = variable.literal, !isExpressible(type, by: literal) { return false }
    loosen(variable, in: type)
    guard !occurs(variable, in: type) else { return false }
    bind(variable, to: type)
    return true
  }

  /// Whether a variable is part of a type, also by what other variables in it stand for: bound to that, it
  /// would be a type without an end.
  private func occurs(_ variable: TypeVariable, in type: Type) -> Bool {
    type.contains { part in
      guard case .variable(let other) = part else { return false }
      return other === variable || other.binding.map { occurs(variable, in: $0) } ?? false
    }
  }

  /// Lets go of variables in `type` that are bound to a member of `variable`: bound to the type, it
  /// would be a member of itself. They are compared again when the owner is known.
  private func loosen(_ variable: TypeVariable, in type: Type) {
    _ = type.contains { part in
      var next = part
      while case .variable(let other) = next, let binding = other.binding {
        if case .member(let base, _) = binding, shallow(base) == .variable(variable) {
          trail.append((other, other.binding, other.literal))
          other.binding = nil
          deferred.append((.variable(other), binding))
        }
        next = binding
      }
      return false
    }
  }

  /// Whether a literal can have a type.
  func isExpressible(_ type: Type, by literal: TypeVariable.Literal) -> Bool {
    if case .variable = type { return false }
    switch literal {
    case .integer:
      switch type.scalarKind {
      case .integer, .floating: return true
      case .boolean: return false
      case nil:
        return compiler.conforms(type, to: "ExpressibleByIntegerLiteral")
          || compiler.conforms(type, to: "ExpressibleByFloatLiteral") && type.nominal?.kind == .host
      }
    case .floating:
      return type.scalarKind == .floating
        || compiler.conforms(type, to: "ExpressibleByFloatLiteral")
    case .string, .character:
      guard let nominal = type.nominal else { return false }
      if nominal === Nominal.string || nominal === Nominal.substring { return true }
      if nominal === Nominal.character { return literal == .character }
      return compiler.conforms(type, to: "ExpressibleByStringLiteral")
    }
  }

  /// Tries again to make the pairs equal that waited for associated types.
  func settleDeferred() -> Bool {
    let waiting = deferred
    deferred = []
    for (a, b) in waiting where !unify(a, b) { return false }
    return true
  }
}
