internal import Text

/// A `name=value` that a run gives in place of what the notebook says.
public struct ParameterOverride: Sendable, Equatable {
  /// The name of a parameter, or of a key of the front matter.
  public let name: String
  /// The new value as it was typed.
  public let value: String

  /// An override from its parts.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Reads `name=value`; nil where there is no name or no `=`.
  public init?(parsing text: String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return nil }
    self.init(name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
  }
}

/// An override that the notebook cannot take.
public enum ParameterError: Error, Equatable, Sendable {
  /// No parameter has this name; the names that there are, and the nearest.
  case unknown(name: String, nearest: String?, parameters: [String])
  /// The value is of another type than the one in the notebook.
  case badValue(name: String, value: String, expected: String)
}

extension ParameterError: CustomStringConvertible {
  /// The fault in words.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest, let parameters):
      let suggestion = nearest.map(suggestion(of:)) ?? ""
      let known =
        parameters.isEmpty
        ? "the notebook has no cell tagged 'parameters' that declares any"
        : "the parameters are \(parameters.joined(separator: ", "))"
      return "'\(name)' is not a parameter of this notebook\(suggestion) (\(known); "
        + "'data' and 'seed' can always be set)"
    case .badValue(let name, let value, let expected):
      return "'\(name)' expects \(expected), got '\(value)'"
    }
  }
}

extension NotebookDocument {
  /// The names that `--set` can give a value, in the order of the file.
  public var parameterNames: [String] { parameterDeclarations.map(\.declaration.name) }

  /// Gives parameters and front matter other values, for one run: the file stays as it is.
  ///
  /// A parameter is a declaration `let name = literal` (or `var`) on a line of its own in a cell
  /// tagged `parameters`. The literal is replaced where it stands, so that what the cell computes
  /// from it follows, and no line moves. The new value must be of the literal's type.
  public mutating func apply(_ overrides: [ParameterOverride]) throws(ParameterError) {
    for override in overrides {
      let isFrontMatter = try frontMatter.apply(override)
      guard
        let (cell, declaration) = parameterDeclarations.last(where: {
          $0.declaration.name == override.name
        })
      else {
        if isFrontMatter { continue }
        throw .unknown(
          name: override.name,
          nearest: Self.nearestName(to: override.name, among: parameterNames + ["data", "seed"]),
          parameters: parameterNames)
      }
      try replace(declaration, in: cell, by: declaration.literal(for: override))
    }
  }

  /// The name that was meant; of a name of two letters, one that has a letter more.
  private static func nearestName(to name: String, among names: [String]) -> String? {
    if let near = nearest(to: name, among: names) { return near }
    guard name.count == 2 else { return nil }
    return names.first { candidate in
      candidate.count == 3
        && candidate.indices.contains { index in
          var shorter = candidate
          shorter.remove(at: index)
          return shorter == name
        }
    }
  }

  private var parameterDeclarations: [(cell: Cell, declaration: ParameterDeclaration)] {
    cells.filter { $0.kind == .swift && $0.options.declaresParameters }
      .flatMap { cell in ParameterDeclaration.all(in: cell.source).map { (cell, $0) } }
  }

  private mutating func replace(
    _ declaration: ParameterDeclaration, in cell: Cell, by literal: String
  ) {
    blocks = blocks.map { block in
      guard case .cell(let candidate) = block, candidate.number == cell.number else {
        return block
      }
      return .cell(candidate.replacing(declaration, by: literal))
    }
  }
}

extension Cell {
  fileprivate func replacing(_ declaration: ParameterDeclaration, by literal: String) -> Cell {
    var sourceLines = Lines(source).all
    sourceLines[declaration.lineIndex] = Substring(declaration.line(with: literal) + "\n")
    var textLines = Lines(text).all
    let index = firstLine - fenceLine + declaration.lineIndex
    let old = textLines[index]
    let content = Lines.content(of: old)
    let indentation = content.prefix { $0 == " " }.count - declaration.indentation
    textLines[index] = Substring(
      String(repeating: " ", count: max(0, indentation)) + declaration.line(with: literal)
        + old[content.endIndex...])
    return Cell(
      kind: kind, number: number, options: options, source: sourceLines.joined(),
      firstLine: firstLine, fenceLine: fenceLine, text: textLines.joined())
  }
}

extension FrontMatter {
  /// Takes an override of `data` or `seed`; the text stays as the file has it.
  ///
  /// - Returns: whether the name was one of them.
  fileprivate mutating func apply(_ override: ParameterOverride) throws(ParameterError) -> Bool {
    switch override.name {
    case "data":
      data = override.value
    case "seed":
      guard let seed = Self.seed(override.value) else {
        throw .badValue(
          name: override.name, value: override.value, expected: Self.seedExpectation)
      }
      self.seed = seed
    default:
      return false
    }
    return true
  }
}
