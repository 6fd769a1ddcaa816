import CellLanguage
import Foundation
import Testing

@Suite struct CompletenessTests {
  @Test(arguments: [
    "let x = // note", "let x = /* note */", "f(1, // a\n  /// b", "/* a /* b */", "/* a", "1 /* b",
    "let a = [ /* \" */", "func f() { /* } */", "class C { // }\n  /// doc\n  /** more */",
    "#if DEBUG\nlet a = 1", "#if DEBUG\nlet a = 1\n#else", "let s = \"\"\"\n/* a */", "x.map { /*",
    "struct A {\n  @discardableResult", "a ? b : // c", "if a { } else // b", "switch a { // b",
    "@discardableResult", "@discardableResult // why", "{ // a", "[1,\n2,", "f(\n", "a +",
    "for x in",
    "\"\"\"\na \\(b +", "#\"\"\"\na \"\"\"",
  ])
  func `an unfinished entry wants another line`(source: String) {
    #expect(CellRunner.completeness(of: source) == .incomplete)
  }

  @Test(arguments: [
    "\"/*\"", "print(\"/* no comment\")", "let a = \"// none\"", "\"a\" /* b */",
    "#if A\nlet a = 1\n#endif",
    "let s = \"\"\"\n/* a\n\"\"\"", "1 // /*", "// /*", "/* a /* b */ c */",
    "let u = \"http://a/*b\"",
    "if a {\n}\nelse {\n}", "[1]\n  .map { $0 }", "a\n? b\n: c", "/// doc\nfunc f() {}",
    "1 /* // */",
  ])
  func `a finished entry can run`(source: String) {
    #expect(CellRunner.completeness(of: source) == .complete)
  }

  @Test(arguments: ["let = 3 /* open", ") // a", "let s = \"abc // d", "} /*", "f)\n/* a"])
  func `what is wrong stays wrong`(source: String) {
    #expect(CellRunner.completeness(of: source) == .invalid)
  }

  @Test(arguments: [
    "programs", "classes", "strings", "literals", "switch", "closures", "generics", "if_guard",
    "enums", "errors", "protocols", "operators",
  ])
  func `the beginning of a right program is never wrong where a line ends`(folder: String) throws {
    for program in try Corpus.programs(in: folder)
    where CellRunner.completeness(of: program.source) == .complete {
      var prefix = ""
      for line in program.source.split(separator: "\n", omittingEmptySubsequences: false).prefix(80)
      {
        prefix += (prefix.isEmpty ? "" : "\n") + line
        #expect(
          CellRunner.completeness(of: prefix) != .invalid, "\(program.name): …\(prefix.suffix(80))")
      }
    }
  }
}
