internal import SwiftSyntax

extension SyntaxReader {
  func function(_ node: FunctionDeclSyntax) -> FunctionDeclaration {
    refuse(node.attributes, on: "functions")
    if let asynchronous = node.signature.effectSpecifiers?.asyncSpecifier {
      unsupported("'async' is", asynchronous)
    }
    var modifiers = modifiers(node.modifiers, node.attributes)
    if node.signature.effectSpecifiers?.throwsClause?.throwsSpecifier.tokenKind
      == .keyword(.rethrows)
    {
      modifiers.insert(.isRethrowing)
    }
    return FunctionDeclaration(
      kind: .function, name: node.name.name, modifiers: modifiers,
      generics: generics(node.genericParameterClause, node.genericWhereClause),
      parameters: parameters(
        node.signature.parameterClause.parameters, isOperator: node.name.tokenKind.isOperator),
      result: node.signature.returnClause.map { type($0.type) },
      isThrowing: node.signature.effectSpecifiers?.throwsClause != nil,
      thrown: (node.signature.effectSpecifiers?.throwsClause?.type).map { type($0) },
      body: node.body.map { statements($0.statements) }, documentation: documentation(of: node),
      signature: signature(from: node, to: node.body),
      end: node.body.map { range(of: $0.rightBrace) }, range: range(of: node.name))
  }

  func initializer(_ node: InitializerDeclSyntax) -> FunctionDeclaration {
    var modifiers = modifiers(node.modifiers, node.attributes)
    if node.signature.effectSpecifiers?.throwsClause?.throwsSpecifier.tokenKind
      == .keyword(.rethrows)
    {
      modifiers.insert(.isRethrowing)
    }
    return FunctionDeclaration(
      kind: .initializer(isFailable: node.optionalMark != nil), name: "init",
      modifiers: modifiers,
      generics: generics(node.genericParameterClause, node.genericWhereClause),
      parameters: parameters(node.signature.parameterClause.parameters),
      isThrowing: node.signature.effectSpecifiers?.throwsClause != nil,
      thrown: (node.signature.effectSpecifiers?.throwsClause?.type).map { type($0) },
      body: node.body.map { statements($0.statements) }, documentation: documentation(of: node),
      signature: signature(from: node, to: node.body),
      end: node.body.map { range(of: $0.rightBrace) }, range: range(of: node.initKeyword))
  }

  func subscriptDeclaration(_ node: SubscriptDeclSyntax) -> SubscriptDeclaration {
    let parameters = parameters(node.parameterClause.parameters, isSubscript: true)
    let result = type(node.returnClause.type)
    let accessors =
      node.accessorBlock.map { self.accessors($0, parameters: parameters, type: result) }
      ?? Accessors()
    return SubscriptDeclaration(
      modifiers: modifiers(node.modifiers, node.attributes),
      generics: generics(node.genericParameterClause, node.genericWhereClause),
      parameters: parameters, result: result, accessors: accessors,
      documentation: documentation(of: node),
      signature: signature(from: node, to: node.accessorBlock),
      range: range(of: node.subscriptKeyword))
  }

  func variable(_ node: VariableDeclSyntax) -> VariableDeclaration {
    refuse(node.attributes, on: "properties")
    let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
    var bindings = node.bindings.map { binding in
      let annotation = binding.typeAnnotation.map { type($0.type) }
      return VariableDeclaration.Binding(
        pattern: pattern(binding.pattern, binding: !isLet), type: annotation,
        initializer: binding.initializer.map { expression($0.value) },
        accessors: binding.accessorBlock.map {
          accessors($0, parameters: [], type: annotation)
        })
    }
    // In `var a, b: Int` the type is said once, at the end.
    for index in bindings.indices.reversed().dropFirst()
    where bindings[index].type == nil && bindings[index].initializer == nil {
      bindings[index].type = bindings[index + 1].type
    }
    return VariableDeclaration(
      isLet: isLet, modifiers: modifiers(node.modifiers, node.attributes), bindings: bindings,
      documentation: documentation(of: node), range: range(of: node))
  }

