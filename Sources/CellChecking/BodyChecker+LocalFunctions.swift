internal import CellSyntax

/// Functions within functions.
extension BodyChecker {
  /// Declares the functions and types of a block before its statements are checked.
  func hoist(_ statements: [Statement]) {
    guard !isCellLevel else { return }
    let declarations = statements.compactMap(\.declaration)
    let local = LocalScope()
    let context = LexicalContext(.local(local), parent: scope.types.context, source: source)
    let known = localTypes.count
    for case .type(let node) in declarations {
      let nominal = compiler.nominal(node, context: context, parent: nil)
      scope.declare(node.name, .symbol(.type(nominal)))
      localTypes.append(nominal)
    }
    for case .alias(let node) in declarations {
      scope.declare(node.name, .symbol(.alias(AliasSymbol(node, context: context))))
    }
    if !declarations.isEmpty { local.names = localNames }
    for case .function(let node) in declarations { hoistFunction(node, context) }
    localTypes[known...].forEach(compiler.checkContainment)
  }

  func hoistFunction(_ node: FunctionDeclaration, _ context: LexicalContext) {
    if !node.generics.parameters.isEmpty {
      let symbol = FunctionSymbol(node.name, node, context: context)
      scope.declare(node.name, .functions([symbol]))
      return
    }
    let signature = localSignature(node)
    let symbol = VariableSymbol(
      node.name, .function(signature.functionType), isLet: true, range: node.range, owner: scope)
    symbol.isFunction = true
    symbol.signature = signature
    scope.declare(node.name, .variable(symbol))
  }

  func localSignature(_ node: FunctionDeclaration) -> Signature {
    var signature = Signature()
    signature.parameters = node.parameters.map { parameter in
      var type = resolve(parameter.type)
      if parameter.isAutoclosure, case .function(let function) = type { type = function.result }
      return .init(
        label: parameter.label, name: parameter.name, type: type,
        defaultValue: parameter.defaultValue, isVariadic: parameter.isVariadic,
        isInout: parameter.isInout, isAutoclosure: parameter.isAutoclosure)
    }
    signature.result = node.result.map(resolve) ?? .void
    signature.isThrowing = node.isThrowing
    return signature
  }

  /// The body of a local function: a closure in a variable.
  func localFunction(
    _ node: FunctionDeclaration, name: String? = nil, signature given: Signature? = nil
  ) -> TypedStatement.Kind {
    if name != nil {
      let signature = given ?? localSignature(node)
      let symbol = VariableSymbol(
        name ?? "", .function(signature.functionType), isLet: true, range: node.range, owner: scope)
      symbol.isFunction = true
      symbol.signature = signature
      scope.declare(symbol.name, .variable(symbol))
    }
    guard case .variable(let symbol)? = scope.lookUp(name ?? node.name), let body = node.body,
      let signature = symbol.signature
    else { return .nothing }
    let function = TypedFunction(node.fullName, range: node.range, source: source)
    function.selfReference = symbol
    function.result = signature.result
    function.isThrowing = node.isThrowing
    let inner = FunctionScope(
      parent: scope, function: function, types: scope.types, result: signature.result,
      isThrowing: node.isThrowing)
    inner.thrown = node.thrown.map(resolve)
    retained.append(inner)
    for parameter in signature.parameters {
      let variable = VariableSymbol(
        parameter.name,
        parameter.isAutoclosure
          ? .function(FunctionType(parameters: [], result: parameter.type)) : parameter.innerType,
        isLet: !parameter.isInout, range: node.range, owner: inner)
      variable.isInout = parameter.isInout
      function.parameters.append(variable)
      inner.declare(parameter.name, .variable(variable))
    }
    let outer = scope
    scope = inner
    inner.word = "local function"
    function.body = functionBody(body, result: signature.result, range: node.end ?? node.range)
    scope = outer
    let closure = TypedExpression(.closure(function), symbol.type, node.range)
    return .variable(symbol, closure)
  }

  /// Local functions that need nothing of their own block come first, so that they can be called before
  /// their place.
  func hoistedFunctions(_ statements: [TypedStatement]) -> [TypedStatement] {
    guard !isCellLevel else { return statements }
    var declared: Set<ObjectIdentifier> = []
    let parts = statements.flatMap { statement in
      if case .declarations(let parts) = statement.kind { parts } else { [statement] }
    }
    for statement in parts {
      if case .variable(let symbol, _) = statement.kind, !symbol.isFunction {
        declared.insert(ObjectIdentifier(symbol))
      }
      if case .bind(let pattern, _) = statement.kind {
        _ = pattern.rebound { symbol in
          declared.insert(ObjectIdentifier(symbol))
          return symbol
        }
      }
    }
    var first: [TypedStatement] = []
    var rest: [TypedStatement] = []
    for statement in statements {
      if case .variable(let symbol, let value?) = statement.kind, symbol.isFunction,
        case .closure(let function) = value.kind,
        !function.captures.contains(where: { declared.contains(ObjectIdentifier($0)) })
      {
        first.append(statement)
      } else {
        rest.append(statement)
      }
    }
    return first + rest
  }
}
