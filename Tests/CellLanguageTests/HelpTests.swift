import CellLanguage
import Testing

@Suite struct HelpTests {
  private static let source = """
    /// How far it is to the origin.
    func distance(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    /// A place in the plane.
    struct Point {
      /// How far right.
      var x = 0
      /// Goes up by one.
      mutating func rise() {}
      /**
       * Falls, that is.
       */
      func fall() {}
      var rows: [[Double]] { [] }
    }
    /// What there is to paint with.
    enum Color {
      /// As blood.
      case red
      case blue(Int)
    }
    /// The points seen so far.
    var points = [Point(), Point()]
    let table = ["a": [1.5]]
    let name = "a \\"quoted\\" text that is longer than forty letters"
    let pair = (1, "x")
    var numbers = [1, 2, 3]
    let choice = Color.blue(3)
    let nothing: Int? = nil
    """
  private static let library = HostLibrary(
    functions: [
      HostFunction("func train(_ steps: Int = 100) -> Int", "Trains a network. It takes long.") {
        (steps: Int) in steps
      }
    ].filed(under: "Training"))
  private static let runner = CellRunner(library: library)
  private static let state: CellState = {
    let result = runner.run(source, from: CellState(), console: Recorder())
    #expect(result.failure == nil)
    return result.state
  }()

  private func help(_ name: String) -> [NameSummary] {
    HelpTests.runner.help(for: name, in: HelpTests.state)
  }

  // MARK: - Help