  private func accessors(
    _ node: AccessorBlockSyntax, parameters: [ParameterNode], type: TypeNode?
  ) -> Accessors {
    var result = Accessors()
    switch node.accessors {
    case .getter(let list):
      result.getter = FunctionDeclaration(
        kind: .getter, name: "get", parameters: parameters, result: type, body: statements(list),
        end: range(of: node.rightBrace), range: range(of: node))
    case .accessors(let list):
      for accessor in list { add(accessor, parameters, type, to: &result) }
    @unknown default: unsupported("these accessors are", node)
    }
    return result
  }

  private func add(
    _ node: AccessorDeclSyntax, _ parameters: [ParameterNode], _ type: TypeNode?,
    to accessors: inout Accessors
  ) {
    let place = range(of: node.accessorSpecifier)
    let body = node.body.map { statements($0.statements) }
    let isMutating = node.modifier?.name.tokenKind == .keyword(.mutating)
    func function(
      _ kind: FunctionDeclaration.Kind, _ name: String, newValue: String?, isMutating: Bool
    ) -> FunctionDeclaration {
      var all = parameters
      // What watches a variable without annotation has a name for the other value all the same.
      let type = type ?? (node.parameters == nil ? nil : TypeNode(.inferred, place))
      if let newValue, let type {
        all.append(
          ParameterNode(
            label: nil, name: node.parameters?.name.name ?? newValue, type: type,
            defaultValue: nil, isVariadic: false, isInout: false, isAutoclosure: false,
            range: place))
      }
      return FunctionDeclaration(
        kind: kind, name: name, modifiers: isMutating ? .isMutating : [], parameters: all,
        result: newValue == nil ? type : nil,
        isThrowing: node.effectSpecifiers?.throwsClause != nil, body: body,
        end: node.body.map { range(of: $0.rightBrace) }, range: place)
    }
    switch node.accessorSpecifier.tokenKind {
    case .keyword(.get):
      accessors.getter = function(.getter, "get", newValue: nil, isMutating: isMutating)
    case .keyword(.set):
      accessors.isSettableRequirement = true
      accessors.setter = function(
        .setter, "set", newValue: "newValue",
        isMutating: node.modifier?.name.tokenKind != .keyword(.nonmutating))
    case .keyword(.willSet):
      accessors.willSet = function(.willSet, "willSet", newValue: "newValue", isMutating: true)
    case .keyword(.didSet):
      accessors.didSet = function(.didSet, "didSet", newValue: "oldValue", isMutating: true)
    default: unsupported("the accessor '\(node.accessorSpecifier.text)' is", node.accessorSpecifier)
    }
  }

  private func parameters(
    _ list: FunctionParameterListSyntax, isOperator: Bool = false, isSubscript: Bool = false
  ) -> [ParameterNode] {
    var names: Set<String> = []
    return list.map { node in
      let nameToken = node.secondName ?? node.firstName
      if nameToken.text != "_", !names.insert(nameToken.name).inserted {
        report("invalid redeclaration of '\(nameToken.name)'", at: nameToken)
      }
      let (type, isInout, isAutoclosure) = parameterType(node.type)
      let first = node.firstName
      let hasLabel = !isOperator && first.text != "_" && (!isSubscript || node.secondName != nil)
      if node.ellipsis != nil, node.defaultValue != nil {
        report("variadic parameter cannot have a default value", at: node)
      }
      return ParameterNode(
        label: hasLabel ? first.name : nil, name: (node.secondName ?? first).name,
        type: type ?? TypeNode(.error, range(of: node)),
        defaultValue: node.defaultValue.map { expression($0.value) },
        isVariadic: node.ellipsis != nil, isInout: isInout,
        isAutoclosure: isAutoclosure, range: range(of: node))
    }
  }

  /// The text of a declaration up to its body, for help.
  private func signature(
    from node: some SyntaxProtocol, to body: (some SyntaxProtocol)?
  ) -> SourceRange {
    let whole = range(of: node)
    return SourceRange(start: whole.start, end: body.map { range(of: $0).start } ?? whole.end)
  }
}
