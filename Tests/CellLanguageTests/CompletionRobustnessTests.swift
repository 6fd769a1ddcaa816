import CellLanguage
import Foundation
import Testing

@Suite struct CompletionRobustnessTests {
  private static let runner = CellRunner()

  @Test(arguments: ["programs", "wrong", "faults", "generics", "closures"])
  func `any beginning of a program can be completed`(folder: String) throws {
    for program in try Corpus.programs(in: folder).prefix(10) {
      let bytes = Array(program.source.utf8.prefix(1500))
      for end in stride(from: 0, through: bytes.count, by: 89) {
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        let list = CompletionRobustnessTests.runner.completions(
          in: text, at: text.utf8.count, from: CellState())
        #expect(list.replacing.upperBound == text.utf8.count)
        _ = CompletionRobustnessTests.runner.signature(
          in: text, at: text.utf8.count, from: CellState())
      }
    }
  }

  @Test(arguments: ["operators", "patterns"])
  func `any place of a program can be completed`(folder: String) throws {
    for program in try Corpus.programs(in: folder).prefix(6) {
      for offset in stride(from: 0, through: program.source.utf8.count, by: 71) {
        let list = CompletionRobustnessTests.runner.completions(
          in: program.source, at: offset, from: CellState())
        #expect(list.replacing.upperBound == offset)
      }
    }
  }

  @Test(arguments: [
    "", ".", "..", "(", ")", "[[[[", "{", "}", "\"", "\"\\(", "\"\"\"", "/*", "#if", "@", "#", "\\",
    "\\.",
    "case", "case .", "let", "let .", "func", "func .", "$", "$0.", "1.", "1e", "0x", "a?.?.",
    "a!!.", "&", "&a.",
    "struct S { var s: S.", "extension", "extension Int { .", "x..", "...", "..<", "`", "`a",
    "\u{0}", "é.", "👩‍👩‍👧.",
    "a.b.c.d.e.f.", "f(f(f(f(f(", "f(a: b: c: ", "[:].", "[].", "nil.", "_.", "self.", "super.",
    "Self.", "any .",
    "for x in x.", "if let x = x.", "switch .", "switch { case .", "guard .", "try .", "return .",
    "throw .", "is .", "as .",
    "enum E { case a(", "class C: C { func f() { super.", "typealias A = A.", "let a: A.",
    "protocol P: P { ", "{ [", "{ (a, ",
    "func f<T>(_ t: T) { t.", "struct G<T> { let t: T; func f() { t.", "operator",
    "infix operator +++\n1 +++ ",
    "let x = x.", "var x: Int { x.", "init(", "deinit {", "subscript(", "f { f { f { f { $0.",
    "\"\\(\"\\(\"\\(",
    "a ? b : c.", "a ? .", "[1, 2, 3][", "x[.", "x = .", "x += .", "-.", "!.", "(1, 2).", "(a: 1).",
    "await .", "import ",
  ])
  func `scraps can be completed`(text: String) {
    for offset in [-1, 0, text.utf8.count / 2, text.utf8.count, text.utf8.count + 5, .max] {
      let list = CompletionRobustnessTests.runner.completions(
        in: text, at: offset, from: CellState())
      #expect(list.replacing.upperBound <= text.utf8.count)
      _ = CompletionRobustnessTests.runner.signature(in: text, at: offset, from: CellState())
      _ = CompletionRobustnessTests.runner.help(for: text, in: CellState())
    }
  }

  @Test func `completing leaves the state as it was`() {
    let state = CompletionRobustnessTests.runner.run(
      "var a = [1]\nfunc f() -> Int { a.count }", from: CellState(), console: Recorder()
    ).state

    _ = CompletionRobustnessTests.runner.completions(
      in: "a = [2]\nfunc f() { a.", at: 20, from: state)

    let result = CompletionRobustnessTests.runner.run(
      "f() + a[0]", from: state, console: Recorder())
    #expect(result.value?.description == "2")
  }

  @Test func `brackets nested too deeply are no trouble`() {
    let text = String(repeating: "[", count: 5000)
    let list = CompletionRobustnessTests.runner.completions(
      in: text, at: text.utf8.count, from: CellState())
    #expect(list.candidates.isEmpty)
    _ = CompletionRobustnessTests.runner.completions(
      in: String(repeating: "f(", count: 3000), at: 6000, from: CellState())
    #expect(CellRunner.tokens(of: text).isEmpty)
  }
}
