internal import CellChecking
internal import CellSyntax

/// How values of a type that a program declares lie in JSON.
struct JSONShape {
  /// What the stored properties of a struct or class are called; nil for one that is left out.
  private let keys: [String: String]?

  /// The shape of a struct or class: its own `CodingKeys`, or the names of its properties.
  init(_ nominal: Nominal, _ machine: Machine) {
    let members = machine.program.lock.locked {
      machine.compiler.memberTable(of: nominal).members["CodingKeys"] ?? []
    }
    for case .type(let nested) in members where nested.kind == .enumeration {
      guard let node = nested.declaration else { continue }
      keys = Dictionary(
        Self.cases(of: node).map { ($0.name, Self.text(of: $0)) },
        uniquingKeysWith: { first, _ in first })
      return
    }
    keys = nil
  }

  /// The key of a property; nil where it is left out.
  func key(of property: String) -> String? {
    guard let keys else { return property }
    return keys[property]
  }

  static func cases(of node: TypeDeclaration) -> [EnumCaseDeclaration] {
    node.members.flatMap { member in
      if case .cases(let cases) = member { cases } else { [EnumCaseDeclaration]() }
    }
  }

  /// The raw values of an enumeration that has some, in order: texts or whole numbers.
  static func rawValues(of nominal: Nominal) -> (type: String, values: [Datum])? {
    guard let node = nominal.declaration, let raw = node.inheritance.first?.spelledName,
      raw == "String" || Nominal.standard[raw]?.integerWidth != nil
    else { return nil }
    var next = 0
    let values = cases(of: node).map { item -> Datum in
      if raw == "String" { return .string(text(of: item)) }
      switch item.rawValue?.kind {
      case .integer(let number?): next = Int(truncatingIfNeeded: number)
      case .negativeInteger(let number): next = Int(truncatingIfNeeded: 0 &- number)
      default: break
      }
      defer { next &+= 1 }
      return .int(next)
    }
    return (raw, values)
  }

  private static func text(of item: EnumCaseDeclaration) -> String {
    guard case .string(let segments)? = item.rawValue?.kind else { return item.name }
    return segments.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}

extension String {
  /// `firstName` as `first_name`, as Foundation makes it.
  var snakeCase: String {
    let scalars = Array(self)
    guard let start = scalars.firstIndex(where: { $0 != "_" }) else { return self }
    var result = String(scalars[..<start])
    for (index, character) in scalars.enumerated() where index >= start {
      let isNext = index + 1 < scalars.count
      if character.isUppercase, index > start {
        let afterSmall = !scalars[index - 1].isUppercase && scalars[index - 1] != "_"
        let beforeSmall =
          isNext && scalars[index + 1].isLowercase && scalars[index - 1].isUppercase
        if afterSmall || beforeSmall { result += "_" }
      }
      result += character.lowercased()
    }
    return result
  }

  /// `first_name` as `firstName`, as Foundation makes it.
  var camelCase: String {
    let core = drop { $0 == "_" }
    guard let last = core.lastIndex(where: { $0 != "_" }), core.contains("_") else { return self }
    let words = core[...last].split(separator: "_")
    guard words.count > 1, let first = words.first else { return self }
    let joined =
      first.lowercased()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined()
    return prefix { $0 == "_" } + joined + core[core.index(after: last)...]
  }
}
