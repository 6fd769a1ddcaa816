import CellLanguage
import Testing

@Suite struct DisplayTests {
  private func show(_ source: String, width: Int = 80) -> String {
    let result = CellRunner().run(source, from: CellState(), console: Recorder())
    return result.failure?.description ?? result.value?.displayText(width: width) ?? "nothing"
  }

  @Test(arguments: [
    ("\"a\\nb\"", "\"a\\nb\""),
    ("[\"a\", \"b\"]", "[\"a\", \"b\"]"),
    ("Character(\"x\")", "\"x\""),
    ("\"a b\".split(separator: \" \")", "[\"a\", \"b\"]"),
    ("[1, 2.5]", "[1.0, 2.5]"),
    ("Float(0.1)", "0.1"),
    ("UInt.max", "18446744073709551615"),
    ("[1: \"a\"]", "[1: \"a\"]"),
    ("let d: [String: Int] = [:]\nd", "[:]"),
    ("[[1, 2], []]", "[[1, 2], []]"),
    ("Set([3])", "Set([3])"),
    ("(x: 1, \"b\")", "(x: 1, \"b\")"),
    ("let o: Int? = nil\no", "nil"),
    ("let o: Int?? = 3\no", "3"),
    ("[1, nil]", "[1, nil]"),
    ("1..<5", "1..<5"),
    ("1...5", "1...5"),
    ("{ (x: Int) in x + 1 }", "(Int) -> Int"),
    ("func f(_ s: String) -> [Int] { [] }\nf", "(String) -> [Int]"),
    ("Int.self", "Int.self"),
    ("struct P { var x = 1; var s = \"a\" }\nP()", "P(x: 1, s: \"a\")"),
    ("struct P { var x = 1 }\n[P(), P(x: 2)]", "[P(x: 1), P(x: 2)]"),
    ("struct B<T> { var v: T }\nB(v: \"a\")", "B<String>(v: \"a\")"),
    ("enum E { case a, b(Int), c(x: String, Int) }\nE.c(x: \"s\", 2)", "E.c(x: \"s\", 2)"),
    ("enum E { case a, b(Int) }\n[E.a, .b(1)]", "[.a, .b(1)]"),
    (
      "class C { var x = 1; var next: C? }\nclass D: C { var y = [\"b\"] }\nD()",
      "D(x: 1, next: nil, y: [\"b\"])"
    ),
    ("class C { var me: C? }\nlet c = C()\nc.me = c\nc", "C(me: C(… cycle))"),
    (
      "class C { weak var me: C?; lazy var l = 3 }\nlet c = C()\nc.me = c\nc",
      "C(me: C(… cycle), l: …)"
    ),
    ("let a: [Any] = [1, \"b\", nil as Int? as Any, [1.5]]\na", "[1, \"b\", nil, [1.5]]"),
    ("struct P: CustomStringConvertible { var description: String { \"<p>\" } }\n[P()]", "[<p>]"),
    (
      "struct P { var x = 1 }\nextension P: CustomDebugStringConvertible { var debugDescription: String { \"dbg\" } }\nP()",
      "dbg"
    ),
  ])
  func `a value is shown so that one sees what it is`(_ source: String, _ text: String) {
    #expect(show(source) == text)
  }

  @Test func `long collections say how many elements they have`() {
    #expect(show("Array(1...101)").hasSuffix("99, 100, 101] (101 elements)"))
    #expect(show("String(repeating: \"a\", count: 5000)").hasSuffix("(5000 characters)"))
    #expect(
      show("Dictionary(uniqueKeysWithValues: (0..<1000).map { ($0, $0) })").hasSuffix(
        "(1000 elements)"))
    #expect(
      show("[Array(1...1000), [1]]") == """
        [[1, 2, 3, 4, 5, 6, …, 998, 999, 1000] (1000 elements), [1]]
        """)
  }

  @Test(arguments: [
    "Array(repeating: Array(repeating: Array(repeating: \"text\", count: 50), count: 50), count: 50)",
    "(0..<100).map { _ in (0..<100).map { Double($0) / 3 } }",
    "struct N { var a: [N]; var s = \"x\" }\nfunc f(_ n: Int) -> N { N(a: n == 0 ? [] : [f(n - 1), f(n - 1), f(n - 1)]) }\nf(7)",
    "class L { var next: L?; init(_ n: L?) { next = n } }\nvar l: L? = nil\nfor _ in 0..<5000 { l = L(l) }\nl",
    "(0..<3000).map { \"\\($0)\\n\" }",
    "Array(repeating: String(repeating: \"é\", count: 3000), count: 90)",
  ])
  func `a result is never more than a screen or two`(_ source: String) {
    let lines = show(source).split(separator: "\n", omittingEmptySubsequences: false)

    #expect(lines.count <= 50)
    #expect(lines.map(\.count).max() ?? 0 < 1_000)
  }

  @Test func `ten million elements are shown at once`() {
    let start = ContinuousClock.now

    #expect(show("Array(repeating: 1.5, count: 10_000_000)").hasSuffix("(10000000 elements)"))
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test func `what does not fit a line is laid out in rows`() {
    #expect(
      show("(8...30).map { $0 }", width: 40) == """
        [ 8,  9, 10, 11, 12, 13, 14, 15, 16,
         17, 18, 19, 20, 21, 22, 23, 24, 25,
         26, 27, 28, 29, 30]
        """)
    #expect(
      show(
        "struct P { var name = \"a long name of something\"; var list = [1, 2, 3]; var d = [\"k\": 1] }\nP()",
        width: 40) == """
          P(
            name: "a long name of something",
            list: [1, 2, 3],
            d: ["k": 1]
          )
          """)
    #expect(
      show("[[1, 2, 3], [4, 5, 6]]", width: 20) == """
        [[1, 2, 3],
         [4, 5, 6]]
        """)
  }

  @Test func `an extension in a later cell says how values are shown and compared`() {
    let runner = CellRunner()
    let first = runner.run(
      "struct P { var x: Int }\nclass C {}\nclass D: C {}\nlet p = P(x: 1), c = D(), ps = [P(x: 1), P(x: 11)]\nprint(p)",
      from: CellState(), console: Recorder()
    ).state
    let second = runner.run(
      """
      extension P: CustomStringConvertible { var description: String { "<\\(x)>" } }
      extension C: CustomStringConvertible { var description: String { "C!" } }
      extension P: Hashable {
        static func == (a: P, b: P) -> Bool { a.x % 10 == b.x % 10 }
        func hash(into hasher: inout Hasher) { hasher.combine(x % 10) }
      }
      """, from: first, console: Recorder())
    let console = Recorder()
    let third = runner.run(
      "print(p, [p], c, ps[0] == ps[1], Set(ps).count, Set([P(x: 1), p]).count)\np",
      from: second.state, console: console)

    #expect(console.text == "<1> [<1>] C! true 1 1\n")
    #expect(third.value?.displayText() == "<1>")
    #expect(third.value?.description == "<1>")
  }
}
