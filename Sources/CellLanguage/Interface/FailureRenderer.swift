/// Turns failures into text: the one place where their layout is decided.
///
/// ```
/// quickstart.mamlnb:12:9: error: cannot find 'pritn' in scope; did you mean 'print'?
/// 12 │ let y = pritn(x)
///    │         ^~~~~
/// ```
public struct FailureRenderer: Sendable {
  /// Whether to colour with ANSI escapes.
  public var isColored: Bool

  /// A renderer.
  public init(isColored: Bool = false) { self.isColored = isColored }

  /// The failure with all its messages and the call stack; ends without a newline.
  public func render(_ failure: CellFailure) -> String {
    var lines = failure.diagnostics.flatMap(lines(for:))
    for frame in failure.callStack {
      let place = frame.place.map { " at \($0.source):\($0.line):\($0.column)" } ?? ""
      lines.append(paint("  in \(frame.function)\(place)", .faint))
    }
    return lines.joined(separator: "\n")
  }

  private func lines(for diagnostic: CellDiagnostic) -> [String] {
    var lines: [String] = []
    let severity = paint("\(diagnostic.severity.rawValue):", .severity(diagnostic.severity))
    let message = paint(diagnostic.message, .bold)
    if let place = diagnostic.place {
      lines.append("\(place.source):\(place.line):\(place.column): \(severity) \(message)")
      lines += excerpt(of: place)
    } else {
      lines.append("\(severity) \(message)")
    }
    return lines + diagnostic.notes.flatMap(self.lines(for:))
  }

  private func excerpt(of place: SourcePlace) -> [String] {
    let number = "\(place.line)"
    let blank = String(repeating: " ", count: number.count)
    // Tabs stay tabs, so that the caret stands under its character in any terminal.
    let lead = String(place.text.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " })
    let end = place.endLine == place.line ? place.endColumn : place.text.count + 1
    let tail = String(repeating: "~", count: max(0, end - place.column - 1))
    return [
      paint("\(number) │ ", .faint) + place.text,
      paint("\(blank) │ ", .faint) + lead + paint("^" + tail, .caret),
    ]
  }

  private enum Style {
    case bold, faint, caret
    case severity(CellDiagnostic.Severity)

    var code: String {
      switch self {
      case .bold: "1"
      case .faint: "2"
      case .caret: "1;32"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      }
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }
}

extension CellFailure: CustomStringConvertible {
  /// The failure without colour.
  public var description: String { FailureRenderer().render(self) }
}
