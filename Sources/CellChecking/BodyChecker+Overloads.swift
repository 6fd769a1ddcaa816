internal import CellSyntax

extension BodyChecker {
  /// Chooses among candidates and makes the call.
  func resolveCall(
    _ candidates: [Candidate], _ arguments: [Argument], _ range: SourceRange, _ name: String,
    expected: Type?, at nameRange: SourceRange? = nil, owner: Type? = nil
  ) -> TypedExpression {
    guard !candidates.isEmpty else {
      let type = owner.map { "'\(deep($0))'" } ?? "'\(name)'"
      return fail(
        "\(type) cannot be constructed because it has no accessible initializers", at: range)
    }
    if let call = chosenCall(candidates, arguments, range, expected, nameRange) { return call }
    var fitting: [(candidate: Candidate, signature: Signature, match: ArgumentMatch)] = []
    var mismatch: (ArgumentMismatch, Signature)?
    for var candidate in candidates {
      candidate.nameRange = nameRange
      let signature = signature(of: candidate)
      switch signature.match(arguments) {
      case .success(let match): fitting.append((candidate, signature, match))
      case .failure(let error): mismatch = mismatch ?? (error.kind, signature)
      }
    }
    if compiler.inquiry != nil {
      noteCall(
        owner.map { "\(deep($0))" } ?? name,
        candidates.map { Inquiry.Call.Option(candidate: $0, signature: signature(of: $0)) },
        arguments, range)
      if fitting.isEmpty, let explored = explore(candidates, arguments, range, expected) {
        return explored
      }
    }
    if fitting.isEmpty {
      return reportNoFit(candidates, mismatch, arguments, range, name, expected, nameRange ?? range)
    }
    if fitting.count == 1 {
      let only = fitting[0]
      return apply(only.candidate, only.signature, only.match, arguments, range, expected)
    }
    return chooseBest(fitting, arguments, range, name, expected, nameRange ?? range)
  }

  private func chooseBest(
    _ fitting: [(candidate: Candidate, signature: Signature, match: ArgumentMatch)],
    _ arguments: [Argument], _ range: SourceRange, _ name: String, _ expected: Type?,
    _ nameRange: SourceRange
  ) -> TypedExpression {
    var best: (index: Int, score: Int)?
    let before = cost
    for (index, option) in fitting.enumerated() {
      let mark = self.mark
      cost = 0
      let value = apply(
        option.candidate, option.signature, option.match, arguments, range, expected)
      let succeeded = compiler.errorCount == mark.errors
      if succeeded, let expected, !fits(value.type, expected) { cost += 20 }
      let score = cost * 100 + option.candidate.rank + option.signature.generics.count * 3
      let isCertain = cost == 0 && option.signature.generics.isEmpty
      cost = before
      if succeeded, best == nil, isCertain || index == fitting.count - 1 { return value }
      restore(mark)
      if succeeded, score < best?.score ?? .max { best = (index, score) }
    }
    if let best {
      let option = fitting[best.index]
      return apply(option.candidate, option.signature, option.match, arguments, range, expected)
    }
    return reportNoMatch(
      fitting.map(\.candidate), fitting, arguments, range, name, expected, nameRange)
  }

  private func fits(_ type: Type, _ expected: Type) -> Bool {
    canConvert(type, to: expected)
  }

