import CellLanguage
import Foundation
import Testing

/// What a cell must not do to the process that runs it.
@Suite(.serialized) struct RobustnessTests {
  private func failure(
    _ source: String, limits: Limits = Limits(), interrupt: InterruptFlag = InterruptFlag()
  ) -> CellFailure? {
    CellRunner(limits: limits).run(
      source, from: CellState(), console: Recorder(), interrupt: interrupt
    ).failure
  }

  @Test func `a type that would be a part of itself is refused`() {
    let failure = failure(
      """
      func curry<A, B, C>(_ f: @escaping (A, B) -> (A, B) -> C) -> (A) -> (B) -> C { fatalError() }
      func uncurry<A, B, C>(_ f: @escaping (A) -> (B) -> C) -> (A, B) -> C { { f($0)($1) } }
      print(uncurry(curry(max))(3, 7))
      """)

    #expect(failure?.kind == .source)
  }

  @Test func `recursion without an end is a fault`() {
    let failure = failure("func f(_ n: Int) -> Int { 1 + f(n + 1) }\nf(0)")

    #expect(failure?.kind == .limit)
    #expect(failure?.message.hasPrefix("stack overflow") == true)
  }

  @Test func `recursion through long expressions is a fault before the stack ends`() {
    let sum = Array(repeating: "(f(n + 1) + 1)", count: 40).joined(separator: " + ")
    let deep = String(repeating: "(", count: 60) + sum + String(repeating: ")", count: 60)

    let failure = failure("func f(_ n: Int) -> Int { \(deep) }\nf(0)")

    #expect(failure?.kind == .limit)
  }

  @Test(arguments: [
    "var s = \"ab\"\nwhile true { s += s }",
    "var a = [1]\nwhile true { a += a }",
    "var a: [[Int]] = []\nwhile true { a.append(Array(repeating: 0, count: 1000)) }",
    "let a = [Int](repeating: 0, count: 1_000_000_000_000)",
    "let s = String(repeating: \"x\", count: 1_000_000_000_000)",
    "let a = Array(0..<1_000_000_000_000)",
    "let a = Array(stride(from: 0.0, to: 1e15, by: 1))",
    "var d: [Int: [Int]] = [:]\nfor i in 0... { d[i] = Array(0..<100) }",
  ])
  func `a program that wants all the memory is stopped by the limit`(_ source: String) {
    let failure = failure(source, limits: Limits(memory: 200 << 20))

    #expect(failure?.kind == .limit)
    #expect(failure?.message.hasPrefix("out of memory") == true)
  }

  @Test(arguments: [
    "while true {}",
    "repeat {} while true",
    "for i in 0... { if i < 0 { break } }",
    "func f() { f2() }\nfunc f2() {}\nwhile true { f() }",
    "var k = 0\nwhile true { k = 1\nif k == 1 { continue } }",
    "func f() { outer: while true { while true { continue outer } } }\nf()",
    "func f() { repeat { continue } while true }\nf()",
    "for i in 0... { if i >= 0 { continue } }",
    "let a = Array(0..<1000)\nwhile true { _ = a.map { $0 + 1 } }",
    "while true { _ = (0..<1000).reduce(0) { $0 + $1 } }",
  ])
  func `an endless loop stops soon after the flag is raised`(_ source: String) async {
    let flag = InterruptFlag()
    let raised = Task.detached { () -> ContinuousClock.Instant in
      try? await Task.sleep(for: .milliseconds(50))
      flag.raise()
      return ContinuousClock.now
    }

    let failure = failure(source, interrupt: flag)
    let ended = ContinuousClock.now

    #expect(failure?.kind == .interrupted)
    let delay = await raised.value.duration(to: ended)
    // Soon is within 100 ms on a machine of one's own; without the poll it would be never.
    #expect(delay < .seconds(2))
  }

  @Test(arguments: [
    String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
    String(repeating: "[", count: 5000) + "1" + String(repeating: "]", count: 5000),
    "let x = " + String(repeating: "[", count: 40) + "1" + String(repeating: "]", count: 40),
    "let x = " + String(repeating: "[/*]*/", count: 40) + "1" + String(repeating: "]", count: 40),
    #"let x = "\("# + String(repeating: "[", count: 40) + "1" + String(repeating: "]", count: 40)
      + #")""#,
    String(repeating: "{ ", count: 5000) + String(repeating: "}", count: 5000),
    String(repeating: "if true { ", count: 3000) + String(repeating: "}", count: 3000),
    "let x = " + String(repeating: "!", count: 5000) + "true",
    "let x = 1" + String(repeating: " + 1", count: 20000),
    "let x = a" + String(repeating: ".b", count: 20000),
    "let x: " + String(repeating: "[", count: 3000) + "Int" + String(repeating: "]", count: 3000),
    "let x: Int" + String(repeating: "?", count: 5000) + " = nil",
    "f" + String(repeating: "()", count: 20000),
    String(repeating: "if a {} else ", count: 5000) + "{}",
  ])
  func `source that is nested too deeply is an error`(_ source: String) {
    #expect(failure(source)?.kind == .source)
  }

  @Test(arguments: [
    "class A: B {}\nclass B: A {}\nlet a = A()",
    "typealias A = B\ntypealias B = A\nlet a: A = 1",
    "func f<T>(_ x: T) { f([x]) }\nf(1)",
    "struct S<T> { func g() { S<[T]>().g() } }\nS<Int>().g()",
  ])
  func `declarations that lead back to themselves are errors`(_ source: String) {
    #expect(failure(source)?.kind == .source)
  }

  @Test(arguments: [
    "struct S { case a }\nprint(S.a)",
    "enum E { case a }\nextension E { case b }\nprint(E.b)",
    "let f = { $9223372036854775807 + 1 }",
    "let f = { $100000000 + 1 }",
  ])
  func `what changed programs were found to end the process with is an error`(_ source: String) {
    #expect(failure(source)?.kind == .source)
  }

  @Test func `brackets in strings and comments are not nested`() {
    let brackets = String(repeating: "[]", count: 20)

    #expect(failure("let x = [\"\(brackets)\", \"//[\"] // \(brackets)\n/* [[ */") == nil)
  }

  @Test func `a list of a million nodes comes and goes`() {
    let source = """
      final class Node { var next: Node?; init(_ next: Node?) { self.next = next } }
      indirect enum List { case end, cons(Int, List) }
      var head: Node? = nil
      var list = List.end
      for i in 0..<300_000 {
        head = Node(head)
        list = .cons(i, list)
      }
      """
    let runner = CellRunner()

    let first = runner.run(source, from: CellState(), console: Recorder())
    let second = runner.run("head = nil\nlist = .end", from: first.state, console: Recorder())

    #expect(first.failure == nil)
    #expect(second.failure == nil)
  }

  @Test(arguments: [
    "import Foundation\nprint(String(format: \"%s %@ %d %f %n\", 1, 2, \"x\"))",
    "import Foundation\nprint(String(format: \"%d %d %d\", 1))",
    "import Foundation\nprint(String(format: \"%999999999999d|%*d\", 1, 2, 3))",
    "import Foundation\nprint(\"a\".padding(toLength: -1, withPad: \"\", startingAt: 9))",
    "let s = \"abc\", t = \"a\"\nprint(t.distance(from: s.startIndex, to: s.endIndex))",
    "print([1, 2]._copy(5, 9))",
    "let f = { (n: Int) -> Int in n }\nprint(f as Any)",
  ])
  func `the library survives odd arguments`(_ source: String) {
    let result = CellRunner().run(source, from: CellState(), console: Recorder())

    #expect(result.failure?.kind != .interrupted)
  }
}
