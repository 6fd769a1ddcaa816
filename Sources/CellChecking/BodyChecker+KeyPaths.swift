internal import CellSyntax

extension BodyChecker {
  /// A key path: as a function where one is expected, else as a value that reads and writes.
  func keyPath(
    _ root: TypeNode?, _ components: [KeyPathComponent], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    var rootType = root.map(resolve)
    var wantedResult: Type?
    if case .function(let wanted)? = core(expected), wanted.parameters.count == 1 {
      rootType = agreed(rootType, wanted.parameters[0].type)
      wantedResult = wanted.result
      guard let rootType else { return unknownRoot(range) }
      return getter(components, rootType, wanted.result, range)
    }
    if case .nominal(let nominal, let arguments)? = core(expected), nominal == keyPathNominal {
      rootType = agreed(rootType, arguments[0])
      wantedResult = arguments[1]
    }
    guard let rootType, let nominal = keyPathNominal else { return unknownRoot(range) }
    if case .variable = shallow(rootType) { return unknownRoot(range) }
    let result = wantedResult ?? .variable(TypeVariable())
    let get = getter(components, rootType, result, range)
    let set = setter(components, rootType, result, range)
    let type = Type.nominal(nominal, [rootType, result])
    let parts = parts(components, compiler.storedProperties(of: type).map(\.type)[2], range)
    return TypedExpression(.structure([get, set, parts]), type, range)
  }

  /// What tells a path from others: the names in it and what its subscripts are given.
  private func parts(
    _ components: [KeyPathComponent], _ type: Type, _ range: SourceRange
  ) -> TypedExpression {
    func text(_ text: String) -> Expression { Expression(.string([.text(text)]), range) }
    var parts = components.flatMap { component -> [Expression] in
      switch component {
      case .property(let name, _): [text("." + name)]
      case .subscript(let arguments): [text(".[]")] + arguments.map(\.value)
      case .optionalChain: [text("?")]
      case .force: [text("!")]
      }
    }
    let hasChain = components.contains { if case .optionalChain = $0 { true } else { false } }
    if hasChain { parts.append(text("?")) }
    return check(Expression(.array(parts), range), as: type, .argument)
  }

  private func agreed(_ written: Type?, _ wanted: Type) -> Type {
    if let written { _ = unify(written, wanted) }
    return written ?? wanted
  }

  private func unknownRoot(_ range: SourceRange) -> TypedExpression {
    fail(
      "cannot infer key path root type from context; consider explicitly specifying a root type",
      at: range)
  }

  /// `KeyPath` of the library.
  var keyPathNominal: Nominal? {
    for case .type(let nominal) in compiler.library.symbols(named: "KeyPath") { return nominal }
    return nil
  }

  private func getter(
    _ components: [KeyPathComponent], _ root: Type, _ result: Type, _ range: SourceRange
  ) -> TypedExpression {
    let parameter = ClosureExpression.Parameter(name: "$0", type: nil, isInout: false, range: range)
    return synthesizedClosure([parameter], [root], result: result, range) { values in
      let value = self.check(
        self.steps(components, from: self.hidden(values[0]), range), expecting: result)
      if case .variable = self.shallow(result) { _ = self.unify(result, value.type) }
      return self.convert(value, to: result, .closureResult)
    }
  }

  /// A closure that writes what the path leads to; it does nothing where that cannot be written.
  private func setter(
    _ components: [KeyPathComponent], _ root: Type, _ result: Type, _ range: SourceRange
  ) -> TypedExpression {
    let parameters = ["$0", "$1"].map {
      ClosureExpression.Parameter(name: $0, type: nil, isInout: $0 == "$0", range: range)
    }
    return synthesizedClosure(parameters, [root, result], result: .void, range) { values in
      let path = self.steps(components, from: self.hidden(values[0]), range)
      return self.attempt { self.assignment(path, self.hidden(values[1]), range) }
        ?? TypedExpression(.unit, .void, range)
    }
  }

  /// The members and subscripts of a path, one after another.
  private func steps(
    _ components: [KeyPathComponent], from root: Expression, _ range: SourceRange
  ) -> Expression {
    var expression = root
    var hasChain = false
    for component in components {
      switch component {
      case .property("self", _): break
      case .property(let name, let place):
        let name = Name(base: name, labels: nil, range: place)
        expression = Expression(.member(expression, name, []), range)
      case .subscript(let arguments):
        expression = Expression(.subscript(expression, arguments), range)
      case .optionalChain:
        hasChain = true
        expression = Expression(.unwrapInChain(expression), range)
      case .force: expression = Expression(.force(expression), range)
      }
    }
    return hasChain ? Expression(.chain(expression), range) : expression
  }

  /// `value[keyPath: path]`: a place where the path can be written.
  func keyPathSubscript(
    _ value: TypedExpression, _ type: Type, _ path: Expression, _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    if case .keyPath(let root, let components) = path.kind {
      if let root { _ = unify(resolve(root), type) }
      return check(steps(components, from: hidden(value), range), expecting: expected)
    }
    let path = check(path)
    guard case .nominal(let nominal, let arguments) = settled(path.type), nominal == keyPathNominal
    else {
      return callValue(path, [Argument(label: nil, value: hidden(value))], range, expected)
    }
    if !unify(arguments[0], type), conversion(of: value, to: arguments[0]) == nil {
      report(mismatchMessage(final(type), final(arguments[0]), .argument), at: value.range)
    }
    func accessor(_ name: String) -> TypedExpression {
      member(Name(base: name, labels: nil, range: range), of: path, range)
    }
    let use = AccessorUse(
      getter: .value(accessor("_get")), setter: .value(accessor("_set")), receiver: value,
      isReference: value.isReference(type))
    return TypedExpression(.computed(use, []), arguments[1], range)
  }
}