  @Test(arguments: [
    (
      "distance", "func distance(_ x: Double, _ y: Double) -> Double",
      "How far it is to the origin."
    ),
    ("Point", "struct Point", "A place in the plane."),
    ("points", "var points: [Point]", "The points seen so far."),
    ("Point.x", "var x: Int", "How far right."), ("points[0].x", "var x: Int", "How far right."),
    ("points.first.x", "var x: Int", "How far right."), ("Color.red", "case red", "As blood."),
    ("Point.fall", "func fall()", "Falls, that is."),
    ("Optional.none", "case none", "No value"),
    ("TimeInterval", "typealias TimeInterval", "Seconds"),
    ("Dictionary.subscript", "subscript(key: Key) -> Value?", "The value for a key"),
    ("Point.rise", "mutating func rise()", "Goes up by one."),
    ("train", "func train(_ steps: Int = 100) -> Int", "Trains a network. It takes long."),
    ("guard", "guard let first = list.first else { return }", "Goes on only where"),
    ("Array", "struct Array<Element>", "Elements of one type in order"),
    ("print", "func print(_ items: Any...", "Writes values as text"),
    ("stride", "func stride<", "Numbers from one on"),
    (
      "Array.map", "func map<T>(_ transform: (Element) throws -> T) rethrows -> [T]",
      "The results of a function"
    ),
    ("map", "func map<T>", "The results of a function"),
    ("sorted", "func sorted", "The elements in order"),
    ("Array.sorted", "func sorted", "The elements in order"),
    ("append", "mutating func append", "Adds"),
    ("Dictionary", "struct Dictionary<Key, Value>", "Values found by keys"),
    ("String.split", "func split", "The parts between"),
    ("[1, 2].reduce", "func reduce", "All elements combined"),
    ("Int.random", "static func random", "A random number"),
    ("sqrt", "func sqrt", "The square root"), ("zip", "func zip", "Pairs of the elements"),
    ("?.", "person?.name", "A member of"),
    ("`guard`", "guard", "Goes on"), (" points ", "var points", "The points"),
    ("print()", "func print", "Writes"),
    ("Array.subscript", "subscript(", "The element at an index"),
    ("Double.pi", "static", "π"),
    ("Optional", "enum Optional", "A value or `nil`"),
    ("fatalError", "func fatalError", "Stops the cell"),
  ])
  func `help shows a declaration and what is written about it`(
    name: String, declaration: String, documentation: String
  ) {
    let found = help(name)

    #expect(
      found.contains {
        $0.declaration.contains(declaration) && $0.documentation.hasPrefix(documentation)
      }, "\(found.prefix(4).map { ($0.declaration, $0.documentation) })")
  }

  @Test func `help for a type has its members`() {
    #expect(help("Point").map(\.name).contains("rise"))
    #expect(help("Color").map(\.name).contains("blue"))
    #expect(help("String").map(\.name).contains("uppercased"))
  }

  @Test(arguments: ["nowhere", "Point.nowhere", "a..b", ".", "", "1 +", "points[0", "…", "Array."])
  func `nothing is known about what there is not`(name: String) {
    #expect(help(name).isEmpty)
  }

  @Test(arguments: [
    ("distanse", "distance"), ("gaurd", "guard"), ("sortde", "sorted"),
    ("Point.rize", "Point.rise"),
    ("Araay", "Array"), ("trian", "train"), ("Pont.x", "Point.x"),
  ])
  func `a slip is told`(name: String, meant: String) {
    #expect(HelpTests.runner.suggestion(for: name, in: HelpTests.state) == meant)
  }

  @Test func `everything that is said about the standard library can be asked for`() {
    let runner = CellRunner()
    let said = Set(["a", "e", "i", "o"].flatMap { runner.find($0, in: CellState()) })
      .filter { $0.topic != "Words of the language" }
    #expect(said.count > 250)

    for entry in said.sorted(by: { $0.name < $1.name }) {
      let found = runner.help(for: entry.name, in: CellState())
      #expect(found.contains { $0.documentation == entry.documentation }, "\(entry.name)")
    }
  }

  // MARK: - Lists

  @Test func `names are one's own, with types`() {
    let names = HelpTests.runner.names(in: HelpTests.state)

    #expect(
      names.map(\.name) == [
        "Color", "Point", "choice", "distance", "name", "nothing", "numbers", "pair", "points",
        "table",
      ])
    #expect(names.first { $0.name == "points" }?.declaration == "var points: [Point]")
    #expect(HelpTests.runner.names(in: CellState()).isEmpty)
  }

  @Test func `variables tell what is in them`() {
    let variables = HelpTests.runner.variables(in: HelpTests.state)

    #expect(
      variables.map { "\($0.isConstant ? "let" : "var") \($0.name): \($0.type) = \($0.summary)" }
        == [
          "let choice: Color = .blue(3)",
          #"let name: String = "a \"quoted\" text that is longer than fort…""#,
          "let nothing: Int? = nil", "var numbers: [Int] = 3 elements",
          #"let pair: (Int, String) = 1, "x""#.replacing("1, \"x\"", with: "(1, \"x\")"),
          "var points: [Point] = 2 elements", "let table: [String : [Double]] = 1 pair",
        ])
    #expect(variables.first { $0.name == "numbers" }?.byteCount == 56)
  }

  @Test func `topics list the host's names and then the standard ones`() {
    let topics = HelpTests.runner.topics(in: HelpTests.state)

    #expect(topics.first?.topic == "Training")
    #expect(topics.first?.names.map(\.name) == ["train"])
    #expect(topics.first?.names.first?.summary == "Trains a network.")
    #expect(topics.contains { $0.topic == "Text" && $0.names.contains { $0.name == "String" } })
    #expect(topics.allSatisfy { $0.topic != "Other" })
  }

  @Test(arguments: [
    ("train", "train"), ("network long", "train"), ("plane", "Point"),
    ("random number", "Int.random"),
    ("sort", "Array.sort"), ("origin far", "distance"), ("guard", "guard"), ("SQUARE root", "sqrt"),
  ])
  func `finding wants all words`(words: String, name: String) {
    #expect(HelpTests.runner.find(words, in: HelpTests.state).prefix(8).map(\.name).contains(name))
  }

  @Test(arguments: ["train zebra", "", "  ", "…"])
  func `nothing is found where a word does not occur`(words: String) {
    #expect(HelpTests.runner.find(words, in: HelpTests.state).isEmpty)
  }

  // MARK: - Types

  @Test(arguments: [
    ("1 + 2", "Int"), ("[1, 2.5]", "[Double]"), ("points[0].x", "Int"),
    ("points.map { $0.x }", "[Int]"),
    ("distance", "(Double, Double) -> Double"), ("pair", "(Int, String)"),
    ("Point.self", "Point.Type"),
    ("nothing", "Int?"), ("let a = 1.5\na * 2", "Double"), ("if true { 1 } else { 2 }", "Int"),
    ("print(1)", "()"), ("{ (x: Int) in x > 1 }", "(Int) -> Bool"), ("try Int(\"1\")", "Int?"),
    ("\"a\"", "String"),
  ])
  func `an expression has a type without being run`(expression: String, type: String) throws {
    #expect(try HelpTests.runner.type(of: expression, from: HelpTests.state) == type)
  }

  @Test(arguments: ["let a = 1", "", "nowhere", "1 +", "nil", "[]", "\"a", "func f() {}"])
  func `what is no expression has none`(expression: String) {
    #expect(throws: CellFailure.self) {
      try HelpTests.runner.type(of: expression, from: HelpTests.state)
    }
  }
}
