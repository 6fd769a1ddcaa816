internal import CellChecking
internal import CellSyntax

/// What a cell shows and declares: enough to write it as part of a program.
public struct CellOutline: Sendable, Equatable {
  /// An expression whose value is shown.
  public struct Shown: Sendable, Equatable {
    /// Where it is in the cell's text, in UTF-8.
    public let range: Range<Int>
    /// Whether it is the value of the cell, which is shown whatever it is; other expressions show their
    /// value only when it asks for that, as figures do.
    public let isResult: Bool
  }

  /// The shown expressions in the order of the text; none lies in another.
  public let shown: [Shown]
  /// The names of variables, functions and types that the cell declares at its top level.
  public let names: Set<String>
}

extension CellRunner {
  /// What a cell shows and declares, found by checking it and without running it; and the state in which
  /// the cells after it can be checked.
  ///
  /// - Throws: what is wrong with the cell.
  public func outline(
    _ source: String, named name: String = "cell", lineOffset: Int = 0, from state: CellState
  ) throws(CellFailure) -> (outline: CellOutline, state: CellState) {
    let result = onLargeStack { _ in
      outlined(SourceText(source, named: name, lineOffset: lineOffset), from: state)
    }
    return try result.get()
  }

  private func outlined(_ text: SourceText, from state: CellState)
    -> Result<(outline: CellOutline, state: CellState), CellFailure>
  {
    let program = newProgram(from: state)
    let compiler = program.compiler
    guard compile(text, program) != nil else { return .failure(failure(compiler)) }
    var shown: [CellOutline.Shown] = []
    for (range, isResult) in compiler.shown.sorted(by: { $0.key.start < $1.key.start }) {
      let place = Int(range.start)..<Int(range.end)
      if let last = shown.last, last.range.overlaps(place) { continue }
      shown.append(CellOutline.Shown(range: place, isResult: isResult))
    }
    let names = compiler.environment.names.filter { name, symbols in
      name.first != "$" && symbols.count != (state.environment.names[name]?.count ?? 0)
    }
    var result = state
    result.environment = compiler.environment
    result.compiled = program.compiled
    return .success((CellOutline(shown: shown, names: Set(names.keys)), result))
  }
}
