/// What the text of a host function's declaration says: enough of it to write calls.
struct DeclaredFunction {
  /// How a member or function is used.
  enum Kind {
    case function, staticFunction, initializer, property, staticProperty, subscripting
    case binaryOperator, prefixOperator, assignmentOperator
  }

  /// One parameter.
  struct Parameter {
    /// The label in calls; nil where there is none.
    var label: String?
    /// The type without `inout` and dots.
    var type: String
    var isVariadic: Bool
    var hasDefault: Bool
  }

  let kind: Kind
  let name: String
  let parameters: [Parameter]
  /// The type that it is a member of; nil for a free function.
  let owner: String?

  /// Reads a declaration such as `static func cosine(total: Int, floor: Double = 0.01) -> Schedule`.
  init(_ declaration: String, of owner: String?) {
    self.owner = owner
    let words = declaration.split(separator: " ").map(String.init)
    let isStatic = words.contains("static")
    let opening = declaration.firstIndex(of: "(")
    let isProperty =
      words.contains("var")
      && declaration.prefix(upTo: opening ?? declaration.endIndex)
        .contains("var ")
    if isProperty {
      kind = isStatic ? .staticProperty : .property
      let place = words.firstIndex(of: "var") ?? 0
      name = words[place + 1].filter { $0 != ":" }
      parameters = []
      return
    }
    let head = opening.map { String(declaration[..<$0]) } ?? declaration
    let list = Self.parts(of: Self.parenthesized(declaration))
    parameters = list.map(Self.parameter)
    // `line<X, Y>` is called by its name alone; an operator may be a bracket.
    let name = head.firstIndex(of: "<").flatMap { head[..<$0].last?.isLetter == true ? $0 : nil }
    let spelled = head[..<(name ?? head.endIndex)].split(separator: " ").map(String.init)
    let last = spelled.last ?? ""
    self.name = last
    let isOperator = last.allSatisfy { "+-*/=<>.!".contains($0) }
    if spelled.first == "init" || last == "init" {
      kind = .initializer
    } else if last == "subscript" {
      kind = .subscripting
    } else if isOperator {
      kind =
        spelled.contains("prefix")
        ? .prefixOperator
        : last.hasSuffix("=") && last != "==" && !last.hasPrefix(".")
          ? .assignmentOperator : .binaryOperator
    } else {
      kind = isStatic ? .staticFunction : .function
    }
  }

  /// What stands between the first parenthesis and the one that closes it.
  private static func parenthesized(_ text: String) -> String {
    guard let start = text.firstIndex(of: "(") else { return "" }
    var depth = 0
    var inside = ""
    for character in text[start...] {
      if character == ")" { depth -= 1 }
      if depth == 0 && character == ")" { break }
      if depth > 0 { inside.append(character) }
      if character == "(" { depth += 1 }
    }
    return inside
  }

  /// A list's parts between commas that stand in no bracket.
  private static func parts(of list: String) -> [String] {
    var parts: [String] = []
    var depth = 0
    var part = ""
    var isText = false
    for character in list {
      if character == "\"" { isText.toggle() }
      switch character {
      case _ where isText: break
      case "(", "[", "<": depth += 1
      case ")", "]": depth -= 1
      case ">" where part.last != "-": depth -= 1
      default: break
      }
      if character == ",", depth == 0, !isText {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func parameter(_ text: String) -> Parameter {
    let colon = text.firstIndex(of: ":") ?? text.startIndex
    let label = text[..<colon].split(separator: " ").first.map(String.init) ?? "_"
    let rest = String(text[text.index(after: colon)...])
    let hasDefault = rest.contains(" = ")
    var type = String(rest.prefix { $0 != "=" })
    type = type.split(separator: " ").joined(separator: " ")
    if type.hasPrefix("inout ") { type.removeFirst("inout ".count) }
    let isVariadic = type.hasSuffix("...")
    if isVariadic { type.removeLast(3) }
    return Parameter(
      label: label == "_" ? nil : label, type: type, isVariadic: isVariadic,
      hasDefault: hasDefault)
  }
}

// MARK: - Calls

extension DeclaredFunction {
  /// The calls of the function: with sensible values, and with each extreme value of a parameter's
  /// type in its place and sensible ones in all others; of a member, on each receiver.
  func calls() -> [String] {
    let sensible = parameters.map { argument($0) }
    var lists = [sensible]
    for (place, parameter) in parameters.enumerated() {
      for extreme in SweepValues.extremes(of: parameter.type) {
        var list = sensible
        list[place] = extreme
        lists.append(list)
      }
    }
    let isMember = [.function, .property, .subscripting].contains(kind) && owner != nil
    let receivers =
      isMember ? SweepValues.receivers(of: owner ?? "") : [""]
    return receivers.enumerated().flatMap { index, receiver in
      (index == 0 ? lists : [sensible]).map { call(on: receiver, $0) }
    }
  }

  /// What stands for a parameter where another one is tried.
  private func argument(_ parameter: Parameter) -> String {
    let value =
      SweepValues.sensible(parameter.label ?? "", of: name)
      ?? SweepValues.sensible(of: parameter.type)
    let mustBeGiven = !parameter.hasDefault && !parameter.isVariadic
    return value == SweepValues.leftOut && mustBeGiven ? "nil" : value
  }

  private func call(on receiver: String, _ arguments: [String]) -> String {
    let list = zip(parameters, arguments).compactMap { parameter, argument -> String? in
      if argument == SweepValues.leftOut { return nil }
      // What has to be of the receiver's own type is the receiver.
      let value = parameter.type == "Self" ? receiver : argument
      return (parameter.label.map { "\($0): " } ?? "") + value
    }.joined(separator: ", ")
    let type = owner ?? ""
    switch kind {
    case .function where owner == nil: return "\(name)(\(list))"
    case .function: return "(\(receiver)).\(name)(\(list))"
    case .staticFunction: return "\(type).\(name)(\(list))"
    case .initializer: return "\(type)(\(list))"
    case .property: return "(\(receiver)).\(name)"
    case .staticProperty: return "\(type).\(name)"
    case .subscripting: return "(\(receiver))[\(list)]"
    case .prefixOperator: return "\(name)(\(arguments[0]))"
    case .binaryOperator: return "(\(arguments[0])) \(name) (\(arguments[1]))"
    case .assignmentOperator:
      return "{ () -> Tensor in var x = \(arguments[0]); x \(name) \(arguments[1]); return x }()"
    }
  }
}
