internal import CellSyntax

extension Compiler {
  /// Checks a function for what stands for its generic parameters; answers what checked it, and whether
  /// nothing in it is wrong.
  package func check(_ reference: FunctionReference) -> (checker: BodyChecker, isRight: Bool) {
    let symbol = reference.symbol
    let checker = beginBody(reference)
    let typed = checker.scope.function
    let errors = totalErrorCount
    if symbol.native != nil || symbol.host != nil {
      typed.body = [callOfItself(reference, typed)]
    } else {
      checkBody(symbol, reference.substitution, checker, typed, typed.result)
      if reference.substitution.isEmpty { checker.localTypes.forEach(checkMembers) }
    }
    return (checker, totalErrorCount == errors)
  }

  /// Whether a function is what a protocol that inherits from `_DrawsByNumber` asks for by number.
  package func drawsByNumber(_ symbol: FunctionSymbol, _ substitution: Substitution) -> Bool {
    guard let owner = symbol.owner, owner.kind != .protocol, !symbol.isStatic,
      signature(of: symbol).parameters.map(\.type) == [.int],
      let marker = standardProtocol("_DrawsByNumber")
    else { return false }
    let type = selfType(of: owner, substitution)
    guard conforms(type, to: marker) else { return false }
    return protocols(of: type).contains { declaring in
      conforms(.existential([declaring]), to: marker)
        && memberTable(of: declaring).members[symbol.name, default: []].contains { member in
          guard case .function(let wanted) = member, member.isRequirement else { return false }
          return wanted.declaration.fullName == symbol.declaration.fullName
        }
    }
  }

  /// Checks the body of a function, whose generic parameters stand for themselves; answers what checked
  /// it.
  func checkedBody(of symbol: FunctionSymbol) -> BodyChecker {
    let checker = beginBody(FunctionReference(symbol: symbol, substitution: [:]))
    checkBody(symbol, [:], checker, checker.scope.function, checker.scope.function.result)
    return checker
  }

  /// The same where the result is yet to be found.
  func checkedBody(of reference: FunctionReference, result: Type) -> BodyChecker {
    let checker = beginBody(reference)
    checker.scope.result = result
    checkBody(
      reference.symbol, reference.substitution, checker, checker.scope.function, result)
    return checker
  }

  /// What checks the body of a function, with its parameters declared.
  private func beginBody(_ reference: FunctionReference) -> BodyChecker {
    let symbol = reference.symbol
    let signature = signature(of: symbol)
    let source = symbol.context.source
    let typed = TypedFunction(name(of: symbol), range: symbol.declaration.range, source: source)
    let types = TypeScope(
      context: signature.context ?? symbol.context, substitution: reference.substitution)
    let result =
      opaqueResult(of: symbol, reference.substitution)
      ?? substitute(signature.result, reference.substitution)
    let scope = FunctionScope(
      parent: nil, function: typed, types: types, result: result,
      isThrowing: symbol.declaration.isThrowing)
    scope.thrown = signature.thrown.map { substitute($0, reference.substitution) }
    let checker = BodyChecker(self, scope: scope, source: source)
    checker.root = .function(reference)
    typed.result = result
    declareSelf(symbol, reference.substitution, scope, typed)
    for parameter in signature.parameters {
      var type = substitute(parameter.innerType, reference.substitution)
      if parameter.isAutoclosure {
        type = .function(
          FunctionType(parameters: [], result: type, isThrowing: parameter.isThrowing))
      }
      let variable = VariableSymbol(
        parameter.name, type, isLet: !parameter.isInout, range: symbol.declaration.range,
        owner: scope)
      variable.isInout = parameter.isInout
      typed.parameters.append(variable)
      scope.declare(parameter.name, .variable(variable))
    }
    if let property = environment.accessorsOf[symbol] { scope.observed = property }
    if case .getter = symbol.declaration.kind { scope.isGetter = true }
    if symbol.owner != nil { scope.word = symbol.isStatic ? "static method" : "instance method" }
    return checker
  }

  /// Checks the function that makes an instance of a class with the initial values of its properties;
  /// answers what checked it.
  package func checkAllocator(of type: Type) -> BodyChecker? {
    guard let nominal = type.nominal, let context = nominal.context else { return nil }
    let range = nominal.declaration?.range ?? .none
    let typed = TypedFunction("init", range: range, source: context.source)
    let scope = FunctionScope(
      parent: nil, function: typed, types: TypeScope(context: context), result: type,
      isThrowing: false)
    let checker = BodyChecker(self, scope: scope, source: context.source)
    checker.root = .allocator(type)
    typed.result = type
    typed.body = [TypedStatement(kind: .returning(checker.newInstance(type, range)), range: range)]
    return checker
  }

  private func name(of symbol: FunctionSymbol) -> String {
    let owner = symbol.owner.map { "\($0.qualifiedName)." } ?? ""
    switch symbol.declaration.kind {
    case .function, .initializer: return owner + symbol.declaration.fullName
    default: return owner + symbol.name
    }
  }

  private func declareSelf(
    _ symbol: FunctionSymbol, _ substitution: Substitution, _ scope: FunctionScope,
    _ typed: TypedFunction
  ) {
    guard let owner = symbol.owner else { return }
    guard !symbol.isStatic || symbol.isInitializer else {
      scope.isStaticContext = true
      return
    }
    let type = selfType(of: owner, substitution)
    let isClass = owner.kind == .class
    let variable = VariableSymbol(
      "self", type, isLet: isClass || !symbol.isMutating, range: symbol.declaration.range,
      owner: scope)
    scope.selfSymbol = variable
    if symbol.isInitializer {
      scope.isInitializer = true
      scope.result = type
      typed.returnsSelf = variable
      if case .initializer(let isFailable) = symbol.declaration.kind {
        typed.isFailableInit = isFailable
      }
      if isClass {
        typed.parameters.insert(variable, at: 0)
      } else {
        variable.isLet = false
        variable.hasInitialValue = false
      }
      return
    }
    variable.isInout = symbol.isMutating
    typed.parameters.insert(variable, at: 0)
  }

