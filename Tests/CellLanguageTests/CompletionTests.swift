import CellLanguage
import Testing

@Suite struct CompletionTests {
  private static let prelude = """
    struct Point { var x: Int; var y: Double; func moved(by distance: Double, up: Bool = false) -> Point { self } ; static let origin = Point(x: 0, y: 0) }
    enum Color { case red, green, custom(red: Int, alpha: Double)
      static func named(_ name: String) -> Color { .red } }
    protocol Shape { var area: Double { get } }
    let ps = [Point(x: 1, y: 2)]
    var counts = ["a": 1]
    let maybe: Point? = nil
    let pair = (first: 1, second: "x")
    func train(_ net: Point, steps: Int = 10, rate: Double = 0.1, watching: Bool = false) -> [Double] { [] }
    func train(_ text: String, epochs: Int) -> Int { 0 }
    func load(_ path: String, named name: String = "") {}
    func paint(_ color: Color, order: Color = .red) {}
    """
  private static let state: CellState = {
    let result = CellRunner().run(prelude, from: CellState(), console: Recorder())
    #expect(result.failure == nil)
    return result.state
  }()

  /// The completions at the `|` of a text.
  private func completions(_ marked: String) -> CompletionList {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let before = String(parts[0])
    return CellRunner().completions(
      in: before + parts[1], at: before.utf8.count, from: CompletionTests.state)
  }

  private func texts(_ marked: String) -> [String] { completions(marked).candidates.map(\.text) }

  @Test(arguments: [
    ("ps[0].|", ["x", "y", "moved"]), ("\"abc\".cou|", ["count"]),
    ("ps.fir|", ["first"]), ("maybe?.|", ["x", "y", "moved"]), ("maybe!.|", ["x", "moved"]),
    ("train(ps[0]).rever|", ["reversed"]), ("[1, 2].map { $0.desc|", ["description"]),
    ("ps.map { $0.|", ["x", "y"]), ("ps.map { p in p.|", ["x", "y"]),
    ("(1 + 2).desc|", ["description"]), ("[1, 2].coun|", ["count"]), ("Point.|", ["origin"]),
    ("let c: Color = .|", ["red", "green", "custom", "named"]), ("paint(.|", ["red", "custom"]),
    ("paint(.red, order: .|", ["red", "custom"]), ("pair.|", ["first", "second"]),
    ("for p in ps { p.|", ["x", "y"]), ("if ps[0].|", ["x"]), ("print(ps[0].|)", ["x", "y"]),
    ("ps.reduce(0) { $0 + $1.|", ["x", "y"]), ("\"a \\(ps[0].|", ["x", "y"]),
    ("\"a \\(ps[0].|)\" + \"b\"", ["x", "y"]), ("guard let p = maybe, p.|", ["x", "y"]),
    ("if let p = maybe { p.|", ["x", "y"]), ("func f(_ p: Point) -> Int { p.|", ["x", "y"]),
    ("struct A { var p: Point; func f() { p.|", ["x", "y"]),
    ("struct A { var p: Point; func f() { self.|", ["p", "f"]),
    ("func f<T: Shape>(_ s: T) { s.|", ["area"]),
    ("extension Point { func g() { self.|", ["x", "y"]),
    ("switch Color.red { case .|", ["red", "green", "custom"]),
    ("ps.map(\\.|", ["x", "y"]), ("ps.sorted { $0.x < $1.|", ["x", "y"]),
    ("counts[\"a\"]!.desc|", ["description"]), ("ps\n  .filt|", ["filter"]),
    ("let q = ps[0]\nq.|", ["x", "y"]), ("ps.|\nprint(1)", ["first", "map"]),
    ("let d: Color? = .|", ["red", "none"]), ("Color.red == .|", ["red", "green"]),
    ("ps.map { p -> Double in\n  let z = p\n  return z.|", ["x", "y"]),
    ("func outer() { func inner(a: Point) { a.|", ["x", "y"]),
    ("zip(ps, [1]).map { $0.0.|", ["x", "y"]), ("do { ps[0].|", ["x"]), ("x = ps[0].|", ["x"]),
    ("return ps[0].|", ["x"]), ("ps[0].moved(by: 1).|", ["x"]), ("true ? ps[0].|", ["x"]),
  ])
  func `members of what stands before the period`(marked: String, wanted: [String]) {
    let found = texts(marked)

    #expect(Set(found).isSuperset(of: wanted), "\(found)")
  }

  @Test(arguments: [
    ("train(ps[0], st|", ["steps:"]),
    ("train(ps[0], |", ["epochs:", "rate:", "steps:", "watching:"]),
    ("train(ps[0], steps: 3, |", ["rate:", "watching:"]), ("train(\"a\", |", ["epochs:"]),
    ("Point(|", ["x:"]), ("Point(x: 1, |", ["y:"]), ("Color.custom(|", ["red:"]),
    ("let c: Color = .custom(red: 1, |", ["alpha:"]), ("ps[0].moved(|", ["by:"]),
    ("ps[0].moved(by: 1, |", ["up:"]), ("print(1, sep|", ["separator:"]),
    ("func local(a: Int, b: Int) {}\nlocal(a: 1, |", ["b:"]),
    ("func f() { func local(a: Int, b: Int) {}\nlocal(a: 1, |", ["b:"]),
  ])
  func `labels that an argument can have`(marked: String, wanted: [String]) {
    let labels = completions(marked).candidates.filter { $0.kind == .label }.map(\.text)

    if marked.hasPrefix("train(ps[0], |") {
      #expect(Set(labels).isSubset(of: wanted) && labels.contains("steps:"), "\(labels)")
    } else {
      #expect(labels.prefix(wanted.count).sorted() == wanted.sorted(), "\(labels)")
    }
  }

