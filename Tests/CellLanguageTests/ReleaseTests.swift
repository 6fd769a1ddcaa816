import CellLanguage
import Testing

/// Letting go of values that are nested deeper than a thread's stack.
@Suite struct ReleaseTests {
  @Test(arguments: [
    "var f: () -> Int = { 0 }\nfor _ in 0..<200_000 { let g = f; f = { g() + 1 } }",
    "var a: Any = 1\nfor _ in 0..<200_000 { a = [a] }",
    "var a: Any? = 1\nfor _ in 0..<200_000 { a = Optional<Any>.some(a as Any) }",
    """
    indirect enum J { case n; case o([String: J]) }
    var j = J.n
    for _ in 0..<200_000 { j = .o(["a": j]) }
    """,
  ])
  func `of a chain that lasts to the end of the session is no deep recursion`(
    source: String
  ) async throws {
    await #expect(processExitsWith: .success) { [source = source as String] in
      let result = CellRunner().run(source, from: CellState(), console: Silence())
      #expect(result.failure == nil)
    }
  }

  @Test(arguments: [
    """
    let s = String(repeating: "a", count: 1_000_000)
    print(s.replacingOccurrences(of: "a", with: s).utf8.count)
    """,
    """
    let s = String(repeating: "a", count: 1_000_000)
    print(s.replacing("a", with: s).utf8.count)
    """,
    """
    let long = String(repeating: "b", count: 1_000_000)
    print(Array(repeating: "a", count: 1_000_000).joined(separator: long).utf8.count)
    """,
    "print(Array(stride(from: 0.0, to: Double.nan, by: 1)).count)",
  ])
  func `a text or an array larger than the memory is refused before it is made`(source: String) {
    let runner = CellRunner(limits: Limits(memory: 500 << 20))

    let result = runner.run(source, from: CellState(), console: Silence())

    #expect(result.failure?.kind == .limit)
  }
}

/// Shows nothing.
private final class Silence: Console {
  func emit(_ event: OutputEvent) {}
}
