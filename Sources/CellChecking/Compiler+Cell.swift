package import CellSyntax

extension Compiler {
  /// Checks the top level of a cell, whose declarations are known by then.
  package func checkTopLevel(
    _ statements: [Statement], in context: LexicalContext, _ checker: BodyChecker
  ) {
    let typed = checker.scope.function
    checkRedeclarations(statements, context)
    typed.body = topLevel(statements, checker)
    checker.checkInitialization(typed.body, unset: Array(environment.unset.values))
    for variable in checker.cellVariables {
      variable.type = checker.final(variable.type)
      variable.isDeclared = true
    }
  }

  /// Checks what the cell declares, also where nothing uses it.
  package func checkDeclarations(
    of statements: [Statement], in context: LexicalContext, _ checker: BodyChecker
  ) {
    checkDeclared(statements, context)
    checker.localTypes.forEach(checkMembers)
  }

  /// Declares what a cell declares, and answers where that is and what checks its statements.
  package func beginCell(
    _ statements: [Statement], _ source: SourceText
  ) -> (context: LexicalContext, checker: BodyChecker) {
    let file = FileScope()
    let context = LexicalContext(.file(file), parent: nil, source: source)
    environment.sources.append(source)
    declare(statements, context)
    let variables = cellVariables.map(\.symbol)
    file.names = environment.names
    let typed = TypedFunction("the cell", range: .none, source: source)
    let scope = FunctionScope(
      parent: nil, function: typed, types: TypeScope(context: context), result: .void,
      isThrowing: true)
    scope.isCellBody = true
    let checker = BodyChecker(self, scope: scope, source: source)
    checker.cellVariables = variables
    return (context, checker)
  }

  /// The statements of the top level, each with its end; the last expression's value is kept.
  private func topLevel(_ statements: [Statement], _ checker: BodyChecker) -> [TypedStatement] {
    var result: [TypedStatement] = []
    statementCount = statements.count
    isDeferring = statements.contains { if case .deferring = $0.kind { true } else { false } }
    for (index, node) in statements.enumerated() {
      defer {
        if case .nothing? = result.last?.kind {
        } else {
          result.append(TypedStatement(kind: .boundary(index + 1), range: node.range))
        }
      }
      checker.effort = 0
      checker.scope.tryDepth = 0
      let statement = checker.statement(node)
      if index == statements.count - 1 {
        switch statement.kind {
        case .expression(let value), .display(let value):
          let type = checker.shallow(value.type)
          var isShown = !type.isVoid && !type.isNever && !type.isError
          if case .assignment = value.kind { isShown = false }
          if case .call(let callee, _) = value.kind, case .function(let reference) = callee,
            reference.symbol.declaration.modifiers.contains(.isDiscardable)
          {
            isShown = false
          }
          if let wrapped = type.optionalWrapped, checker.shallow(wrapped).isVoid { isShown = false }
          if isShown {
            shown[value.range] = true
            result.append(TypedStatement(kind: .result(value), range: statement.range))
            continue
          }
        default: break
        }
      }
      result.append(statement)
    }
    return result
  }

  // MARK: - Declarations

  /// Declares the types, functions, extensions and variables of a cell.
  private func declare(_ statements: [Statement], _ context: LexicalContext) {
    var own: [String: SourceRange] = [:]
    func declareName(_ name: String, _ symbol: Symbol, _ range: SourceRange) {
      let isOverloadable = if case .function = symbol { true } else { false }
      if !isOverloadable, let other = own[name] {
        report(
          "invalid redeclaration of '\(name)'", at: range, in: context.source,
          notes: [("'\(name)' previously declared here", other)])
      }
      own[name] = range
      makeKnown(symbol, as: name)
    }
    for (index, statement) in statements.enumerated() {
      guard case .declaration(let declaration) = statement.kind else { continue }
      switch declaration {
      case .type(let node):
        noteOverrides(node)
        declareName(node.name, .type(nominal(node, context: context, parent: nil)), node.range)
      case .alias(let node):
        declareName(node.name, .alias(AliasSymbol(node, context: context)), node.range)
      case .function(let node):
        let symbol = FunctionSymbol(node.name, node, context: context)
        declareName(node.name, .function(symbol), node.range)
      case .variable(let node):
        for binding in node.bindings {
          for (name, range) in binding.pattern.bindings where name != "_" {
            let symbol = newVariable(name, isLet: node.isLet, range, index)
            symbol.documentation = node.documentation
            declareName(name, .variable(symbol), range)
            // What a variable with observers is kept in.
            if binding.accessors?.isObserver == true {
              let storage = newVariable(
                VariableSymbol.storageName(name), isLet: false, range, index)
              environment.names[storage.name] = [.variable(storage)]
            }
          }
        }
      default: break
      }
    }
    for statement in statements {
      guard case .declaration(.extension(let node)) = statement.kind else { continue }
      declare(node, context)
    }
  }

