internal import CellSyntax

/// `var x = 1 { didSet { … } }` outside of types: storage, and accessors that run what watches it.
extension BodyChecker {
  func observed(
    _ binding: VariableDeclaration.Binding, _ accessors: Accessors, _ node: VariableDeclaration,
    store: (VariableDeclaration.Binding) -> TypedStatement.Kind
  ) -> TypedStatement.Kind {
    let range = binding.pattern.range
    guard case .binding(let name, _) = binding.pattern.kind else {
      report("observers need a single variable", at: range)
      return .nothing
    }
    // Within its observers the name is that of the storage, so that they do not run for themselves.
    let storageName = isCellLevel ? VariableSymbol.storageName(name) : name
    let first = store(
      VariableDeclaration.Binding(
        pattern: Pattern(.binding(storageName, isVariable: true), range), type: binding.type,
        initializer: binding.initializer, accessors: nil))
    guard case .variable(let storage, _) = first else { return first }
    let (getter, setter) = observers(accessors, storageName, range)
    if isCellLevel {
      watch(name, storage, getter, setter, range)
      return first
    }
    let (reading, writing) = signatures(storage.type)
    let names = (hiddenName("getter"), hiddenName("setter"))
    let functions: [TypedStatement.Kind] = [
      first, localFunction(getter, name: names.0, signature: reading),
      localFunction(setter, name: names.1, signature: writing),
    ]
    let symbol = declareComputed(name, storage.type, range)
    (symbol.localGetter, symbol.localSetter) = (names.0, names.1)
    return .declarations(functions.map { TypedStatement(kind: $0, range: range) })
  }

  /// Makes a name of a cell read and write storage of the cell by functions.
  private func watch(
    _ name: String, _ storage: VariableSymbol, _ getter: FunctionDeclaration,
    _ setter: FunctionDeclaration, _ range: SourceRange
  ) {
    let context = LexicalContext(
      .local(LocalScope([name: .variable(storage)])), parent: scope.types.context, source: source)
    let symbol = declareComputed(name, storage.type, range)
    let (reading, writing) = signatures(storage.type)
    func function(_ node: FunctionDeclaration, _ signature: Signature) -> FunctionSymbol {
      let function = FunctionSymbol(name, node, context: context)
      var signature = signature
      signature.context = context
      compiler.environment.signatures[function] = signature
      return function
    }
    symbol.getter = function(getter, reading)
    symbol.setter = function(setter, writing)
  }

  private func signatures(_ type: Type) -> (reading: Signature, writing: Signature) {
    var reading = Signature()
    reading.result = type
    var writing = Signature()
    writing.parameters = [.init(label: nil, name: "$new", type: type)]
    return (reading, writing)
  }

  /// `return storage`, and what `willSet` says, the change, and what `didSet` says.
  private func observers(
    _ accessors: Accessors, _ storage: String, _ range: SourceRange
  ) -> (getter: FunctionDeclaration, setter: FunctionDeclaration) {
    let place = Expression.named(storage, at: range)
    let change = ObservedChange(
      willSet: accessors.willSet, didSet: accessors.didSet, range: range)
    let getter = FunctionDeclaration(
      kind: .getter, name: "get", body: [Statement(.returning(place), range)], range: range)
    let setter = FunctionDeclaration(
      kind: .setter, name: "set", body: change.statements(storing: place), range: range)
    return (getter, setter)
  }
}

extension VariableSymbol {
  /// The name of what a cell's variable with observers is kept in, which nobody can write.
  package static func storageName(_ name: String) -> String { "$" + name }
}
