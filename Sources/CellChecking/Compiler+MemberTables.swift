package import CellSyntax

extension Compiler {
  /// The members that a type declares itself and gets from its extensions.
  package func memberTable(of nominal: Nominal) -> MemberTable {
    if let known = environment.memberTables[nominal] { return known }
    tablesInProgress += 1
    defer { tablesInProgress -= 1 }
    let isShared = library.declares(nominal)
    var table =
      isShared
      ? library.memberTable(of: nominal) { declaredTable(of: nominal) } : declaredTable(of: nominal)
    environment.memberTables[nominal] = table
    for (declaration, context) in environment.extensions[nominal] ?? [] {
      extend(&table, of: nominal, with: declaration, context)
    }
    synthesize(for: nominal, into: &table)
    environment.memberTables[nominal] = table
    return table
  }

  /// The members that a type gets from its declaration and from libraries.
  private func declaredTable(of nominal: Nominal) -> MemberTable {
    var table = MemberTable()
    if let declaration = nominal.declaration, let context = nominal.context {
      let inner = LexicalContext(
        .type(nominal, extension: nil), parent: context, source: context.source)
      add(declaration.members, of: nominal, inner, isExtension: false, to: &table)
    }
    addBuiltIn(to: &table, of: nominal)
    // Set before the extensions are read, whose types may ask for this table again.
    environment.memberTables[nominal] = table
    for (declaration, context) in library.extensions(of: nominal.qualifiedName) {
      extend(&table, of: nominal, with: declaration, context)
    }
    return table
  }

  /// What the language itself gives to types without a declaration.
  private func addBuiltIn(to table: inout MemberTable, of nominal: Nominal) {
    if nominal == .string { table.members["Index"] = [.type(.stringIndex)] }
    guard nominal == .optional else { return }
    let source = SourceText("", named: "Optional", isLibrary: true)
    let file = LexicalContext(.file(FileScope()), parent: nil, source: source)
    let context = LexicalContext(.type(nominal, extension: nil), parent: file, source: source)
    let wrapped = ParameterNode(
      label: nil, name: "value", type: TypeNode(.name("Wrapped", []), .none), defaultValue: nil,
      isVariadic: false, isInout: false, isAutoclosure: false, range: .none)
    for (name, parameters) in [("none", []), ("some", [wrapped])] {
      let node = EnumCaseDeclaration(
        name: name, parameters: parameters, hasPayload: !parameters.isEmpty, rawValue: nil,
        range: .none)
      add(node, of: nominal, context, to: &table)
    }
  }

  /// The extensions of a type, those of the library first.
  package func extensions(of nominal: Nominal) -> [(ExtensionDeclaration, LexicalContext)] {
    library.extensions(of: nominal.qualifiedName) + (environment.extensions[nominal] ?? [])
  }

  /// Adds the members of a new extension.
  func extend(
    _ table: inout MemberTable, of nominal: Nominal, with node: ExtensionDeclaration,
    _ context: LexicalContext
  ) {
    let inner = LexicalContext(
      .type(nominal, extension: node), parent: context, source: context.source)
    add(node.members, of: nominal, inner, isExtension: true, to: &table)
  }

  private func add(
    _ declarations: [Declaration], of nominal: Nominal, _ context: LexicalContext,
    isExtension: Bool, to table: inout MemberTable
  ) {
    for declaration in declarations {
      switch declaration {
      case .function(let node):
        if case .deinitializer = node.kind { environment.hasDeinitializers = true }
        let symbol = function(node, of: nominal, context, key: node.fullName)
        table.members[node.name, default: []].append(.function(symbol))
        if nominal.kind == .protocol, let maker = maker(node, of: nominal, context) {
          table.members[maker.name, default: []].append(.function(maker))
        }
      case .variable(let node):
        if node.modifiers.contains(.isWeak) { environment.hasWeakReferences = true }
        add(node, of: nominal, context, isExtension: isExtension, to: &table)
      case .subscript(let node):
        table.members["subscript", default: []].append(
          .subscript(subscriptSymbol(node, of: nominal, context)))
      case .cases(let cases):
        if nominal.kind == .enumeration, !isExtension {
          for node in cases { add(node, of: nominal, context, to: &table) }
        } else if let first = cases.first {
          report(
            "enum 'case' is not allowed outside of an enum", at: first.range, in: context.source)
        }
      case .type(let node):
        let nested = self.nominal(node, context: context, parent: nominal)
        table.members[node.name, default: []].append(.type(nested))
      case .alias(let alias):
        table.members[alias.name, default: []].append(
          .alias(AliasSymbol(alias, context: context)))
      case .associatedType(let node):
        table.members[node.name, default: []].append(.associatedType(node))
      case .extension, .nothing: break
      }
    }
  }