  private func reportNoMatch(
    _ candidates: [Candidate],
    _ fitting: [(candidate: Candidate, signature: Signature, match: ArgumentMatch)],
    _ arguments: [Argument], _ range: SourceRange, _ name: String, _ expected: Type?,
    _ nameRange: SourceRange
  ) -> TypedExpression {
    // When an argument is wrong by itself, that is the message.
    let errors = compiler.errorCount
    for argument in arguments where !isDependent(argument.value) && !isInout(argument.value) {
      _ = check(argument.value)
    }
    if compiler.errorCount > errors { return wrong(range) }
    // The nearest candidate explains best.
    var messages: [String] = []
    var first: [CellDiagnostic] = []
    for option in fitting {
      let before = compiler.reported.count
      let errorsBefore = compiler.errorCount
      tentatively {
        _ = apply(option.candidate, option.signature, option.match, arguments, range, expected)
        if compiler.errorCount > errorsBefore {
          let new = Array(compiler.reported[before...])
          if first.isEmpty { first = new }
          messages += new.prefix(1).map(\.message)
        }
      }
    }
    if Set(messages).count == 1, let option = fitting.first {
      return apply(option.candidate, option.signature, option.match, arguments, range, expected)
    }
    if let option = bodyMistake(fitting, arguments, range, expected) {
      return apply(option.candidate, option.signature, option.match, arguments, range, expected)
    }
    if case .function(let symbol)? = candidates.first?.target, symbol.isInitializer,
      let type = candidates.first?.owner, arguments.count == 1, !isDependent(arguments[0].value)
    {
      let actual = deep(check(arguments[0].value).type)
      return fail(
        "no exact matches in call to initializer of '\(deep(type))' for argument of type '\(actual)'",
        at: range)
    }
    let kind = candidates.first.map { kindName($0) } ?? "function"
    let what = kind == "initializer" ? "initializer" : "\(kind) '\(name)'"
    return fail("no exact matches in call to \(what)", at: nameRange)
  }

  /// The candidate that all arguments fit but for mistakes within the body of a closure: these are what
  /// is wrong, whichever function is meant.
  private func bodyMistake(
    _ fitting: [(candidate: Candidate, signature: Signature, match: ArgumentMatch)],
    _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> (candidate: Candidate, signature: Signature, match: ArgumentMatch)? {
    let bodies = arguments.compactMap { argument -> SourceRange? in
      guard case .closure(let closure) = argument.value.kind, let first = closure.body.first,
        let last = closure.body.last
      else { return nil }
      return first.range + last.range
    }
    guard !bodies.isEmpty else { return nil }
    var best: (index: Int, mistakes: Int)?
    for (index, option) in fitting.enumerated() {
      let mistakes = tentatively { () -> [CellDiagnostic] in
        let before = compiler.reported.count
        _ = apply(option.candidate, option.signature, option.match, arguments, range, expected)
        return compiler.reported[before...].filter { $0.severity == .error }
      }
      let isInside = mistakes.allSatisfy { mistake in
        guard let place = mistake.place else { return false }
        return bodies.contains { source.contains(place, in: $0) }
      }
      if isInside, mistakes.count < best?.mistakes ?? .max { best = (index, mistakes.count) }
    }
    return best.map { fitting[$0.index] }
  }

  private func isInout(_ expression: Expression) -> Bool {
    if case .inoutArgument = expression.kind { true } else { false }
  }

  private func reportNoFit(
    _ candidates: [Candidate], _ mismatch: (ArgumentMismatch, Signature)?,
    _ arguments: [Argument], _ range: SourceRange, _ name: String, _ expected: Type?,
    _ nameRange: SourceRange
  ) -> TypedExpression {
    let errors = compiler.errorCount
    for argument in arguments where !isDependent(argument.value) && !isInout(argument.value) {
      _ = check(argument.value)
    }
    if compiler.errorCount > errors { return wrong(range) }
    if candidates.count == 1, let (kind, signature) = mismatch {
      reportMismatch(kind, signature, arguments, range)
      return TypedExpression(.error, .error, range)
    }
    if let near = nearestByLabels(candidates, arguments) {
      reportMismatch(near.0, near.1, arguments, range)
      return wrong(range)
    }
    let kind = candidates.first.map { kindName($0) } ?? "function"
    let what = kind == "initializer" ? "initializer" : "\(kind) '\(name)'"
    return fail("no exact matches in call to \(what)", at: nameRange)
  }

  /// The candidate whose labels are nearest to those written, when there is one with as many arguments.
  private func nearestByLabels(
    _ candidates: [Candidate], _ arguments: [Argument]
  ) -> (ArgumentMismatch, Signature)? {
    var best: (ArgumentMismatch, Signature, Int)?
    for candidate in candidates {
      let signature = signature(of: candidate)
      guard case .failure(let error) = signature.match(arguments) else { continue }
      let common = arguments.filter { argument in
        signature.parameters.contains { $0.label == argument.label }
      }.count
      let distance =
        abs(signature.parameters.count - arguments.count) * 2 + (arguments.count - common)
      if distance < best?.2 ?? .max { best = (error.kind, signature, distance) }
    }
    return best.map { ($0.0, $0.1) }
  }
}
