internal import CellSyntax

extension BodyChecker {
  /// A declaration among statements.
  func declaration(_ node: Declaration, _ range: SourceRange) -> TypedStatement.Kind {
    switch node {
    case .variable(let variable): return variables(variable)
    case .function(let function): return isCellLevel ? .nothing : localFunction(function)
    case .type, .alias, .nothing, .extension: return .nothing
    case .subscript, .cases, .associatedType:
      report("this declaration is only valid inside a type", at: range)
      return .nothing
    }
  }

  // MARK: - Variables

  private func variables(_ node: VariableDeclaration) -> TypedStatement.Kind {
    var statements: [TypedStatement] = []
    for binding in node.bindings {
      let kind = variable(binding, isLet: node.isLet, node)
      statements.append(TypedStatement(kind: kind, range: binding.pattern.range))
    }
    return statements.count == 1 ? statements[0].kind : .declarations(statements)
  }

  private func variable(
    _ binding: VariableDeclaration.Binding, isLet: Bool, _ node: VariableDeclaration
  ) -> TypedStatement.Kind {
    if let accessors = binding.accessors { return computed(binding, accessors, node) }
    let annotation = binding.type.map(resolve)
    guard let initializer = binding.initializer else {
      return uninitialized(binding, annotation, isLet: isLet, node)
    }
    if node.modifiers.contains(.isLazy), !isCellLevel {
      return lazyVariable(binding, annotation, initializer)
    }
    var value: TypedExpression
    if let annotation {
      value = check(initializer, as: annotation, .initialization)
      if value.type.isError { value = TypedExpression(.error, annotation, value.range) }
    } else {
      value = check(initializer)
      value = settledInitial(value, binding)
      settleLiterals(value.type)
      if node.modifiers.makesOptional, !shallow(value.type).isOptional {
        value = convert(value, to: .optional(value.type), .initialization)
      }
    }
    var type = annotation ?? value.type
    if let mismatch = lengthMismatch(binding.pattern, type) {
      report(mismatch, at: value.range)
      type = .error
    }
    isBindingCellVariables = true
    isDeclaringStatement = true
    let typed = pattern(binding.pattern, type)
    isBindingCellVariables = false
    isDeclaringStatement = false
    if case .binding(let symbol) = typed {
      symbol.isLet = isLet
      symbol.isImplicit = binding.type?.isImplicit ?? false
      if node.modifiers.contains(.isWeak) { value = weak(symbol, value) }
      return .variable(symbol, value)
    }
    return .bind(typed, value)
  }

  /// The first value of a variable that holds its instance weakly.
  private func weak(_ symbol: VariableSymbol, _ value: TypedExpression) -> TypedExpression {
    symbol.isWeak = true
    compiler.environment.hasWeakReferences = true
    return TypedExpression(.weaken(value), value.type, value.range)
  }

  /// What is wrong when a tuple is taken apart into more or fewer names than it has elements.
  private func lengthMismatch(_ pattern: Pattern, _ type: Type) -> String? {
    guard case .tuple(let names) = pattern.kind, case .tuple(let elements) = shallow(type),
      names.count != elements.count
    else { return nil }
    let shown = elements.map { "\(final($0.type))" }
    let wanted = names.indices.map { $0 < shown.count ? shown[$0] : "_" }
    return
      "'(\(shown.joined(separator: ", ")))' is not convertible to '(\(wanted.joined(separator: ", ")))', tuples have a different number of elements"
  }

  /// What a variable without annotation is made of must be known at its declaration.
  private func settledInitial(
    _ value: TypedExpression, _ binding: VariableDeclaration.Binding
  ) -> TypedExpression {
    let type = shallow(value.type)
    if case .metatype(let instance) = type, case .metatype = value.kind,
      case .name? = binding.initializer?.kind
    {
      report(
        "expected member name or initializer call after type name", at: value.range)
      _ = instance
      return wrong(value.range)
    }
    let known = deep(type)
    let isOpen = known.contains {
      if case .variable(let variable) = $0 { return variable.literal == nil }
      return false
    }
    guard isOpen else { return value }
    switch value.kind {
    case .array(let parts) where parts.isEmpty:
      return fail("empty collection literal requires an explicit type", at: value.range)
    case .dictionary(let parts) where parts.isEmpty:
      return fail("empty collection literal requires an explicit type", at: value.range)
    case .none: return fail("'nil' requires a contextual type", at: value.range)
    default:
      // A later statement may still say it, within the same function.
      return value
    }
  }