  @Test(arguments: [
    ("func f(alpha: Int, beta: Point) { alp|", "alpha"), ("for item in ps { it|", "item"),
    ("ps.map { element in ele|", "element"), ("let local = 1\nloc|", "local"),
    ("struct S { var field = 1; func f() { fie|", "field"), ("cou|", "counts"),
    ("if let found = maybe { fou|", "found"), ("ps.map { $|", "$0"), ("tra|", "train"),
    ("let a: Poi|", "Point"), ("func f() -> Col|", "Color"), ("let a: [Poi|", "Point"),
    ("func f<Item>(a: Ite|", "Item"), ("struct A: Sha|", "Shape"), ("gua|", "guard"),
    ("let f = { x |", "in"), ("for x |", "in"), ("if true { } e|", "else"), ("pri|", "print"),
    ("PRI|", "print"), ("switch Color.red { c|", "case"), ("struct A { f|", "func"),
    ("guard let p = maybe e|", "else"), ("do { } c|", "catch"),
    ("switch Color.red { case .red: 1\nd|", "default"),
    ("Poi|", "Point"), ("try! |\n", "ps"), ("if let ma|", "maybe"), ("let n: String.Ind|", "Index"),
  ])
  func `names that can be seen at the cursor`(marked: String, wanted: String) {
    #expect(texts(marked).contains(wanted), "\(texts(marked))")
  }

  @Test(arguments: [
    "// com|", "/* a |", "let na|", "func na|", "\"plain |", "12|", "ps.|x.y // |", "let s = \"a.|",
    "1 + // ps.|", "case|", "struct Na|", "\"a\\n|", "enum E { case na|", "enum E { case in|",
  ])
  func `nothing where no name can be`(marked: String) {
    let found = texts(marked)

    #expect(found.isEmpty || marked == "case|" || marked.contains("x.y"), "\(found)")
  }

  @Test func `an empty word offers own names only`() {
    let found = completions("let x = |").candidates

    #expect(found.contains { $0.text == "ps" })
    #expect(found.allSatisfy { $0.isOwn })
  }

  @Test func `own names come first and types are shown`() {
    let found = completions("p|").candidates

    #expect(found.first?.isOwn == true)
    #expect(found.first { $0.text == "ps" }?.detail == "[Point]")
    #expect(found.first { $0.text == "paint" }?.detail == "(_ color: Color, order: Color = .red)")
    #expect(found.contains { $0.text == "print" && !$0.isOwn })
  }

  @Test func `a method shows the types of its receiver`() {
    let map = completions("ps.ma|").candidates.first { $0.text == "map" }

    #expect(map?.detail == "(_ transform: (Point) throws -> T) throws -> [T]")
  }

  @Test func `what is replaced is the word up to the cursor`() {
    #expect(completions("ps.fi|rst").replacing == 3..<5)
    #expect(completions("größe + ps|").replacing == 10..<12)
    #expect(completions("load(\"da/ta|\")").replacing == 6..<11)
  }

  @Test(arguments: ["load(\"da|", "load(\"da|\")", "load(\"da|ta\")\nprint(1)"])
  func `a literal tells what it is an argument of`(marked: String) {
    let literal = completions(marked).literal

    #expect(literal?.content == "da")
    #expect(literal?.function == "load(_:named:)")
    #expect(literal?.label == nil)
    #expect(literal?.parameter == "path")
    #expect(literal?.type == "String")
  }

  @Test func `a literal with a label`() {
    let literal = completions("load(\"a\", named: \"x/y|").literal

    #expect(literal?.content == "x/y")
    #expect(literal?.label == "named")
    #expect(literal?.parameter == "name")
  }

  @Test func `a literal that is no argument is told, too`() {
    #expect(completions("let s = \"da|").literal?.function == nil)
    #expect(completions("let s = \"da|").literal?.content == "da")
    #expect(completions("let s = da|").literal == nil)
  }

  @Test func `a hint shows the parameter under the cursor`() {
    let hints = CellRunner().signature(
      in: "train(ps[0], steps: 3, rate: ", at: 29, from: CompletionTests.state)

    let best = hints.first
    #expect(
      best?.text
        == "train(_ net: Point, steps: Int = 10, rate: Double = 0.1, watching: Bool = false) -> [Double]"
    )
    #expect(best?.active == 2)
    #expect(hints.count == 2)
    let range = best?.parameters[2] ?? 0..<0
    #expect(
      best.map { Array($0.text.utf8)[range] }.map { String(decoding: $0, as: UTF8.self) }
        == "rate: Double = 0.1")
  }

  @Test(arguments: [
    ("Point(x: 1, y: |", "Point(x: Int, y: Double) -> Point"),
    ("print(load(|", "load(_ path: String, named name: String = \"\")"),
    ("load(\"a|", "load(_ path: String, named name: String = \"\")"),
    ("ps[0].moved(by: 1 + |", "moved(by distance: Double, up: Bool = false) -> Point"),
    ("ps.map { $0.moved(|", "moved(by distance: Double, up: Bool = false) -> Point"),
  ])
  func `the innermost call is hinted at`(marked: String, text: String) {
    let before = String(marked.prefix { $0 != "|" })
    let hints = CellRunner().signature(
      in: before, at: before.utf8.count, from: CompletionTests.state)

    #expect(hints.first?.text == text, "\(hints.map(\.text))")
  }

  @Test func `outside of calls nothing is hinted at`() {
    #expect(CellRunner().signature(in: "load()", at: 6, from: CompletionTests.state).isEmpty)
    #expect(CellRunner().signature(in: "ps", at: 2, from: CompletionTests.state).isEmpty)
  }
}