  private func checkBody(
    _ symbol: FunctionSymbol, _ substitution: Substitution, _ checker: BodyChecker,
    _ typed: TypedFunction, _ result: Type
  ) {
    guard let body = symbol.declaration.body else {
      report(
        "'\(symbol.declaration.fullName)' has no body", at: symbol.declaration.range,
        in: symbol.context.source)
      return
    }
    let range = symbol.declaration.end ?? symbol.declaration.range
    var statements: [TypedStatement] = []
    let scope = checker.scope
    checker.checkInitializer(symbol, body, range)
    if symbol.isInitializer, let owner = symbol.owner, let variable = scope.selfSymbol {
      let type = variable.type
      if owner.kind == .structure {
        let initial = checker.initialFields(of: type, range)
        statements.append(TypedStatement(kind: .variable(variable, initial), range: range))
      } else if owner.kind == .enumeration {
        statements.append(TypedStatement(kind: .variable(variable, nil), range: range))
      }
      statements += checker.functionBody(body, result: .void, range: range)
      if owner.kind == .class, let call = checker.implicitSuperInit(body, type, symbol, range) {
        statements.append(call)
      }
    } else {
      statements += checker.functionBody(body, result: result, range: range)
    }
    typed.body = statements
  }

  /// A function that is written in Swift as one that can be passed around: it calls it.
  private func callOfItself(
    _ reference: FunctionReference, _ typed: TypedFunction
  ) -> TypedStatement {
    let arguments = typed.parameters.map { parameter in
      TypedArgument(
        value: TypedExpression(.variable(parameter), parameter.type, typed.range),
        isInout: parameter.isInout)
    }
    let call = TypedExpression(
      .call(.function(reference), arguments), typed.result, typed.range)
    return TypedStatement(
      kind: typed.result.isVoid ? .expression(call) : .returning(call), range: typed.range)
  }

  // MARK: - Types of properties

  /// The type of a property without annotation, from its initial value.
  func inferredType(of symbol: PropertySymbol) -> Type {
    guard let initializer = symbol.node.initializer else { return .error }
    let inquiry = inquiry
    defer { self.inquiry = inquiry }
    if symbol.context.source !== inquiry?.source { self.inquiry = nil }
    let typed = TypedFunction(
      "initial value", range: initializer.range, source: symbol.context.source)
    let scope = FunctionScope(
      parent: nil, function: typed, types: TypeScope(context: symbol.context), result: .void,
      isThrowing: false)
    scope.isStaticContext = true
    if symbol.isLazy, !symbol.isStatic {
      // What a lazy property is made of may be said of the instance.
      scope.isStaticContext = false
      scope.selfSymbol = VariableSymbol(
        "self", selfType(of: symbol.owner, [:]), isLet: false, range: initializer.range,
        owner: scope)
    }
    let checker = BodyChecker(self, scope: scope, source: symbol.context.source)
    checker.isFindingType = true
    let hint = symbol.node.type.map { resolve($0, in: TypeScope(context: symbol.context)) }
    let value =
      hint.map { checker.check(initializer, as: $0, .initialization) } ?? checker.check(initializer)
    let part = checker.part(symbol.name, of: symbol.node.pattern, value) ?? value
    let type = checker.final(part.type)
    return symbol.declaration.modifiers.makesOptional && !type.isOptional ? .optional(type) : type
  }

  // MARK: - Accessors that the language adds

}

/// A property and what one of its functions does.
package struct AccessorKey: Hashable, Sendable {
  package var property: PropertySymbol
  package var kind: String

  package init(property: PropertySymbol, kind: String) {
    self.property = property
    self.kind = kind
  }
}

extension BodyChecker {
  /// A struct at the beginning of its initialiser: initial values where there are some.
  func initialFields(of type: Type, _ range: SourceRange) -> TypedExpression {
    guard let nominal = type.nominal else { return wrong(range) }
    let values = compiler.memberTable(of: nominal).stored.map { property -> TypedExpression in
      if property.isLazy { return TypedExpression(.unit, .void, range) }
      return initialValue(of: property, in: type, range) ?? TypedExpression(.unit, .void, range)
    }
    return TypedExpression(.structure(values), type, range)
  }

  /// `super.init()` at the end of an initialiser that does not call one.
  func implicitSuperInit(
    _ body: [Statement], _ type: Type, _ symbol: FunctionSymbol, _ range: SourceRange
  ) -> TypedStatement? {
    guard let parent = compiler.superclass(of: type),
      !symbol.declaration.modifiers.contains(.isConvenience),
      !source.text(in: bodyRange(body)).contains("super.init"),
      let symbol = scope.selfSymbol
    else { return nil }
    let candidates = initializers(of: parent).filter {
      if case .memberwise = $0.target { return false }
      return signature(of: $0).parameters.allSatisfy { $0.defaultValue != nil }
    }
    guard var candidate = candidates.first else { return nil }
    candidate.receiver = TypedExpression(
      .reinterpret(TypedExpression(.variable(symbol), type, range)), parent, range)
    let call = resolveCall([candidate], [], range, "init", expected: nil)
    return TypedStatement(kind: .expression(call), range: range)
  }

  func bodyRange(_ body: [Statement]) -> SourceRange {
    guard let first = body.first, let last = body.last else { return .none }
    return first.range + last.range
  }
}