  private func uninitialized(
    _ binding: VariableDeclaration.Binding, _ annotation: Type?, isLet: Bool,
    _ node: VariableDeclaration
  ) -> TypedStatement.Kind {
    guard let annotation else {
      report("type annotation missing in pattern", at: binding.pattern.range)
      for name in binding.pattern.boundNames {
        _ = declareVariable(name, .error, isLet: isLet, binding.pattern.range)
      }
      return .nothing
    }
    isBindingCellVariables = true
    isDeclaringStatement = true
    let typed = pattern(binding.pattern, annotation)
    isBindingCellVariables = false
    isDeclaringStatement = false
    guard case .binding(let symbol) = typed else { return .nothing }
    symbol.isLet = isLet
    symbol.isImplicit = binding.type?.isImplicit ?? false
    symbol.hasInitialValue = false
    if annotation.isOptional, !isLet {
      let empty = TypedExpression(.none, annotation, binding.pattern.range)
      guard node.modifiers.contains(.isWeak) else { return .variable(symbol, empty) }
      return .variable(symbol, weak(symbol, empty))
    }
    return .variable(symbol, nil)
  }

  /// A variable with accessors: a function in disguise.
  private func computed(
    _ binding: VariableDeclaration.Binding, _ accessors: Accessors, _ node: VariableDeclaration
  ) -> TypedStatement.Kind {
    if accessors.isObserver {
      return observed(binding, accessors, node) { variable($0, isLet: false, node) }
    }
    guard case .binding(let name, _) = binding.pattern.kind, let annotation = binding.type ?? nil
    else {
      report("computed property must have an explicit type", at: binding.pattern.range)
      return .nothing
    }
    let type = resolve(annotation)
    guard let getter = accessors.getter else { return .nothing }
    let symbol = declareComputed(name, type, binding.pattern.range)
    if isCellLevel {
      symbol.getter = FunctionSymbol(name, getter, context: scope.types.context)
      symbol.setter = accessors.setter.map {
        FunctionSymbol(name, $0, context: scope.types.context)
      }
      return .nothing
    }
    // Inside a function: a local function that is called where the name stands.
    symbol.localGetter = hiddenName("getter")
    let function = localFunction(getter, name: symbol.localGetter)
    guard let setter = accessors.setter else { return function }
    symbol.localSetter = hiddenName("setter")
    let other = localFunction(setter, name: symbol.localSetter)
    return .declarations(
      [
        TypedStatement(kind: function, range: binding.pattern.range),
        TypedStatement(kind: other, range: binding.pattern.range),
      ])
  }

  func declareComputed(
    _ name: String, _ type: Type, _ range: SourceRange
  ) -> VariableSymbol {
    isBindingCellVariables = true
    defer { isBindingCellVariables = false }
    let symbol = declareVariable(name, type, isLet: false, range)
    symbol.isComputed = true
    return symbol
  }

  /// The types and generic functions declared in the blocks around.
  var localNames: [String: Symbol] {
    var names: [String: Symbol] = [:]
    var next: FunctionScope? = scope
    while let current = next {
      for block in current.blocks.reversed() {
        for case (let name, .symbol(let symbol)) in block where names[name] == nil {
          names[name] = symbol
        }
      }
      next = current.parent
    }
    return names
  }

  // MARK: - Local functions and types

  /// A function's body: a single expression is its value.
  func functionBody(
    _ body: [Statement], result: Type, range: SourceRange
  ) -> [TypedStatement] {
    if body.count == 1, let only = body.first, !shallow(result).isVoid, !scope.isInitializer,
      let value = singleValue(only)
    {
      scope.blocks.append([:])
      defer { scope.blocks.removeLast() }
      scope.tryDepth = 0
      let typed = check(value, expecting: result)
      if shallow(typed.type).isNever {
        return [TypedStatement(kind: .expression(typed), range: only.range)]
      }
      let converted = convert(typed, to: result, .returning)
      return [TypedStatement(kind: .returning(converted), range: only.range)]
    }
    let statements = block(body)
    checkInitialization(statements)
    if !shallow(result).isVoid, !scope.isInitializer, !shallow(result).isError, canFallOff(body) {
      if shallow(result).isNever {
        report(
          "function with uninhabited return type 'Never' is missing call to another never-returning function on all paths",
          at: range)
      } else {
        report(
          "missing return in \(scope.isGetter ? "getter" : scope.word) expected to return '\(final(result))'",
          at: range)
      }
    }
    return statements
  }

  /// Reports local variables that are used before they have a value.
  func checkInitialization(_ statements: [TypedStatement], unset: [VariableSymbol] = []) {
    guard compiler.totalErrorCount == 0 else { return }
    for finding in InitializationCheck(statements, unset: unset).findings {
      report(finding.message, at: finding.range)
    }
  }

}
