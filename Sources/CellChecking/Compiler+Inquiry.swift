package import CellSyntax

extension Compiler {
  /// Checks what a cell says up to the place that is asked about, and the functions around it; nothing
  /// is made to run.
  package func answer(_ inquiry: Inquiry, _ statements: [Statement]) {
    self.inquiry = inquiry
    let (context, checker) = beginCell(statements, inquiry.source)
    for node in statements {
      checker.effort = 0
      checker.scope.tryDepth = 0
      _ = checker.statement(node)
      if inquiry.isInside(node.range), inquiry.finding != nil { return }
    }
    for variable in checker.cellVariables {
      variable.type = checker.final(variable.type)
      variable.isDeclared = true
    }
    for node in statements where inquiry.isInside(node.range) {
      guard case .declaration(let declaration) = node.kind else { continue }
      inspect(declaration, in: context, inquiry)
    }
  }

  private func inspect(
    _ declaration: Declaration, in context: LexicalContext, _ inquiry: Inquiry
  ) {
    switch declaration {
    case .function(let node):
      for case .function(let symbol) in environment.names[node.name] ?? []
      where symbol.declaration === node {
        inspect(symbol, inquiry)
      }
    case .type(let node):
      for case .type(let nominal) in environment.names[node.name] ?? []
      where nominal.declaration === node {
        inspectMembers(of: nominal, inquiry)
      }
    case .extension(let node):
      if let nominal = resolve(node.type, in: TypeScope(context: context)).nominal {
        inspectMembers(of: nominal, inquiry)
      } else if case .existential(let protocols) = resolve(
        node.type, in: TypeScope(context: context))
      {
        for nominal in protocols { inspectMembers(of: nominal, inquiry) }
      }
    case .variable(let node):
      for name in node.bindings.flatMap(\.pattern.boundNames) {
        for case .variable(let symbol) in environment.names[name] ?? [] {
          for accessor in [symbol.getter, symbol.setter].compactMap(\.self) {
            inspect(accessor, inquiry)
          }
        }
      }
    default: break
    }
  }

  /// Checks the members of a type that have the place in them.
  func inspectMembers(of nominal: Nominal, _ inquiry: Inquiry) {
    for member in memberTable(of: nominal).members.values.joined() {
      switch member {
      case .function(let symbol): inspect(symbol, inquiry)
      case .subscript(let symbol):
        inspect(symbol.getter, inquiry)
        if let setter = symbol.setter { inspect(setter, inquiry) }
      case .property(let property):
        for accessor in [property.getter, property.setter, property.willSet, property.didSet] {
          if let accessor { inspect(accessor, inquiry) }
        }
        if property.context.source === inquiry.source, let value = property.node.initializer,
          inquiry.isInside(value.range)
        {
          _ = inferredType(of: property)
        }
      case .type(let nested): inspectMembers(of: nested, inquiry)
      default: break
      }
    }
  }

  private func inspect(_ symbol: FunctionSymbol, _ inquiry: Inquiry) {
    guard symbol.context.source === inquiry.source, let body = symbol.declaration.body,
      let first = body.first, let last = body.last, inquiry.isInside(first.range + last.range)
    else { return }
    noteConstraints(signature(of: symbol), inquiry)
    if let owner = symbol.owner {
      if owner.kind == .protocol, let own = owner.parameters.first {
        inquiry.constraints[.parameter(own), default: []].append(owner)
      } else if let declaration = owner.declaration {
        noteConstraints(declaration.generics, symbol.context, inquiry)
      }
    }
    let checker = checkedBody(of: symbol)
    // The types that the body declares have members of their own.
    for nominal in checker.localTypes { inspectMembers(of: nominal, inquiry) }
  }

  private func noteConstraints(_ signature: Signature, _ inquiry: Inquiry) {
    for case .conformance(let type, let wanted) in signature.requirements {
      inquiry.constraints[type, default: []].append(wanted)
    }
    environment.conformances.protocols = [:]
  }

  private func noteConstraints(
    _ clause: GenericClause, _ context: LexicalContext, _ inquiry: Inquiry
  ) {
    var signature = Signature()
    signature.requirements = requirements(clause, in: TypeScope(context: context))
    noteConstraints(signature, inquiry)
  }
}
