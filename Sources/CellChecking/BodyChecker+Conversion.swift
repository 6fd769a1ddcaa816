package import CellSyntax

/// Why a value must have a type: decides the words when it has not.
package enum ConversionContext: Equatable {
  case initialization
  case argument
  case returning
  case assignment
  case condition
  /// An operand of `&&`, `||` or, negated, `!`.
  case truth(negated: Bool)
  case closureResult
  case arrayElement
  case dictionaryKey
  case dictionaryValue
  case tupleElement
  case coercion
  case throwing
  case branch
  case interpolation
  case defaultArgument
  case pattern
}

extension BodyChecker {
  /// Checks an expression that must have a type, converting where Swift does.
  package func check(
    _ expression: Expression, as type: Type, _ context: ConversionContext
  ) -> TypedExpression {
    if case .nilLiteral = expression.kind {
      let wanted = shallow(type)
      if case .variable = wanted {
      } else if !wanted.isOptional, !wanted.isError,
        !(wanted.nominal?.declaration != nil
          && compiler.conforms(wanted, to: "ExpressibleByNilLiteral"))
      {
        return fail(nilMessage(wanted, context), at: expression.range)
      }
    }
    return whole(expression, .value(type)) {
      convert(check(expression, expecting: type), to: type, context)
    }
  }

  /// Converts a checked value to a type, or reports that it cannot be.
  func convert(
    _ value: TypedExpression, to type: Type, _ context: ConversionContext
  ) -> TypedExpression {
    if let result = conversion(of: value, to: type) { return result }
    let actual = deep(value.type)
    let wanted = deep(type)
    if actual.scalarKind == .integer || isIntegerLiteral(actual), wanted == .bool {
      switch context {
      case .condition, .truth:
        let test = context == .truth(negated: true) ? "== 0" : "!= 0"
        return fail(
          "type '\(final(actual))' cannot be used as a boolean; test for '\(test)' instead",
          at: value.place)
      default: break
      }
    }
    if let wrapped = actual.optionalWrapped, !wanted.isOptional, canConvert(wrapped, to: wanted),
      let mistake = failIfOptional(value, actual, withAdvice: true)
    {
      return mistake
    }
    return fail(mismatchMessage(actual, wanted, context), at: value.place)
  }

  private func isIntegerLiteral(_ type: Type) -> Bool {
    if case .variable(let variable) = type { return variable.literal == .integer }
    return false
  }

  /// Whether a value of one type could be converted to another.
  func canConvert(_ actual: Type, to wanted: Type) -> Bool {
    tentatively {
      conversion(of: TypedExpression(.error, actual, .none), to: wanted) != nil
    }
  }

  /// The value as one of another type; `nil` when it cannot be.
  func conversion(of value: TypedExpression, to type: Type) -> TypedExpression? {
    let actual = shallow(value.type)
    let wanted = shallow(type)
    if actual.isError || wanted.isError { return value }
    if value.isImplicit, actual.isOptional, !wanted.isOptional {
      switch wanted {
      case .variable, .existential: break
      default: return conversion(of: forcedIfImplicit(value), to: wanted)
      }
    }
    if let wrapped = wanted.optionalWrapped {
      return conversionToOptional(value, actual, wrapped, wanted)
    }
    if case .existential(let protocols) = wanted {
      return erasure(value, actual, protocols, wanted)
    }
    if actual.isNever, !wanted.isNever {
      return TypedExpression(.reinterpret(value), wanted, value.range)
    }
    switch (actual, wanted) {
    case (.existential, .nominal(let b, _)) where b.kind == .class:
      return upcast(value, actual, wanted)
    case (.nominal, .nominal): return nominalConversion(value, actual, wanted)
    case (.metatype(let x), .metatype(let y)): return metatypeConversion(value, x, y, wanted)
    case (.function(let x), .function(let y)): return functionConversion(value, x, y, wanted)
    case (.tuple(let x), .tuple(let y)):
      return tupleConversion(value, x, y, wanted)
    case (.variable(let variable), _) where variable.literal != nil && wanted.isAnyHashable:
      return hashable(value, actual, wanted)
    default:
      let start = trail.count
      if unify(actual, wanted) { return value }
      undo(to: start)
      return nil
    }
  }

