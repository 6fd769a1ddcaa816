import CellLanguage

extension CorpusProgram {
  /// What the cell language does otherwise than swiftc; `nil` when both agree.
  func disagreement(_ runner: CellRunner) -> String? {
    switch kind {
    case .complete:
      let console = Recorder()
      let result = runner.run(source, from: CellState(), console: console)
      if let failure = result.failure { return "\(failure)" }
      return difference(console.text)
    case .fault:
      let console = Recorder()
      let result = runner.run(source, from: CellState(), console: console)
      return faultDifference(result.failure) ?? difference(console.text)
    case .wrong:
      return diagnosticDifference(runner.check(source, from: CellState()).failure)
    }
  }

  private func difference(_ output: String) -> String? {
    guard output != expectedOutput else { return nil }
    let got = output.split(separator: "\n", omittingEmptySubsequences: false)
    let want = expectedOutput.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(got, want).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let index = line ?? min(got.count, want.count)
    func text(_ lines: [Substring]) -> String {
      index < lines.count ? "'\(lines[index])'" : "the end"
    }
    return "line \(index + 1) of the output is \(text(got)), expected \(text(want))"
  }

  private func faultDifference(_ failure: CellFailure?) -> String? {
    guard let marker = markers.first else { return "the program has no '// fault:' marker" }
    guard let failure else { return "runs to its end, expected '\(marker.message)'" }
    if failure.kind == .source { return "\(failure)" }
    if marker.message == "stack overflow" {
      return failure.message.hasPrefix(marker.message) ? nil : "the fault is '\(failure.message)'"
    }
    guard failure.message == marker.message else {
      return "the fault is '\(failure.message)', expected '\(marker.message)'"
    }
    let line = failure.diagnostics.first?.place?.line
    guard line == marker.line else {
      return "the fault is in line \(line ?? 0), expected \(marker.line)"
    }
    return nil
  }

  private func diagnosticDifference(_ failure: CellFailure?) -> String? {
    let errors = (failure?.diagnostics ?? []).filter { $0.severity == .error }
    func describe(_ place: (Int, Int), _ message: String) -> String {
      "\(place.0):\(place.1) \(message)"
    }
    let got = errors.map { describe(($0.place?.line ?? 0, $0.place?.column ?? 0), $0.message) }
    let want = markers.map { describe(($0.line, $0.column), $0.message) }
    var isSame = got.count == want.count
    for (marker, text) in zip(markers, want) {
      guard let index = got.firstIndex(where: { $0 == text || $0.hasPrefix(text + "; ") }) else {
        isSame = false
        break
      }
      if let note = marker.note {
        isSame =
          isSame
          && (got[index] == "\(text); \(note)"
            || errors[index].notes.contains { $0.message == note })
      } else {
        isSame = isSame && (got[index] == text || got[index].hasPrefix("\(text); did you mean "))
      }
    }
    if isSame { return nil }
    return "says\n    " + (got.isEmpty ? "nothing" : got.joined(separator: "\n    "))
      + "\n  expected\n    " + want.joined(separator: "\n    ")
  }
}
