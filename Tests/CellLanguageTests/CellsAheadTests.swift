import CellLanguage
import Testing

@Suite struct `A runner that reads ahead` {
  private let cells = (0..<100).flatMap { number in
    [
      "let a\(number) = \(number)", "a\(number) + missing\(number)", "let = )", "print(1)",
      "print(1)", String(repeating: "(", count: 1_000), "",
      "infix operator <\(number % 2 == 0 ? "+" : "-")>",
    ]
  }

  /// What a runner says of the cells, one after the other.
  private func messages(_ runner: CellRunner) -> [[String]] {
    var state = CellState()
    return cells.map { cell in
      let result = runner.check(cell, from: state)
      state = result.state
      return result.failure?.diagnostics.map(\.message) ?? []
    }
  }

  @Test func `finds what one finds that does not`() {
    #expect(messages(CellRunner().expecting(cells)) == messages(CellRunner()))
  }

  @Test func `may be told of other cells, and may go before it has read them`() {
    #expect(messages(CellRunner().expecting(cells.reversed())) == messages(CellRunner()))
    for _ in 0..<20 { _ = CellRunner().expecting(cells).check("1 + 1", from: CellState()) }
  }

  @Test func `runs what it has read`() {
    let runner = CellRunner().expecting((0..<20).map { "\($0) + 1" })

    let results = (0..<20).map { number in
      runner.run("\(number) + 1", from: CellState(), console: Silence()).value?.description
    }

    #expect(results == (1...20).map { "\($0)" })
  }
}

private final class Silence: Console {
  func emit(_ event: OutputEvent) {}
}
