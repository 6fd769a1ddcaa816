import CellLanguage
import Testing

@Suite struct UnfinishedStatementTests {
  /// Runs cells one after the other, failures and all; what the last one prints, or its message.
  private func run(_ cells: String...) -> String {
    let runner = CellRunner()
    var state = CellState()
    var last = ""
    for cell in cells {
      let console = Recorder()
      let result = runner.run(cell, from: state, console: console)
      last = console.text + (result.failure.map { $0.message } ?? "")
      state = result.state
    }
    return last
  }

  @Test(arguments: [
    ("let good = 5", "let good = [1][7]", "print(good)", "5\n"),
    ("1", "let l: [Int] = [[1]][3]", "print(l.count)", "cannot find 'l' in scope"),
    ("var x = 1", "x = 2\nx = 3 + [1][7]\nx = 9", "print(x)", "2\n"),
    ("var a = [1, 2]", "a.append(3)\nfor i in 0..<9 { a[i] = 0 }", "print(a)", "[1, 2, 3]\n"),
    ("let p = 1", "let (p, q) = (2, 3), r = [1][7]", "print(p)", "1\n"),
    ("var s = \"a\"", "s += \"b\"\ndo { s += \"c\"; let i = [1][7] }", "print(s)", "ab\n"),
    ("var d = [\"a\": 1]", "d[\"b\"] = 2\nd[\"c\"] = [1][7]", "print(d.count)", "2\n"),
    (
      "struct P { var x = 1 }\nvar p = P()",
      "func f() -> Int { p.x = 9; return [1][7] }\np.x = 2\np.x = f()",
      "print(p.x)", "2\n"
    ),
    (
      "class C { var x = 1 }\nlet c = C()", "func f() { c.x = 9; print([1][7]) }\nf()",
      "print(c.x)",
      "1\n"
    ),
    (
      "class C { var x = 1 }\nlet c = C()\nlet d = c",
      "func f() { c.x = 9; print([1][7]) }\nc.x = 2\nf()", "print(c.x, d.x, c === d)", "2 2 true\n"
    ),
    (
      "func counter() -> () -> Int { var n = 0; return { n += 1; return n } }\nlet next = counter()",
      "next()\nfor _ in 0..<5 { next() }\nprint(next(), [1][7])", "print(next())", "7\n"
    ),
    (
      "struct S { static var n = 1 }", "S.n = 2\nfunc f() { S.n = 3; print([1][7]) }\nf()",
      "print(S.n)", "2\n"
    ),
    (
      "struct S { static var n = 1 }", "func f() { S.n = 3; print([1][7]) }\nf()", "print(S.n)",
      "1\n"
    ),
    ("1", "struct Q { var x = 4 }\nlet q = Q()\nlet r = [1][7]", "print(q.x, Q().x)", "4 4\n"),
    ("let y: Int", "2", "print(y)", "constant 'y' used before being initialized"),
    ("let y: Int", "y = 4", "print(y)", "4\n"),
    ("let y: Int", "y = 4", "y = 5", "cannot assign to value: 'y' is a 'let' constant"),
    ("let y: [Int]", "y = [[4]][1]", "print(y)", "constant 'y' used before being initialized"),
    (
      "var y: [Int]", "func g() -> Int { y.count }", "print(g())",
      "cannot find 'g' in scope"
    ),
  ])
  func `a statement that fails leaves no trace`(
    _ first: String, _ second: String, _ last: String, _ output: String
  ) {
    #expect(run(first, second, last) == output)
  }

  @Test func `a function goes with the variable that it needs`() {
    let cell =
      "func f() -> [Int] { x }\nfunc g() -> Int { f().count }\nfunc h() -> Int { 3 }\nlet x = [[1]][7]"

    #expect(run("func f() -> Int { 1 }", cell, "print(f(), h())") == "1 3\n")
    #expect(run(cell, "print(g())") == "cannot find 'g' in scope")
    #expect(run(cell, "print(x)") == "cannot find 'x' in scope")
  }

  @Test func `what cannot go says what it needs`() {
    let cell = """
      struct S {
        var number: Int { x.count }
        func generic<T>(_ t: T) -> Int { x.count }
      }
      func make() -> () -> Int { { x.count } }
      let s = S()
      let closure = make()
      let x = [[1]][7]
      """
    let missing = "'x', which has no value: the statement that declares it did not finish"

    #expect(run(cell, "print(s.number)").contains(missing))
    #expect(run(cell, "print(closure())").contains(missing))
    #expect(run(cell, "print(s.generic(1))").contains("'x' has no value"))
  }

  @Test func `an error that is thrown runs what was deferred after undoing`() {
    let cell = """
      struct E: Error {}
      var log = [1]
      defer { log.append(9) }
      log.append(2)
      func f() throws { log.append(3); throw E() }
      try f()
      log.append(4)
      """

    #expect(run(cell, "print(log)") == "[1, 2, 9]\n")
  }

  @Test func `instances end when they did`() {
    let cell = """
      class C { let n: Int; init(_ n: Int) { self.n = n }; deinit { print("end", n) } }
      var c: C? = C(1)
      var w = [C(2), C(3)]
      c = nil
      print("after")
      w.removeLast()
      print("last")
      """

    #expect(run(cell) == "end 1\nafter\nend 3\nlast\n")
  }

  @Test func `a weak reference sees the end of an instance in a long list`() {
    let cell = """
      class C { var next: C? }
      var head: C? = C()
      for _ in 0..<3000 { let c = C(); c.next = head; head = c }
      weak var w = head?.next
      head?.next = head?.next?.next
      print(w == nil)
      """

    #expect(run(cell) == "true\n")
  }
}