  /// Makes a name of the cell mean a symbol before all that it meant: a function hides those of earlier
  /// cells that are called as it is. Behind a variable no other variable is meant but the one before it,
  /// until the statement that declares it is passed.
  private func makeKnown(_ symbol: Symbol, as name: String) {
    var known = environment.names[name] ?? []
    if case .function(let function) = symbol {
      known.removeAll { other in
        guard case .function(let before) = other else { return false }
        return before.context !== function.context
          && before.declaration.fullName == function.declaration.fullName
      }
    }
    if case .variable = symbol, let last = known.firstIndex(where: \.isDeclaredVariable) {
      known = known[...last] + known[(last + 1)...].filter { !$0.isDeclaredVariable }
    }
    environment.names[name] = [symbol] + known
  }

  /// A variable that the statement with a number declares.
  private func newVariable(
    _ name: String, isLet: Bool, _ range: SourceRange, _ statement: Int
  ) -> VariableSymbol {
    let symbol = VariableSymbol(name, .error, isLet: isLet, range: range, owner: nil)
    symbol.isDeclared = false
    cellVariables.append((symbol, statement))
    return symbol
  }

  private func noteOverrides(_ node: TypeDeclaration) {
    for member in node.members {
      switch member {
      case .variable(let variable) where variable.modifiers.contains(.isOverride):
        environment.overriddenProperties.formUnion(variable.bindings.flatMap(\.pattern.boundNames))
      case .type(let nested): noteOverrides(nested)
      default: break
      }
    }
  }

  /// Reports functions of one cell that nothing tells apart.
  private func checkRedeclarations(_ statements: [Statement], _ context: LexicalContext) {
    var known: [String: [[Type]]] = [:]
    for case .function(let node)? in statements.map(\.declaration) {
      let symbols = environment.names[node.name] ?? []
      for case .function(let symbol) in symbols where symbol.declaration === node {
        let signature = signature(of: symbol)
        guard signature.generics.isEmpty, node.modifiers.isDisjoint(with: [.isPrefix, .isPostfix])
        else { continue }
        let types = signature.parameters.map(\.type) + [signature.result]
        if known[node.fullName]?.contains(types) == true {
          report("invalid redeclaration of '\(node.shownName)'", at: node.range, in: context.source)
        }
        known[node.fullName, default: []].append(types)
      }
    }
  }

  // MARK: - Bodies

  /// Notes what a cell declares and may not call, so that mistakes in it are found.
  private func checkDeclared(_ statements: [Statement], _ context: LexicalContext) {
    for (_, symbols) in environment.names {
      for symbol in symbols {
        switch symbol {
        case .function(let function) where function.context === context:
          let signature = signature(of: function)
          if signature.generics.isEmpty {
            declaredFunctions.append(FunctionReference(symbol: function, substitution: [:]))
          }
        case .type(let nominal) where nominal.context === context:
          checkContainment(of: nominal)
          checkMembers(of: nominal)
        default: break
        }
      }
    }
  }

  /// Checks what a type that is not generic says of itself, and notes its members.
  func checkMembers(of nominal: Nominal) {
    guard nominal.parameters.isEmpty, let declaration = nominal.declaration else { return }
    let type = Type.nominal(nominal, [])
    checkConformances(of: type, declaration, nominal)
    if nominal.kind == .class { checkClass(type, declaration, nominal) }
    if nominal.kind == .enumeration { checkRawValues(of: nominal, declaration) }
    for (_, members) in memberTable(of: nominal).members {
      for member in members {
        switch member {
        case .function(let function): noteMember(function)
        case .property(let property):
          if property.isStored {
            _ = propertyType(property)
          } else {
            property.getter.map(noteMember)
            property.setter.map(noteMember)
          }
        case .subscript(let symbol):
          noteMember(symbol.getter)
          symbol.setter.map(noteMember)
        case .type(let nested): checkMembers(of: nested)
        default: break
        }
      }
    }
  }

  private func noteMember(_ symbol: FunctionSymbol) {
    guard signature(of: symbol).generics.isEmpty, symbol.declaration.body != nil else { return }
    declaredFunctions.append(FunctionReference(symbol: symbol, substitution: [:]))
  }

  /// Whether a variable of an earlier cell that was declared without a value has one by now.
  func wasGivenValue(_ symbol: VariableSymbol) -> Bool {
    guard case .global(let index) = symbol.storage else { return false }
    return environment.unset[index] !== symbol && !cellVariables.contains { $0.symbol === symbol }
  }
}

extension Pattern {
  /// The names that the pattern binds, with their places.
  package var bindings: [(String, SourceRange)] {
    switch kind {
    case .binding(let name, _): [(name, range)]
    case .typed(let pattern, _), .optional(let pattern), .cast(let pattern, _): pattern.bindings
    case .tuple(let elements): elements.flatMap(\.pattern.bindings)
    case .enumCase(_, _, let elements): (elements ?? []).flatMap(\.pattern.bindings)
    case .wildcard, .isType, .expression, .error: []
    }
  }
}

extension Symbol {
  /// Whether it is a variable whose declaration has been passed.
  fileprivate var isDeclaredVariable: Bool {
    if case .variable(let variable) = self { variable.isDeclared } else { false }
  }
}

extension Statement {
  /// The declaration that the statement is.
  package var declaration: Declaration? {
    if case .declaration(let declaration) = kind { declaration } else { nil }
  }
}
