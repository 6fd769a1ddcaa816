package import CellSyntax

extension BodyChecker {
  /// What is asked, where a name is the one that stands for the place.
  func inquiry(at name: String) -> Inquiry? {
    guard let inquiry = compiler.inquiry, name == Inquiry.marker else { return nil }
    return inquiry
  }

  /// Notes that a member of a value or type is asked for.
  func note(_ inquiry: Inquiry, memberOf type: Type, isStatic: Bool) {
    note(inquiry, .member(final(type), isStatic: isStatic))
  }

  func note(_ inquiry: Inquiry, _ finding: Inquiry.Finding) {
    let selfType = selfScope?.selfSymbol.map { deep($0.type) }
    inquiry.note(finding, locals: visibleLocals(), in: scope.types.context, of: selfType)
  }

  /// Notes that any name may stand here, or one for a value of a type.
  func noteName(_ inquiry: Inquiry, _ expected: Type?) {
    note(inquiry, .name(wanted: expected.map(deep)))
  }

  /// Notes a call when the place is among its arguments.
  func noteCall(
    _ name: String, _ options: @autoclosure () -> [Inquiry.Call.Option], _ arguments: [Argument],
    _ range: SourceRange
  ) {
    guard let inquiry = compiler.inquiry,
      let index = arguments.firstIndex(where: { inquiry.isInside($0.value.range) }),
      !arguments[index].isTrailingClosure
    else { return }
    var isWhole = false
    if case .name(let name, _) = arguments[index].value.kind, name.base == Inquiry.marker {
      isWhole = true
    }
    inquiry.note(
      Inquiry.Call(
        name: name, options: options(), arguments: arguments, index: index, isWhole: isWhole,
        range: range))
  }

  /// Tries a call that lacks arguments, for what is to be found inside those that it has; answers what
  /// it would be.
  func explore(
    _ candidates: [Candidate], _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    guard let inquiry = compiler.inquiry,
      arguments.contains(where: { inquiry.isInside($0.value.range) })
    else { return nil }
    var result: TypedExpression?
    for candidate in candidates.prefix(16) {
      let signature = signature(of: candidate)
      let match = signature.looseMatch(arguments)
      let mark = mark
      let value = apply(candidate, signature, match, arguments, range, expected)
      if result == nil {
        result = TypedExpression(.error, deep(value.type), range)
      }
      restore(mark)
    }
    for argument in arguments where inquiry.finding == nil { _ = check(argument.value) }
    return result ?? wrong(range)
  }

  /// The names that the blocks and functions around declare, innermost first.
  private func visibleLocals() -> [Inquiry.Local] {
    var result: [Inquiry.Local] = []
    var seen: Set<String> = []
    var next: FunctionScope? = scope
    while let current = next {
      for block in current.blocks.reversed() {
        for (name, local) in block.sorted(by: { $0.key < $1.key }) where seen.insert(name).inserted
        {
          result += self.local(name, local)
        }
      }
      next = current.parent
    }
    return result
  }

  private func local(_ name: String, _ local: FunctionScope.Local) -> [Inquiry.Local] {
    // What the checker names for itself begins with a dollar sign and a letter.
    if name.first == "$", Int(name.dropFirst()) == nil { return [] }
    switch local {
    case .variable(let symbol):
      if symbol.isFunction, let signature = symbol.signature {
        return [Inquiry.Local(name: name, kind: .function, signature: signature)]
      }
      return [
        Inquiry.Local(
          name: name, kind: symbol.isLet ? .constant : .variable, type: deep(symbol.type))
      ]
    case .functions(let symbols):
      return symbols.map {
        Inquiry.Local(name: name, kind: .function, signature: compiler.signature(of: $0))
      }
    case .symbol: return [Inquiry.Local(name: name, kind: .type)]
    }
  }
}

extension Signature {
  /// Distributes arguments over the parameters as far as that goes: some may be left over, and some
  /// parameters without one.
  func looseMatch(_ arguments: [Argument]) -> ArgumentMatch {
    var result = ArgumentMatch(arguments: parameters.map { _ in [] })
    var next = 0
    for (index, argument) in arguments.enumerated() {
      guard let target = looseTarget(argument, from: next) else { continue }
      result.arguments[target].append(index)
      next = parameters[target].isVariadic ? target : target + 1
    }
    return result
  }

  /// The parameter that an argument is for, at the given one or after it.
  package func looseTarget(_ argument: Argument, from start: Int) -> Int? {
    guard start < parameters.count else { return nil }
    if argument.isTrailingClosure, argument.label == nil {
      return (start..<parameters.count).first { index in
        if case .function = parameters[index].type.withoutOptionals { true } else { false }
      } ?? parameters.count - 1
    }
    if let found = (start..<parameters.count).first(where: {
      parameters[$0].label == argument.label
    }) {
      return found
    }
    // A variadic parameter is left by the label of one behind it.
    return argument.label == nil ? start : nil
  }
}

extension Type {
  /// What the type wraps in the end.
  fileprivate var withoutOptionals: Type {
    var type = self
    while let wrapped = type.optionalWrapped { type = wrapped }
    return type
  }
}
