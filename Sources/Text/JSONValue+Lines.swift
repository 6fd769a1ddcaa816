extension JSONValue {
  /// Text as Jupyter keeps it: a list of lines, each with its newline.
  package static func lines(of text: String) -> JSONValue {
    var lines: [JSONValue] = []
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar)
      guard scalar == "\n" else { continue }
      lines.append(.string(line))
      line = ""
    }
    if !line.isEmpty { lines.append(.string(line)) }
    return .array(lines)
  }

  /// The text that Jupyter keeps here, in one string or in a list of its lines; nil where it is neither.
  package var joinedLines: String? {
    switch self {
    case .string(let text): text
    case .array(let lines): lines.reduce(into: "") { $0 += $1.string ?? "" }
    case .null, .bool, .integer, .number, .object: nil
    }
  }
}
