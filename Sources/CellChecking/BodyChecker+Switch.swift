internal import CellSyntax

extension BodyChecker {
  func choice(_ node: SwitchStatement, value: Type?) -> TypedSwitch {
    let subject = check(node.subject)
    let type = settled(subject.type)
    let target = LoopTarget(label: node.label, isLoop: false)
    let result = TypedSwitch(target: target, subject: subject)
    scope.targets.append(target)
    defer { scope.targets.removeLast() }
    for item in node.cases {
      scope.blocks.append([:])
      var patterns: [(pattern: TypedPattern, condition: TypedExpression?)] = []
      if item.patterns.count > 1 {
        patterns = alternatives(item.patterns, type)
      } else {
        for (node, condition) in item.patterns {
          let typed = pattern(node, type)
          patterns.append((typed, condition.map { check($0, as: .bool, .condition) }))
        }
      }
      if item.body.isEmpty {
        report(
          "'\(item.isDefault ? "default" : "case")' label in a 'switch' must have at least one executable statement",
          at: item.range)
      }
      let body = value.map { valueBlock(item.body, $0) } ?? block(item.body)
      scope.blocks.removeLast()
      result.cases.append(.init(patterns: patterns, isDefault: item.isDefault, body: body))
    }
    let hasDefault = node.cases.contains(where: \.isDefault)
    if !hasDefault, !deep(type).hasError {
      let rows = result.cases.flatMap(\.patterns).filter { $0.condition == nil }.map {
        [$0.pattern]
      }
      if !covers(rows, [deep(type)], depth: 0) {
        report(
          "switch must be exhaustive",
          at: SourceRange(start: node.range.start, end: node.range.start + 6))
      }
    }
    return result
  }

  /// Several patterns before one body bind the same names: one variable each.
  private func alternatives(
    _ items: [(pattern: Pattern, condition: Expression?)], _ type: Type
  ) -> [(pattern: TypedPattern, condition: TypedExpression?)] {
    var result: [(pattern: TypedPattern, condition: TypedExpression?)] = []
    var shared: [String: VariableSymbol] = [:]
    for (index, item) in items.enumerated() {
      scope.blocks[scope.blocks.count - 1] = [:]
      var typed = pattern(item.pattern, type)
      if index == 0 {
        for (name, local) in scope.blocks[scope.blocks.count - 1] {
          if case .variable(let symbol) = local { shared[name] = symbol }
        }
      } else {
        for (_, symbol) in shared { symbol.isLet = true }
        typed = typed.rebound { symbol in
          guard let first = shared[symbol.name] else { return symbol }
          _ = self.unify(first.type, symbol.type)
          return first
        }
        for (name, symbol) in shared { scope.declare(name, .variable(symbol)) }
      }
      result.append((typed, item.condition.map { check($0, as: .bool, .condition) }))
    }
    for (name, symbol) in shared { scope.declare(name, .variable(symbol)) }
    return result
  }

  // MARK: - Exhaustiveness

  /// Whether rows of patterns match every list of values of the given types.
  func covers(_ rows: [[TypedPattern]], _ types: [Type], depth: Int) -> Bool {
    guard let type = types.first else { return !rows.isEmpty }
    if rows.isEmpty { return false }
    if depth > 40 { return true }
    let rest = Array(types.dropFirst())
    if rows.allSatisfy({ $0[0].isIrrefutable }) {
      return covers(rows.map { Array($0.dropFirst()) }, rest, depth: depth + 1)
    }
    guard let constructors = constructors(of: type) else {
      // Not enumerable: only what matches anything counts.
      let open = rows.filter { $0[0].isIrrefutable }.map { Array($0.dropFirst()) }
      return covers(open, rest, depth: depth + 1)
    }
    return constructors.allSatisfy { constructor in
      let specialized = rows.compactMap { row -> [TypedPattern]? in
        row[0].arguments(for: constructor).map { $0 + row.dropFirst() }
      }
      return covers(specialized, constructor.types + rest, depth: depth + 1)
    }
  }

  private func constructors(of type: Type) -> [PatternConstructor]? {
    if let wrapped = type.optionalWrapped {
      return [
        PatternConstructor(kind: .none, types: []),
        PatternConstructor(kind: .some, types: [wrapped]),
      ]
    }
    if type == .bool {
      return [
        PatternConstructor(kind: .boolean(true), types: []),
        PatternConstructor(kind: .boolean(false), types: []),
      ]
    }
    if case .tuple(let elements) = type {
      return [PatternConstructor(kind: .tuple, types: elements.map { deep($0.type) })]
    }
    guard let nominal = type.nominal, nominal.kind == .enumeration else { return nil }
    let substitution = compiler.substitution(for: type)
    return compiler.memberTable(of: nominal).cases.map { symbol in
      PatternConstructor(
        kind: .enumCase(symbol.index),
        types: compiler.payload(of: symbol).map { deep(compiler.substitute($0.type, substitution)) }
      )
    }
  }
}

/// One way in which values of a type are made, for exhaustiveness.
package struct PatternConstructor {
  package enum Kind: Equatable {
    case none, some, tuple
    case boolean(Bool)
    case enumCase(Int)
  }

  package var kind: Kind
  package var types: [Type]
}

extension TypedPattern {
  /// Whether it matches every value.
  var isIrrefutable: Bool {
    switch self {
    case .wildcard, .binding, .error: true
    case .tuple(let parts): parts.allSatisfy(\.isIrrefutable)
    default: false
    }
  }

  /// The patterns for the parts of a value made in one way; `nil` when it matches no such value.
  package func arguments(for constructor: PatternConstructor) -> [TypedPattern]? {
    let wildcards = constructor.types.map { _ in TypedPattern.wildcard }
    switch (self, constructor.kind) {
    case (.wildcard, _), (.binding, _), (.error, _): return wildcards
    case (.none, .none): return []
    case (.some(let inner, _), .some): return [inner]
    case (.tuple(let parts), .tuple): return parts
    case (.boolean(let a), .boolean(let b)): return a == b ? [] : nil
    case (.enumCase(let index, let parts, _), .enumCase(let other)):
      guard index == other else { return nil }
      return parts.isEmpty ? wildcards : parts
    default: return nil
    }
  }

  /// The same pattern with other variables.
  func rebound(_ transform: (VariableSymbol) -> VariableSymbol) -> TypedPattern {
    switch self {
    case .binding(let symbol): .binding(transform(symbol))
    case .tuple(let parts): .tuple(parts.map { $0.rebound(transform) })
    case .enumCase(let index, let parts, let types):
      .enumCase(index, parts.map { $0.rebound(transform) }, payloadTypes: types)
    case .some(let inner, let type): .some(inner.rebound(transform), type)
    case .isType(let type, let inner): .isType(type, inner?.rebound(transform))
    case .wildcard, .none, .test, .boolean, .error: self
    }
  }
}