  private func add(
    _ node: EnumCaseDeclaration, of nominal: Nominal, _ context: LexicalContext,
    to table: inout MemberTable
  ) {
    let symbol = EnumCaseSymbol(node, owner: nominal, index: table.cases.count, context: context)
    table.cases.append(symbol)
    table.members[node.name, default: []].append(.enumCase(symbol))
  }

  /// The type that a declaration declares.
  package func nominal(_ node: TypeDeclaration, context: LexicalContext, parent: Nominal?)
    -> Nominal
  {
    if node.kind == .protocol {
      return Nominal(
        node.name, node.kind, parameters: [GenericParameter("Self")], declaration: node,
        context: context, parent: parent)
    }
    // A type inside a generic one is generic with it.
    let outer = parent.map { $0.kind == .protocol ? [] : $0.parameters } ?? []
    return Nominal(
      node.name, node.kind,
      parameters: outer + node.generics.parameters.map { GenericParameter($0.name) },
      outerCount: outer.count, declaration: node, context: context, parent: parent)
  }

  private func function(
    _ node: FunctionDeclaration, of nominal: Nominal, _ context: LexicalContext,
    key: @autoclosure () -> String, isStatic: Bool? = nil, isSetter: Bool = false,
    at range: SourceRange? = nil
  ) -> FunctionSymbol {
    let host = context.file?.host(at: range ?? node.range)
    return FunctionSymbol(
      node.name, node, context: context, owner: nominal,
      isStatic: isStatic ?? node.modifiers.contains(.isStatic),
      native: node.body == nil ? entry(key(), of: nominal, in: context.file?.natives) : nil,
      intrinsic: entry(key(), of: nominal, in: context.file?.intrinsics),
      host: host.flatMap { implementation(of: $0, isSetter: isSetter) })
  }

  private func implementation(
    of host: any HostDeclaration, isSetter: Bool
  ) -> HostImplementation? {
    isSetter && !host.hasSetter ? nil : HostImplementation(declaration: host, isSetter: isSetter)
  }

  /// What a library's file says of a member besides its declaration, by type and name.
  private func entry<Entry>(
    _ key: @autoclosure () -> String, of nominal: Nominal, in table: [String: Entry]?
  ) -> Entry? {
    guard let table, !table.isEmpty else { return nil }
    return table["\(nominal.qualifiedName).\(key())"]
  }

  private func subscriptSymbol(
    _ node: SubscriptDeclaration, of nominal: Nominal, _ context: LexicalContext
  ) -> SubscriptSymbol {
    let isStatic = node.modifiers.contains(.isStatic)
    let labels = node.parameters.map { "\($0.label ?? "_"):" }.joined()
    let key = "subscript(\(labels))"
    let host = context.file?.host(at: node.range)
    let getter =
      node.accessors.getter
      ?? FunctionDeclaration(
        kind: .getter, name: "get", parameters: node.parameters, result: node.result, body: nil,
        range: node.range)
    let setter =
      node.accessors.setter
      ?? (host?.hasSetter == true ? hostSetter(node.parameters, node.result, node.range) : nil)
    // Generic subscripts pass their parameters on to the accessors.
    return SubscriptSymbol(
      node, isStatic: isStatic,
      getter: function(
        getter.with(node.generics), of: nominal, context, key: key, isStatic: isStatic,
        at: node.range),
      setter: setter.map {
        function(
          $0.with(node.generics), of: nominal, context, key: key + "=", isStatic: isStatic,
          isSetter: true, at: node.range)
      })
  }