  /// A value of a declared type as one of a declared type.
  private func nominalConversion(
    _ value: TypedExpression, _ actual: Type, _ wanted: Type
  ) -> TypedExpression? {
    guard case .nominal(let own, let arguments) = actual,
      case .nominal(let other, let otherArguments) = wanted
    else { return nil }
    if wanted.isAnyHashable, !actual.isAnyHashable { return hashable(value, actual, wanted) }
    if own == other, arguments.count == otherArguments.count {
      let start = trail.count
      if zip(arguments, otherArguments).allSatisfy({ unify($0, $1) }) { return value }
      undo(to: start)
      return convertedElements(value, actual, wanted)
    }
    if own.kind == .class, other.kind == .class { return upcast(value, actual, wanted) }
    if other.name.hasPrefix("_Opaque"), let base = otherArguments.first, unify(actual, base) {
      return TypedExpression(.structure([value]), wanted, value.range)
    }
    guard other == .array, let array = arrayOfReversed(value) else { return nil }
    return conversion(of: array, to: wanted)
  }

  /// A value that can be hashed as `AnyHashable`.
  private func hashable(
    _ value: TypedExpression, _ actual: Type, _ wanted: Type
  ) -> TypedExpression? {
    guard compiler.conforms(settled(actual), to: "Hashable") else { return nil }
    let base = TypedExpression(.erase(value), .any, value.range)
    return TypedExpression(.structure([base]), wanted, value.range)
  }

  /// A type as one of those above it, or of those with a protocol.
  private func metatypeConversion(
    _ value: TypedExpression, _ x: Type, _ y: Type, _ wanted: Type
  ) -> TypedExpression? {
    let start = trail.count
    if unify(x, y) { return value }
    undo(to: start)
    let actual = deep(x)
    let isAbove =
      if case .existential(let protocols) = shallow(y) {
        protocols.allSatisfy { compiler.conforms(actual, to: $0) }
      } else {
        compiler.isSubclass(actual, of: deep(y))
      }
    return isAbove ? TypedExpression(.reinterpret(value), wanted, value.range) : nil
  }

  private func conversionToOptional(
    _ value: TypedExpression, _ actual: Type, _ wrapped: Type, _ wanted: Type
  ) -> TypedExpression? {
    if let inner = actual.optionalWrapped {
      let start = trail.count
      if unify(inner, wrapped) { return value }
      undo(to: start)
      // A `nil` that is wrapped once more is a value.
      if shallow(wrapped).isOptional, unify(actual, wrapped) { return wrap(value, wrapped, wanted) }
      undo(to: start)
      guard let function = elementConversion(from: inner, to: wrapped, at: value.range) else {
        // `Int?` as `Int??`.
        return wrap(value, wrapped, wanted)
      }
      return TypedExpression(.convertEach(value, function), wanted, value.range)
    }
    if case .variable(let variable) = actual, variable.literal == nil {
      return unify(actual, wanted) ? value : nil
    }
    return wrap(value, wrapped, wanted)
  }

  private func wrap(
    _ value: TypedExpression, _ wrapped: Type, _ wanted: Type
  ) -> TypedExpression? {
    guard let inner = conversion(of: value, to: wrapped) else { return nil }
    return TypedExpression(.wrap(inner), wanted, value.range)
  }

