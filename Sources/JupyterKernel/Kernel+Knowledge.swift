internal import CellLanguage
internal import NotebookSession
internal import Text

// MARK: - Completing

extension Kernel {
  /// The content of `complete_reply`.
  func completions(_ request: Request, _ interaction: Interaction) -> JSONValue {
    let place = CodeAtCursor(request.content)
    let (part, start) = place.part
    let found = interaction.completions(in: part, at: place.offset - start)
    func scalars(_ offset: Int) -> JSONValue {
      .integer(place.code.scalarCount(beforeByte: start + offset))
    }
    let (from, to) = (scalars(found.replaced.lowerBound), scalars(found.replaced.upperBound))
    let candidates = found.candidates
    return .object([
      "status": .string("ok"),
      "matches": .array(candidates.map { .string($0.text) }),
      "cursor_start": from, "cursor_end": to,
      "metadata": .object([
        // What JupyterLab shows beside each.
        "_jupyter_types_experimental": .array(
          candidates.map { candidate in
            .object([
              "text": .string(candidate.text), "start": from, "end": to,
              "type": .string(candidate.kind?.word ?? ""),
              "signature": .string(candidate.detail),
            ])
          })
      ]),
    ])
  }

  /// The content of `is_complete_reply`: by the rule of the prompt.
  func completeness(_ request: Request) -> JSONValue {
    let code = request.content.text("code")
    switch Interaction.completeness(of: code) {
    case .complete: return .object(["status": .string("complete")])
    case .invalid: return .object(["status": .string("invalid")])
    case .incomplete:
      return .object([
        "status": .string("incomplete"), "indent": .string(nextIndentation(of: code)),
      ])
    }
  }

  /// What the next line begins with: the blanks of the last that says anything, and two more after an
  /// opening bracket.
  private func nextIndentation(of code: String) -> String {
    let lines = code.split(whereSeparator: \.isNewline)
    let line = lines.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let blanks = line.prefix { $0 == " " || $0 == "\t" }
    let last = line.last { !$0.isWhitespace }
    return blanks + (last.map { "{([".contains($0) } == true ? "  " : "")
  }
}

// MARK: - Documentation

extension Kernel {
  /// The content of `inspect_reply`: what `:doc` says about the name at the cursor, or else how the call
  /// around it is made.
  func documentation(
    _ request: Request, _ interaction: Interaction, _ driver: SessionDriver
  ) -> JSONValue {
    let place = CodeAtCursor(request.content)
    let found = knowledge(at: place, interaction, driver)
    let content = found.map { DisplayContent(text: $0.text, markdown: $0.markdown) }
    return .object([
      "status": .string("ok"), "found": .bool(content != nil),
      "data": content?.data ?? .object([] as [JSONValue.Member]),
      "metadata": .object([] as [JSONValue.Member]),
    ])
  }

  private func knowledge(
    at place: CodeAtCursor, _ interaction: Interaction, _ driver: SessionDriver
  ) -> (text: String, markdown: String)? {
    let (part, start) = place.part
    if part.hasPrefix(":") {
      return interaction.commandHelp(for: String(part.dropFirst().prefix { !$0.isWhitespace }))
        .map { ($0, "```\n\($0)\n```") }
    }
    let name = place.name
    let known = name.map { driver.runner.help(for: $0, in: driver.session.current) } ?? []
    if !known.isEmpty {
      return (
        known.map { Self.text($0.declaration, $0.documentation) }.joined(separator: "\n\n"),
        known.map { Self.markdown($0.declaration, $0.documentation) }.joined(separator: "\n\n")
      )
    }
    return interaction.hint(in: part, at: place.offset - start).map { hint in
      (Self.text(hint.text, hint.documentation), Self.markdown(hint.text, hint.documentation))
    }
  }

  private static func text(_ declaration: String, _ documentation: String) -> String {
    documentation.isEmpty
      ? declaration
      : declaration + "\n" + Prose(documentation).rendered(width: 80, isColored: false)
  }

  private static func markdown(_ declaration: String, _ documentation: String) -> String {
    "```swift\n\(declaration)\n```" + (documentation.isEmpty ? "" : "\n\n\(documentation)")
  }
}

extension NameSummary.Kind {
  /// What JupyterLab calls it, which has an icon for each.
  fileprivate var word: String {
    switch self {
    case .constant, .variable: "instance"
    case .function: "function"
    case .property, .subscript: "property"
    case .initializer, .type: "class"
    case .enumerationCase: "enum"
    case .label: "param"
    case .keyword: "keyword"
    }
  }
}
