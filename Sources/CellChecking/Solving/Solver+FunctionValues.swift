internal import CellSyntax

extension Solver {
  /// A function as a value where it is known what is wanted; nil where it must wait.
  func simplifyReference(_ candidates: [Candidate], _ type: Type) -> Bool? {
    guard candidates.count > 1 else {
      return candidates.first.map { unify(type, functionType(of: $0)) } ?? false
    }
    return nil
  }

  /// The type of a function as a value, with variables for its generic parameters.
  func functionType(of candidate: Candidate) -> Type {
    let opened = checker.functionValueType(candidate)
    for requirement in checker.signature(of: candidate).requirements {
      require(requirement, opened.substitution)
    }
    return .function(opened.type)
  }

  /// An operator as a function, once its operands are known.
  func simplifyOperator(_ name: OperatorUse, _ type: Type) -> Bool? {
    guard case .function(let wanted)? = isKnown(type) ? shallow(type) : context(of: type) else {
      return nil
    }
    var types = wanted.parameters.map(\.type)
    if types.count == 1, case .tuple(let elements) = shallow(types[0]), elements.count == 2 {
      types = elements.map(\.type)
    }
    guard (1...2).contains(types.count) else { return false }
    let result = variable()
    let range = name.range
    let operands = types.map { _ in Expression(.error, range) }
    let isPlace = types.count == 2 && name.text.isAssigningOperator
    let arguments = operands.enumerated().map { index, operand in
      Argument(
        label: nil,
        value: index == 0 && isPlace ? Expression(.inoutArgument(operand), range) : operand)
    }
    add(
      .operation(
        OperatorCall(
          node: Expression(.operatorFunction(name), range), name: name, arguments: arguments,
          types: types, result: result)))
    add(.convert(result, wanted.result))
    return unify(type, .function(wanted))
  }

  /// A key path, once its root is known.
  func simplify(_ use: KeyPathUse) -> Bool? {
    let context = isKnown(use.type) ? shallow(use.type) : context(of: use.type)
    var root = use.root
    var result: Type?
    switch context {
    case .function(let wanted)?:
      guard wanted.parameters.count == 1 else { return false }
      if let root { guard unify(root, wanted.parameters[0].type) else { return false } }
      root = root ?? wanted.parameters[0].type
      result = wanted.result
    case .nominal(let nominal, let arguments)?:
      guard nominal == checker.keyPathNominal else { return false }
      if let root { guard unify(root, arguments[0]) else { return false } }
      root = root ?? arguments[0]
      result = arguments[1]
    case nil: break
    default: return false
    }
    guard let root, isKnown(root), context != nil || use.root != nil,
      let nominal = checker.keyPathNominal
    else { return nil }
    guard let value = try? follow(use, from: root) else { return false }
    if let result { add(.convert(value, result)) }
    return unify(use.type, context ?? .nominal(nominal, [root, value]))
  }

  private func follow(_ use: KeyPathUse, from root: Type) throws -> Type {
    var type = root
    var isInChain = false
    for component in use.components {
      let next = variable()
      switch component {
      case .property("self", _): continue
      case .property(let name, let place):
        add(.member(type, Name(base: name, labels: nil, range: place), next))
      case .force: add(.optional(type, wrapped: next))
      case .optionalChain:
        isInChain = true
        add(.optional(type, wrapped: next))
      case .subscript(let arguments):
        let types = try arguments.map { try self.type(of: $0.value) }
        let node = Expression(.error, use.range)
        add(
          .call(
            Call(
              node: node, arguments: arguments, types: types, result: next,
              callee: .subscript(type))))
      }
      type = next
    }
    guard isInChain else { return type }
    let whole = variable()
    add(.chain(type, whole))
    return whole
  }
}
