package import CellSyntax

/// Which arguments go to which parameters.
package struct ArgumentMatch {
  /// For each parameter the arguments; several for a variadic one, none where the default is used.
  package var arguments: [[Int]]
}

/// Why arguments do not fit parameters.
package enum ArgumentMismatch {
  case missing(parameter: Int)
  case extra(argument: Int)
  case labels
}

extension Signature {
  /// Distributes arguments over the parameters as Swift does: in order, by label; a trailing closure
  /// without a label goes to the first parameter that takes a function.
  package func match(_ arguments: [Argument]) -> Result<ArgumentMatch, ArgumentMismatchError> {
    var result = ArgumentMatch(arguments: parameters.map { _ in [] })
    var parameter = 0
    var index = 0
    while index < arguments.count {
      switch target(of: index, in: arguments, from: parameter) {
      case .failure(let mismatch): return .failure(mismatch)
      case .success(let target):
        let isTrailing = arguments[index].isTrailingClosure && arguments[index].label == nil
        result.arguments[target].append(index)
        index += 1
        while !isTrailing, parameters[target].isVariadic, index < arguments.count,
          arguments[index].label == nil, !arguments[index].isTrailingClosure
        {
          result.arguments[target].append(index)
          index += 1
        }
        parameter = target + 1
      }
    }
    if let missing = firstRequired(from: parameter, to: parameters.count) {
      return .failure(.init(kind: .missing(parameter: missing)))
    }
    return .success(result)
  }

  /// The parameter that takes an argument, of those that are left.
  private func target(
    of index: Int, in arguments: [Argument], from parameter: Int
  ) -> Result<Int, ArgumentMismatchError> {
    let argument = arguments[index]
    if argument.isTrailingClosure, argument.label == nil {
      guard let target = trailingTarget(from: parameter, remaining: arguments[(index + 1)...])
      else { return .failure(.init(kind: .extra(argument: index))) }
      if let missing = firstRequired(from: parameter, to: target) {
        return .failure(.init(kind: .missing(parameter: missing)))
      }
      return .success(target)
    }
    var target = parameter
    while target < parameters.count, parameters[target].label != argument.label,
      parameters[target].defaultValue != nil || parameters[target].isVariadic
    {
      target += 1
    }
    guard target < parameters.count else {
      let isKnown = parameters.contains { $0.label == argument.label }
      let isMislabelled =
        isKnown && argument.label != nil
        || parameter < parameters.count && arguments.count <= parameters.count
      return .failure(.init(kind: isMislabelled ? .labels : .extra(argument: index)))
    }
    if parameters[target].label == argument.label { return .success(target) }
    // A label that comes later means that this parameter was left out.
    let later = parameters[target...].firstIndex { $0.label == argument.label }
    let isLeftOut = argument.label != nil && later.map { $0 > target } ?? false
    return .failure(.init(kind: isLeftOut ? .missing(parameter: target) : .labels))
  }

  private func firstRequired(from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return (start..<end).first { parameters[$0].defaultValue == nil && !parameters[$0].isVariadic }
  }

  /// The parameter that an unlabelled trailing closure is for.
  private func trailingTarget(from start: Int, remaining: ArraySlice<Argument>) -> Int? {
    guard start < parameters.count else { return nil }
    let candidates = (start..<parameters.count).filter { takesFunction(parameters[$0]) }
    // Parameters that later arguments name are not for this one.
    let free = candidates.filter { index in
      !remaining.contains { $0.label != nil && $0.label == parameters[index].label }
    }
    if let required = free.first(where: { parameters[$0].defaultValue == nil }) {
      return required
    }
    return free.first
  }

  private func takesFunction(_ parameter: Parameter) -> Bool {
    var type = parameter.type
    while let wrapped = type.optionalWrapped { type = wrapped }
    switch type {
    case .function: return true
    case .parameter, .variable: return parameter.defaultValue == nil
    default: return false
    }
  }
}

/// A mismatch as an error.
package struct ArgumentMismatchError: Error {
  package var kind: ArgumentMismatch
}

