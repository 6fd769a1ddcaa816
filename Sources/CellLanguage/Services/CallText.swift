internal import CellChecking
internal import CellSyntax

/// How something that can be called is written, and where its parameters stand in that.
struct CallText {
  private(set) var text: String
  private(set) var parameters: [Range<Int>] = []

  /// A call with the types that stand for generic parameters.
  ///
  ///     train(_ network: Network, steps: Int = 100) throws -> Run
  init(
    _ name: String, _ signature: Signature, _ substitution: Substitution, _ compiler: Compiler,
    source: SourceText?
  ) {
    text = name + "("
    for (index, parameter) in signature.parameters.enumerated() {
      if index > 0 { text += ", " }
      let start = text.utf8.count
      text += CallText.label(of: parameter)
      let type = compiler.substitute(parameter.type, substitution)
      text += (parameter.isInout ? "inout " : "") + "\(type)" + (parameter.isVariadic ? "..." : "")
      if let value = parameter.defaultValue, let source {
        let written = source.text(in: value.range)
        text += written.isEmpty ? " = nil" : " = " + written
      }
      parameters.append(start..<text.utf8.count)
    }
    text += ")" + (signature.isThrowing ? " throws" : "")
    let result = compiler.substitute(signature.result, substitution)
    if !result.isVoid { text += " -> \(result)" }
  }

  private static func label(of parameter: Signature.Parameter) -> String {
    switch (parameter.label, parameter.name) {
    case (nil, ""): ""
    case (nil, let name): Int(name) == nil ? "_ \(name): " : ""
    case (let label?, let name): label == name ? "\(label): " : "\(label) \(name): "
    }
  }
}

extension Inquiry.Call.Option {
  /// The call with the types of its receiver.
  func text(_ name: String, _ compiler: Compiler) -> CallText {
    var substitution = candidate.substitution
    if case .nominal(let nominal, let types) = candidate.owner {
      for (parameter, type) in zip(nominal.parameters, types)
      where substitution[parameter] == nil && !type.hasVariables {
        substitution[parameter] = type
      }
    }
    return CallText(name, signature, substitution, compiler, source: source)
  }

  /// Where the declaration stands.
  private var source: SourceText? {
    switch candidate.target {
    case .function(let symbol): symbol.context.source
    case .enumCase(let symbol): symbol.context.source
    case .memberwise: candidate.owner.nominal?.context?.source
    case .value: nil
    }
  }

  /// The first parameters that an argument at a place among others may be for; `nil` where those before
  /// it do not fit.
  func openParameters(_ call: Inquiry.Call) -> Range<Int>? {
    var next = 0
    for argument in call.arguments[..<call.index] where !argument.isTrailingClosure {
      guard let target = signature.looseTarget(argument, from: next) else { return nil }
      next = signature.parameters[target].isVariadic ? target : target + 1
    }
    let end = signature.parameters[next...].firstIndex {
      $0.defaultValue == nil && !$0.isVariadic
    }
    return next..<(end.map { $0 + 1 } ?? signature.parameters.count)
  }

  /// The parameter that the argument with the place in it is for.
  func activeParameter(_ call: Inquiry.Call) -> Int? {
    guard let open = openParameters(call), !open.isEmpty else { return nil }
    let argument = call.arguments[call.index]
    if argument.label == nil {
      let unlabelled = open.first { signature.parameters[$0].label == nil }
      return unlabelled ?? open.lowerBound
    }
    return signature.looseTarget(argument, from: open.lowerBound)
  }
}
