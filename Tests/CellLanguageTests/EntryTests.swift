import CellLanguage
import Testing

@Suite struct EntryTests {
  // MARK: - Where an entry may end

  @Test(arguments: [
    "func f() -> Int {\n  // a note", "func f() -> Int {\n  // a note\n", "if true { // why",
    "[1, // one", "f(1,\n  /* two */", "let x = 1 + // more", "class C {\n  /// A note.\n",
    "switch 1 {\n// none\n", "func f() {\n  // don't say \"x", "func f() {\n  # a",
    "let s = \"\"\"\n",
    "let s = \"\"\"\n  // a", "/* a", "func f() {\n  /* a */ // b \"", "{ x in // note",
  ])
  func `a comment does not end an unfinished entry`(source: String) {
    #expect(CellRunner.completeness(of: source) != .complete)
    if !source.contains("#") { #expect(CellRunner.completeness(of: source) == .incomplete) }
  }

  @Test(arguments: [
    "// a note", "", "1 // a", "f() // {", "/* { */", "let a = 1 /* b\n c */",
    "func f() { /* a */ }\n// b", "\"a\" // \"",
  ])
  func `a comment alone is complete`(source: String) {
    #expect(CellRunner.completeness(of: source) == .complete)
  }

  @Test(arguments: ["let s = \"abc", "}", "let = 3 // a", "f)", "\"a // b", "func f() {\n  \"a\n"])
  func `what more would not help is invalid`(source: String) {
    #expect(CellRunner.completeness(of: source) == .invalid)
  }

  // MARK: - Entries of a text

  @Test(arguments: [
    ("1\n2\n", [0..<1, 1..<2]), ("", []), ("// a\n\n", []),
    ("let x = [1]\n  .map { $0 }\nx", [0..<2, 2..<3]),
    ("a\n  + b\n// c\nd", [0..<2, 2..<4]),
    ("if a {\n}\n// b\nelse {\n}\nf()", [0..<5, 5..<6]),
    ("1; 2\n3", [0..<1, 1..<2]),
    ("/// Doc.\nfunc f() {}\n\nf()", [0..<2, 3..<4]),
    ("f()\nlet a = 1\nfunc f() {}\na", [0..<3, 3..<4]),
    ("func a() { b() }\nlet c = 1\nfunc b() {}\n1", [0..<3, 3..<4]),
    ("func a() { c() }\nfunc b() { d() }\nfunc c() {}\nfunc d() {}\n1", [0..<4, 4..<5]),
    ("a()\nb()\nfunc b() { a() }\nlet c = 1\nfunc a() {}\n1", [0..<5, 5..<6]),
    ("print(P())\nstruct P {}", [0..<2]),
    ("1.half\nlet b = 2\nextension Int { var half: Int { self / 2 } }", [0..<3]),
    ("let a = 1\nstruct P { func f() { let a = 2 } }", [0..<1, 1..<2]),
    ("func f() {", [0..<1]),
  ])
  func `a text is cut between statements`(source: String, entries: [Range<Int>]) {
    #expect(CellRunner.entries(of: source) == entries)
  }
}
