internal import CellChecking
internal import CellSyntax

extension CellRunner {
  /// The most characters that the value of an expression in a text may have.
  public static let valueLimit = 1_000

  /// The value of an expression as `print` shows it, for a place within a line of text.
  ///
  ///     runner.valueText(of: "way * shot", from: state)    // "25"
  ///
  /// Nothing changes: what the expression does to variables, to instances and to the random numbers is
  /// forgotten, and what it prints or shows is not seen.
  ///
  /// - Parameters:
  ///   - expression: one expression, in one line.
  ///   - state: what is defined; it is not changed.
  ///   - interrupt: stops it when raised.
  ///   - placing: where a place in the expression, whose line is 1, is in the file that it stands in.
  /// - Throws: why there is no such text: the expression is wrong or fails, has no value, or has one that
  ///   takes more than a line.
  public func valueText(
    of expression: String, from state: CellState, interrupt: InterruptFlag = InterruptFlag(),
    placing: (SourcePlace) -> SourcePlace = { $0 }
  ) throws(CellFailure) -> String {
    if let failure = fault(inExpression: expression, from: state, placing: placing) {
      throw failure
    }
    let result = run(
      SourceText(expression, named: Self.expressionName), from: state, console: MuteConsole(),
      interrupt: interrupt, drawsFigures: false)
    switch result.outcome {
    case .failed(let failure): throw failure.placed(placing)
    case .finished(let value):
      switch Self.line(of: value) {
      case .text(let text): return text
      case .none(let reason):
        let range = SourceRange(start: 0, end: Int32(clamping: expression.utf8.count))
        let place = SourceText(expression, named: Self.expressionName).place(of: range)
        throw CellFailure(
          kind: .fault, diagnostics: [CellDiagnostic(.error, reason, at: place)], callStack: []
        ).placed(placing)
      }
    }
  }

  /// What is wrong with an expression that is to have a value; nil where nothing is. Nothing runs.
  ///
  /// - Parameter placing: where a place in the expression is in the file that it stands in.
  public func fault(
    inExpression expression: String, from state: CellState,
    placing: (SourcePlace) -> SourcePlace = { $0 }
  ) -> CellFailure? {
    let failure: CellFailure? = onLargeStack { _ in
      let source = SourceText(expression, named: Self.expressionName)
      let program = newProgram(from: state)
      let compiler = program.compiler
      guard let statements = statements(source, compiler) else { return self.failure(compiler) }
      guard statements.count == 1, case .expression? = statements.first?.kind else {
        let range = statements.dropFirst().first?.range ?? statements.first?.range ?? .none
        compiler.report("expected one expression", at: range, in: source)
        return self.failure(compiler)
      }
      guard program.compileCell(statements, source) != nil else { return self.failure(compiler) }
      guard !compiler.shown.values.contains(true) else { return nil }
      // Of a name whose declaration is wrong nothing is known, and that was told.
      guard case .success = staticType(of: expression, from: state) else { return nil }
      compiler.report(
        "expected an expression with a value to show", at: statements[0].range, in: source)
      return self.failure(compiler)
    }
    return failure?.placed(placing)
  }

  /// What a stretch of text is called that is part of another, until its place there is known.
  private static let expressionName = "\u{0}expression"

  private enum Line {
    case text(String)
    case none(reason: String)
  }

  /// The text of a value where it has one that stands in a line.
  private static func line(of value: Value?) -> Line {
    guard let value else { return .none(reason: "expected an expression with a value to show") }
    if value.host?.isDisplayedWhenUnused == true {
      return .none(
        reason: "a value of type '\(value.typeName)' is shown by a cell; it has no text for a line")
    }
    let text = value.description
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    if lines > 1 {
      return .none(
        reason: "the text of this '\(value.typeName)' has \(lines) lines; expected one line")
    }
    if text.count > valueLimit {
      return .none(
        reason: "the text of this '\(value.typeName)' has \(text.count) characters; expected "
          + "\(valueLimit) at most")
    }
    return .text(text)
  }
}

/// Where output goes that nobody is to see.
private final class MuteConsole: Console {
  func emit(_ event: OutputEvent) {}
}

extension CellFailure {
  /// The failure with the places in an expression where they are in its file; others stay.
  fileprivate func placed(_ placing: (SourcePlace) -> SourcePlace) -> CellFailure {
    func place(_ place: SourcePlace?) -> SourcePlace? {
      place.map { $0.source.utf8.first == 0 ? placing($0) : $0 }
    }
    func moved(_ diagnostic: CellDiagnostic) -> CellDiagnostic {
      CellDiagnostic(
        diagnostic.severity, diagnostic.message, at: place(diagnostic.place),
        notes: diagnostic.notes.map(moved))
    }
    return CellFailure(
      kind: kind, diagnostics: diagnostics.map(moved),
      callStack: callStack.map { Frame(function: $0.function, place: place($0.place)) })
  }
}
