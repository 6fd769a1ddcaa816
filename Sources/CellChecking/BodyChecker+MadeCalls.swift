internal import CellSyntax

/// The typed tree of a call whose arguments have been checked.
extension BodyChecker {
  func make(
    _ candidate: Candidate, _ arguments: [TypedArgument], _ result: Type,
    _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    switch candidate.target {
    case .enumCase(let symbol):
      return enumeration(symbol, arguments.map(\.value), result, range)
    case .memberwise: return makeMemberwise(candidate, arguments, range)
    case .value(let function, _):
      return TypedExpression(.call(.value(function), arguments), result, range)
    case .function(let symbol):
      if symbol.isInitializer {
        return makeInitializer(symbol, candidate, arguments, result, substitution, range)
      }
      return makeFunction(symbol, candidate, arguments, result, substitution, range)
    }
  }

  func makeFunction(
    _ symbol: FunctionSymbol, _ candidate: Candidate, _ arguments: [TypedArgument],
    _ result: Type, _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    var arguments = arguments
    if let receiver = candidate.receiver, !symbol.isStatic {
      if symbol.isMutating {
        requireMutable(receiver, verb: .mutatingMember, at: candidate.nameRange)
      }
      if let operation = symbol.native?.operation, arguments.count <= 1 {
        if !operation.isChange {
          return TypedExpression(
            .operation(operation, [receiver] + arguments.map(\.value)), result, range)
        }
        if operation == .concatenate || settled(receiver.type).arrayElement != nil {
          return compound(operation, receiver, arguments[0].value, range)
        }
      }
      arguments.insert(TypedArgument(value: receiver, isInout: symbol.isMutating), at: 0)
    } else if let operation = symbol.native?.operation {
      return TypedExpression(.operation(operation, arguments.map(\.value)), result, range)
    }
    let callee = callee(
      symbol, substitution, owner: deep(candidate.owner), isSuper: candidate.isSuper)
    return TypedExpression(.call(callee, arguments), result, range)
  }

  func makeInitializer(
    _ symbol: FunctionSymbol, _ candidate: Candidate, _ arguments: [TypedArgument],
    _ result: Type, _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    if let operation = symbol.native?.operation {
      return TypedExpression(.operation(operation, arguments.map(\.value)), result, range)
    }
    var arguments = arguments
    var type = result
    if symbol.owner?.kind == .class {
      // The instance is made first; the initialiser, perhaps of a class above, fills it.
      let owner = candidate.owner
      let instance = candidate.receiver ?? newInstance(owner, range)
      arguments.insert(TypedArgument(value: instance), at: 0)
      let isFailable = shallow(result).isOptional
      type = isFailable ? .optional(owner) : owner
      return TypedExpression(
        .call(.function(FunctionReference(symbol: symbol, substitution: substitution)), arguments),
        type, range)
    }
    type = result
    return TypedExpression(
      .call(.function(FunctionReference(symbol: symbol, substitution: substitution)), arguments),
      type, range)
  }

  func makeMemberwise(
    _ candidate: Candidate, _ arguments: [TypedArgument], _ range: SourceRange
  ) -> TypedExpression {
    let type = candidate.owner
    guard let nominal = type.nominal else { return wrong(range) }
    if nominal.kind == .class { return candidate.receiver ?? newInstance(type, range) }
    var values: [TypedExpression] = []
    var rest = arguments[...]
    for property in compiler.memberTable(of: nominal).stored {
      if property.isLazy {
        values.append(TypedExpression(.unit, .void, range))
      } else if property.isLet, property.node.initializer != nil {
        values.append(initialValue(of: property, in: type, range) ?? wrong(range))
      } else if let next = rest.popFirst() {
        values.append(stored(next.value, in: property))
      }
    }
    return TypedExpression(.structure(values), type, range)
  }
}
