internal import CellSyntax

/// What is done to a place that must be mutable.
enum MutationVerb: Equatable {
  case assignment, mutatingMember, inoutArgument
  /// The left side of `op=`.
  case mutatingOperand(String)

  func message(_ reason: String, isProperty: Bool, isSubscript: Bool) -> String {
    switch self {
    case .assignment:
      if isSubscript { return "cannot assign through subscript: \(reason)" }
      return "cannot assign to \(isProperty ? "property" : "value"): \(reason)"
    case .mutatingMember: return "cannot use mutating member on immutable value: \(reason)"
    case .mutatingOperand:
      return "left side of mutating operator isn't mutable: \(reason)"
    case .inoutArgument: return "cannot pass immutable value as inout argument: \(reason)"
    }
  }
}

extension BodyChecker {
  /// Reports an expression that cannot be changed.
  func requireMutable(
    _ place: TypedExpression, verb: MutationVerb, at range: SourceRange? = nil,
    isProperty: Bool = false, isSubscript: Bool = false
  ) {
    let range = range ?? place.place
    func refuse(_ reason: String, asProperty: Bool? = nil, asSubscript: Bool? = nil) {
      let message = verb.message(
        reason, isProperty: asProperty ?? isProperty, isSubscript: asSubscript ?? isSubscript)
      report(message, at: range)
    }
    switch place.kind {
    case .variable(let symbol):
      if symbol.isInout || !symbol.isLet { return markMutated(symbol, range) }
      if symbol.name == "self" {
        refuse("'self' is immutable")
      } else if !symbol.hasInitialValue, verb == .assignment, !isProperty, !isSubscript,
        !compiler.wasGivenValue(symbol)
      {
        markMutated(symbol, range)
      } else {
        refuse("'\(symbol.name)' is a 'let' constant")
      }
    case .field(let base, let index):
      if let name = constantField(index, of: base) {
        return refuse("'\(name)' is a 'let' constant", asProperty: true)
      }
      requireMutable(
        base, verb: verb, at: range, isProperty: !isSubscript, isSubscript: isSubscript)
    case .instanceField(let base, let index):
      if let name = constantField(index, of: base) {
        return refuse("'\(name)' is a 'let' constant", asProperty: true)
      }
      if let symbol = base.variable, isSharedByConcurrentCode(symbol) {
        report(
          "mutation of captured instance '\(symbol.name)' in concurrently-executing code: each call "
            + "has a copy, which would be lost", at: range)
      }
    case .tupleElement(let base, _), .force(let base), .unwrapInChain(let base),
      .chain(let base, _),
      .reinterpret(let base), .wrap(let base), .strengthen(let base):
      requireMutable(base, verb: verb, at: range, isProperty: isProperty, isSubscript: isSubscript)
    case .lazyField(let stored, _, _): requireMutable(stored, verb: verb, at: range)
    case .element(let base, _), .dictionaryValue(let base, _), .dictionaryDefault(let base, _, _):
      requireMutable(base, verb: verb, at: range, isSubscript: true)
    case .staticField(let property, _, _):
      if property.isLet {
        refuse("'\(property.name)' is a 'let' constant", asProperty: true)
      }
    case .computed(let use, let arguments):
      if use.setter == nil {
        let isProperty = arguments.isEmpty
        return refuse(
          isProperty ? "'\(name(of: use))' is a get-only property" : "subscript is get-only",
          asProperty: isProperty, asSubscript: !isProperty)
      }
      if let receiver = use.receiver, !use.isReference {
        requireMutable(
          receiver, verb: verb, at: range, isProperty: arguments.isEmpty,
          isSubscript: !arguments.isEmpty)
      }
    case .error, .discard: break
    case .call, .operation:
      refuse("function call returns immutable value")
    case .constant: refuse("this is a constant of the library")
    case .metatype: refuse("a type is not a value to change")
    default: refuse("it is not a place to be changed")
    }
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
