internal import CellSyntax

/// What is done to a place that must be mutable.
enum MutationVerb: Equatable {
  case assignment, mutatingMember, inoutArgument
  /// The left side of `op=`.
  case mutatingOperand
}

/// A change, followed from the place that is changed to what that place is in.
private struct Mutation {
  /// As what a place is changed: for itself, or for a property or an element of it.
  enum Part { case itself, property, element }

  let verb: MutationVerb
  let range: SourceRange
  var part = Part.itself

  func of(_ part: Part) -> Mutation { Mutation(verb: verb, range: range, part: part) }

  /// The change of what has the property that is changed; elements of it are still elements.
  var ofProperty: Mutation { part == .element ? self : of(.property) }

  func message(_ reason: String) -> String {
    switch verb {
    case .assignment:
      switch part {
      case .itself: "cannot assign to value: \(reason)"
      case .property: "cannot assign to property: \(reason)"
      case .element: "cannot assign through subscript: \(reason)"
      }
    case .mutatingMember: "cannot use mutating member on immutable value: \(reason)"
    case .mutatingOperand: "left side of mutating operator isn't mutable: \(reason)"
    case .inoutArgument: "cannot pass immutable value as inout argument: \(reason)"
    }
  }
}

extension BodyChecker {
  /// Reports an expression that cannot be changed.
  func requireMutable(
    _ place: TypedExpression, verb: MutationVerb, at range: SourceRange? = nil
  ) {
    requireMutable(place, Mutation(verb: verb, range: range ?? place.place))
  }

  private func requireMutable(_ place: TypedExpression, _ change: Mutation) {
    switch place.kind {
    case .variable(let symbol): requireMutable(symbol, change)
    case .field(let base, let index):
      guard !refuseConstant(index, of: base, change) else { return }
      requireMutable(base, change.ofProperty)
    case .instanceField(let base, let index):
      guard !refuseConstant(index, of: base, change) else { return }
      requireOwnInstance(base, change)
    case .tupleElement(let base, _), .force(let base), .unwrapInChain(let base),
      .chain(let base, _),
      .reinterpret(let base), .wrap(let base), .strengthen(let base):
      requireMutable(base, change)
    case .lazyField(let stored, _, _): requireMutable(stored, change.of(.itself))
    case .element(let base, _), .dictionaryValue(let base, _), .dictionaryDefault(let base, _, _):
      requireMutable(base, change.of(.element))
    case .staticField(let property, _, _):
      if property.isLet { refuse(property.name, change.ofProperty) }
    case .computed(let use, let arguments):
      requireSettable(use, change.of(arguments.isEmpty ? .property : .element))
    case .error, .discard: break
    case .call, .operation: report(change, "function call returns immutable value")
    case .constant: report(change, "this is a constant of the library")
    case .metatype: report(change, "a type is not a value to change")
    default: report(change, "it is not a place to be changed")
    }
  }

  private func report(_ change: Mutation, _ reason: String) {
    report(change.message(reason), at: change.range)
  }

  /// Reports the change of what `let` declares.
  private func refuse(_ name: String, _ change: Mutation) {
    report(change, "'\(name)' is a 'let' constant")
  }

  private func requireMutable(_ symbol: VariableSymbol, _ change: Mutation) {
    let isFirstValue =
      symbol.name != "self" && !symbol.hasInitialValue && change.verb == .assignment
      && change.part == .itself && !compiler.wasGivenValue(symbol)
    if symbol.isInout || !symbol.isLet || isFirstValue {
      markMutated(symbol, change.range)
    } else if symbol.name == "self" {
      report(change, "'self' is immutable")
    } else {
      refuse(symbol.name, change)
    }
  }

  /// Reports the change of a property or an element that nothing sets, or whose owner must not change.
  private func requireSettable(_ use: AccessorUse, _ change: Mutation) {
    if use.setter == nil {
      let isProperty = change.part == .property
      report(
        change, isProperty ? "'\(name(of: use))' is a get-only property" : "subscript is get-only")
    } else if let receiver = use.receiver, !use.isReference {
      requireMutable(receiver, change)
    }
  }

  /// Reports the change of an instance of which each concurrent call has a copy.
  private func requireOwnInstance(_ base: TypedExpression, _ change: Mutation) {
    guard let symbol = base.variable, isSharedByConcurrentCode(symbol) else { return }
    report(
      "mutation of captured instance '\(symbol.name)' in concurrently-executing code: each call "
        + "has a copy, which would be lost", at: change.range)
  }

  /// Reports a stored property that cannot be changed any more; whether it is one.
  private func refuseConstant(
    _ index: Int, of base: TypedExpression, _ change: Mutation
  ) -> Bool {
    guard let name = constantField(index, of: base) else { return false }
    refuse(name, change.ofProperty)
    return true
  }

  /// The name of a stored property that cannot be changed any more; nil where it can.
  private func constantField(_ index: Int, of base: TypedExpression) -> String? {
    guard
      let property = compiler.storedProperties(of: deep(base.type)).dropFirst(index).first?
        .property, property.isLet, !isInitializing(base)
    else { return nil }
    return property.name
  }

  private func markMutated(_ symbol: VariableSymbol, _ range: SourceRange) {
    symbol.isMutated = true
    if isSharedByConcurrentCode(symbol) {
      report("mutation of captured var '\(symbol.name)' in concurrently-executing code", at: range)
    }
  }

  /// Whether a variable belongs to code around a closure that is called on several threads at once.
  private func isSharedByConcurrentCode(_ symbol: VariableSymbol) -> Bool {
    var next: FunctionScope? = scope
    while let current = next, current !== symbol.owner {
      if current.isConcurrent { return true }
      next = current.parent
    }
    return false
  }

  private func name(of use: AccessorUse) -> String {
    let symbol: FunctionSymbol
    switch use.getter {
    case .function(let reference): symbol = reference.symbol
    case .dynamic(let requirement, _), .ofType(let requirement, _, _): symbol = requirement
    case .value: return "property"
    }
    guard let owner = symbol.owner else { return "property" }
    for (name, members) in compiler.memberTable(of: owner).members {
      for case .property(let property) in members where property.getter == symbol { return name }
    }
    return "property"
  }

  /// Whether a value is the one that the initialiser around is making.
  private func isInitializing(_ base: TypedExpression) -> Bool {
    guard scope.outermost.isInitializer || selfScope?.isInitializer == true else { return false }
    if case .variable(let symbol) = base.kind { return symbol.name == "self" }
    return false
  }
}

extension TypedExpression {
  /// The variable whose instance a place is in, through its properties.
  fileprivate var variable: VariableSymbol? {
    switch kind {
    case .variable(let symbol): symbol
    case .field(let base, _), .instanceField(let base, _), .tupleElement(let base, _),
      .force(let base), .reinterpret(let base):
      base.variable
    default: nil
    }
  }
}