  private func add(
    _ node: VariableDeclaration, of nominal: Nominal, _ context: LexicalContext,
    isExtension: Bool, to table: inout MemberTable
  ) {
    let isStatic = node.modifiers.contains(.isStatic)
    for (index, binding) in node.bindings.enumerated() {
      for name in binding.pattern.boundNames {
        func accessor(_ node: FunctionDeclaration?, _ key: String, isSetter: Bool = false)
          -> FunctionSymbol?
        {
          node.map {
            function(
              $0, of: nominal, context, key: key, isStatic: isStatic, isSetter: isSetter,
              at: binding.pattern.range)
          }
        }
        let (getter, setter) = accessors(
          of: name, binding, node, of: nominal, context, isExtension: isExtension)
        let symbol = PropertySymbol(
          name, isLet: node.isLet, isStatic: isStatic, owner: nominal, context: context,
          declaration: node, binding: index, getter: accessor(getter, name),
          setter: accessor(setter, name + "=", isSetter: true),
          willSet: getter == nil ? accessor(binding.accessors?.willSet, name) : nil,
          didSet: getter == nil ? accessor(binding.accessors?.didSet, name) : nil)
        table.members[name, default: []].append(.property(symbol))
        if symbol.isStored, !isStatic { table.stored.append(symbol) }
      }
    }
  }

  /// What gets and sets a property: what is written, and else what its host or the library does.
  private func accessors(
    of name: String, _ binding: VariableDeclaration.Binding, _ node: VariableDeclaration,
    of nominal: Nominal, _ context: LexicalContext, isExtension: Bool
  ) -> (getter: FunctionDeclaration?, setter: FunctionDeclaration?) {
    if node.modifiers.contains(.isOverride), let accessors = binding.accessors,
      accessors.isObserver
    {
      // The storage is that of the class above; what is overridden is the writing.
      return (
        superGetter(name, binding.type, binding.pattern.range),
        superSetter(name, accessors, binding.type, binding.pattern.range)
      )
    }
    var getter = binding.accessors?.getter
    var setter = binding.accessors?.setter
    let host = context.file?.host(at: binding.pattern.range)
    let isLibraryExtension =
      context.source.isLibrary && isExtension && !node.modifiers.contains(.isStatic)
    if getter == nil, binding.initializer == nil,
      host != nil || isLibraryExtension
        || entry(name, of: nominal, in: context.file?.natives) != nil
    {
      getter = FunctionDeclaration(
        kind: .getter, name: "get", result: binding.type, body: nil, range: node.range)
    }
    if setter == nil, host?.hasSetter == true, let type = binding.type {
      setter = hostSetter([], type, node.range)
    }
    return (getter, setter)
  }

  /// The declaration of what a host sets, by the parameters of a subscript.
  private func hostSetter(
    _ parameters: [ParameterNode], _ type: TypeNode, _ range: SourceRange
  ) -> FunctionDeclaration {
    let value = ParameterNode(
      label: nil, name: "newValue", type: type, defaultValue: nil, isVariadic: false,
      isInout: false, isAutoclosure: false, range: range)
    return FunctionDeclaration(
      kind: .setter, name: "set", modifiers: .isMutating, parameters: parameters + [value],
      body: nil, range: range)
  }
}

extension Pattern {
  /// The names that the pattern binds.
  package var boundNames: [String] {
    switch kind {
    case .binding(let name, _): [name]
    case .typed(let pattern, _), .optional(let pattern), .cast(let pattern, _): pattern.boundNames
    case .tuple(let elements): elements.flatMap(\.pattern.boundNames)
    case .enumCase(_, _, let elements): (elements ?? []).flatMap(\.pattern.boundNames)
    case .wildcard, .isType, .expression, .error: []
    }
  }
}

extension FunctionDeclaration {
  /// The same with generic parameters.
  package func with(_ generics: GenericClause) -> FunctionDeclaration {
    guard !generics.parameters.isEmpty || !generics.requirements.isEmpty else { return self }
    return FunctionDeclaration(
      kind: kind, name: name, modifiers: modifiers, generics: generics, parameters: parameters,
      result: result, isThrowing: isThrowing, thrown: thrown, body: body,
      documentation: documentation,
      signature: signature, end: end, range: range)
  }
}