  private func erasure(
    _ value: TypedExpression, _ actual: Type, _ protocols: [Nominal], _ wanted: Type
  ) -> TypedExpression? {
    if case .existential(let own) = actual {
      if Set(own) == Set(protocols) { return value }
      guard protocols.allSatisfy({ compiler.conforms(actual, to: $0) }) else { return nil }
      return TypedExpression(.reinterpret(value), wanted, value.range)
    }
    if case .variable(let variable) = actual, variable.literal == nil {
      return unify(actual, wanted) ? value : nil
    }
    var concrete = settled(actual)
    for (name, type) in protocols.compactMap(\.constrained).flatMap(\.types) {
      // Literals are of the type that is asked for.
      if let own = compiler.memberType(name, of: concrete) { _ = attemptUnify(own, type) }
      concrete = deep(concrete)
    }
    guard protocols.allSatisfy({ compiler.conforms(concrete, to: $0) }) else { return nil }
    return TypedExpression(.erase(value), wanted, value.range)
  }

  private func upcast(
    _ value: TypedExpression, _ actual: Type, _ wanted: Type
  ) -> TypedExpression? {
    var next = compiler.superclass(of: actual)
    while let current = next {
      let start = trail.count
      if unify(current, wanted) { return TypedExpression(.reinterpret(value), wanted, value.range) }
      undo(to: start)
      next = compiler.superclass(of: current)
    }
    return nil
  }
}

// MARK: - Words

extension BodyChecker {
  private func nilMessage(_ wanted: Type, _ context: ConversionContext) -> String {
    let wanted = deep(wanted)
    switch context {
    case .initialization: return "'nil' cannot initialize specified type '\(wanted)'"
    case .argument: return "'nil' is not compatible with expected argument type '\(wanted)'"
    case .returning: return "'nil' is incompatible with return type '\(wanted)'"
    case .assignment: return "'nil' cannot be assigned to type '\(wanted)'"
    case .condition: return "'nil' is not compatible with expected condition type 'Bool'"
    case .closureResult: return "'nil' is not compatible with closure result type '\(wanted)'"
    case .arrayElement: return "'nil' is not compatible with expected element type '\(wanted)'"
    case .dictionaryKey:
      return "'nil' is not compatible with expected dictionary key type '\(wanted)'"
    case .dictionaryValue:
      return "'nil' is not compatible with expected dictionary value type '\(wanted)'"
    default: return "'nil' is not compatible with expected type '\(wanted)'"
    }
  }

  func mismatchMessage(
    _ actual: Type, _ wanted: Type, _ context: ConversionContext
  ) -> String {
    switch context {
    case .initialization:
      return "cannot convert value of type '\(actual)' to specified type '\(wanted)'"
    case .argument:
      if case .existential(let protocols) = wanted, let first = protocols.first {
        return "argument type '\(actual)' does not conform to expected type '\(first.name)'"
      }
      return "cannot convert value of type '\(actual)' to expected argument type '\(wanted)'"
    case .returning:
      return "cannot convert return expression of type '\(actual)' to return type '\(wanted)'"
    case .assignment: return "cannot assign value of type '\(actual)' to type '\(wanted)'"
    case .condition:
      return "cannot convert value of type '\(actual)' to expected condition type 'Bool'"
    case .closureResult:
      return "cannot convert value of type '\(actual)' to closure result type '\(wanted)'"
    case .arrayElement:
      return "cannot convert value of type '\(actual)' to expected element type '\(wanted)'"
    case .dictionaryKey:
      return "cannot convert value of type '\(actual)' to expected dictionary key type '\(wanted)'"
    case .dictionaryValue:
      return
        "cannot convert value of type '\(actual)' to expected dictionary value type '\(wanted)'"
    case .tupleElement, .branch, .interpolation, .pattern, .truth:
      return "cannot convert value of type '\(actual)' to expected type '\(wanted)'"
    case .coercion:
      return "cannot convert value of type '\(actual)' to type '\(wanted)' in coercion"
    case .throwing: return "thrown expression type '\(actual)' does not conform to 'Error'"
    case .defaultArgument:
      return
        "default argument value of type '\(actual)' cannot be converted to type '\(wanted)'"
    }
  }
}
