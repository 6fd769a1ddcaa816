internal import CellSyntax
internal import Text

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
  /// The columns that a line may have; `nil` keeps lines whole.
  public var width: Int?

  /// A renderer.
  public init(isColored: Bool = false, width: Int? = nil) {
    self.isColored = isColored
    self.width = width
  }

  /// The failure with all its messages and the call stack; ends without a newline.
  public func render(_ failure: CellFailure) -> String {
    var lines = failure.diagnostics.flatMap(lines(for:))
    for frame in failure.callStack {
      let place = frame.place.map { " at \($0.source):\($0.line):\($0.column)" } ?? ""
      lines.append(paint("  in \(frame.function)\(place)", .faint))
    }
    return lines.joined(separator: "\n")
  }

  /// One message, with its excerpt and its notes; ends without a newline.
  public func render(_ diagnostic: CellDiagnostic) -> String {
    lines(for: diagnostic).joined(separator: "\n")
  }

  private func lines(for diagnostic: CellDiagnostic) -> [String] {
    let place = diagnostic.place.map { "\($0.source):\($0.line):\($0.column): " } ?? ""
    let word = "\(diagnostic.severity.rawValue):"
    let message = wrapped(diagnostic.message, after: terminalWidth(of: place + word) + 1)
    var lines = message.enumerated().map { index, line in
      index == 0
        ? "\(place)\(paint(word, .severity(diagnostic.severity))) \(paint(line, .bold))"
        : "  " + paint(line, .bold)
    }
    if let place = diagnostic.place {
      lines += SourceExcerpt(place, columns: width.map { $0 - marginWidth(place) }).lines(
        margin: { paint($0, .faint) }, caret: { paint($0, .caret) })
    }
    return lines + diagnostic.notes.flatMap(self.lines(for:))
  }

  private func marginWidth(_ place: SourcePlace) -> Int { "\(place.line) │ ".count }

  /// A message cut at spaces into lines, the first of which begins at a column; the others are indented
  /// by two.
  private func wrapped(_ text: String, after column: Int) -> [String] {
    guard let width else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = column
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let columns = terminalWidth(of: word)
      if !line.isEmpty, used + 1 + columns > width {
        lines.append(line)
        line = ""
        used = 2
      }
      used += columns + (line.isEmpty ? 0 : 1)
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
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