extension BodyChecker {
  /// Says how arguments do not fit the parameters, in Swift's words.
  func reportMismatch(
    _ mismatch: ArgumentMismatch, _ signature: Signature, _ arguments: [Argument],
    _ range: SourceRange
  ) {
    switch mismatch {
    case .missing(let index):
      let labels = arguments.filter { !$0.isTrailingClosure }.map(\.label)
      let wanted = signature.parameters.map(\.label)
      if labels.count == wanted.count, Set(labels) == Set(wanted),
        firstMisplaced(labels, Array(wanted)) != nil
      {
        return reportLabels(signature, arguments, range)
      }
      let parameter = signature.parameters[index]
      let end = SourceRange(start: max(range.start, range.end - 1), end: range.end)
      if let label = parameter.label {
        report("missing argument for parameter '\(label)' in call", at: end)
      } else {
        report("missing argument for parameter #\(index + 1) in call", at: end)
      }
    case .extra(let index):
      let extras = arguments.count - signature.parameters.count
      if arguments[index].isTrailingClosure,
        !signature.parameters.contains(where: {
          if case .function = $0.type { true } else { false }
        })
      {
        report("extra trailing closure passed in call", at: arguments[index].value.range)
      } else if signature.parameters.isEmpty {
        report("argument passed to call that takes no arguments", at: arguments[index].value.range)
      } else if extras > 1 {
        let positions = (arguments.count - extras + 1...arguments.count).map { "#\($0)" }
        report(
          "extra arguments at positions \(positions.joined(separator: ", ")) in call",
          at: arguments[index].value.range)
      } else if let label = arguments[index].label {
        report("extra argument '\(label)' in call", at: arguments[index].value.range)
      } else {
        report("extra argument in call", at: arguments[index].value.range)
      }
    case .labels: reportLabels(signature, arguments, range)
    }
  }

  private func reportLabels(
    _ signature: Signature, _ arguments: [Argument], _ range: SourceRange
  ) {
    let positional = arguments.filter { !$0.isTrailingClosure }
    let have = positional.map(\.label)
    let want = signature.parameters.prefix(positional.count).map(\.label)
    let wrong = zip(have, want).enumerated().filter { $1.0 != $1.1 }
    let place = argumentList ?? range
    if Set(have) == Set(want), have.count == want.count, let misplaced = firstMisplaced(have, want)
    {
      let argument = positional[misplaced.index]
      let label = argument.label.map { Int32($0.utf8.count + 2) } ?? 0
      report(
        "argument '\(misplaced.label)' must precede argument '\(misplaced.before)'",
        at: SourceRange(
          start: argument.value.range.start - label, end: argument.value.range.end))
      return
    }
    if wrong.count == 1, let pair = wrong.first?.element {
      if pair.0 == nil, let label = pair.1 {
        report("missing argument label '\(label):' in call", at: place)
        return
      }
      if let label = pair.0, pair.1 == nil {
        report("extraneous argument label '\(label):' in call", at: place)
        return
      }
    }
    func spell(_ labels: some Sequence<String?>) -> String {
      labels.map { "\($0 ?? "_"):" }.joined()
    }
    let plural = wrong.count > 1 || positional.count > 1 ? "s" : ""
    if wrong.allSatisfy({ $0.element.0 == nil }) {
      report("missing argument labels '\(spell(want))' in call", at: place)
    } else if wrong.allSatisfy({ $0.element.1 == nil }) {
      report("extraneous argument labels '\(spell(have))' in call", at: place)
    } else {
      report(
        "incorrect argument label\(plural) in call (have '\(spell(have))', expected '\(spell(want))')",
        at: place)
    }
  }

  /// The first argument that stands behind one that it must precede.
  private func firstMisplaced(
    _ have: [String?], _ want: [String?]
  ) -> (index: Int, label: String, before: String)? {
    for (index, label) in have.enumerated() {
      guard let label, let position = want.firstIndex(of: label) else { continue }
      for earlier in have[..<index] {
        guard let earlier, let other = want.firstIndex(of: earlier), other > position else {
          continue
        }
        return (index, label, earlier)
      }
    }
    return nil
  }
}
