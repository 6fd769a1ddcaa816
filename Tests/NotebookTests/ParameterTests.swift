import Notebook
import Testing

@Suite struct ParameterTests {
  static let text = """
    ---
    data: glyphs
    ---
    ```swift
    //| tags: [parameters]
    let ways = 5  // classes
    var rate: Double = 0.5
    let name = "a \\"b\\" // c"
    let isFast = true
    let sizes = [1, 2]
    let total = ways * 2
    let limit: Int? = nil
    let depth: Int? = 3
    let words: [String] = ["a"]
    let steps = [1, 0.5]
    ```

    ```swift
    let other = 1
    ```

    """

  private func lines(setting overrides: String...) throws -> [Substring] {
    var document = NotebookDocument(parsing: Self.text)
    try document.apply(overrides.compactMap(ParameterOverride.init(parsing:)))
    return document.cells[0].source.split(separator: "\n")
  }

  @Test func `the parameters are the literals that the tagged cell declares`() {
    let document = NotebookDocument(parsing: Self.text)

    #expect(
      document.parameterNames == [
        "ways", "rate", "name", "isFast", "sizes", "limit", "depth", "words", "steps",
      ])
  }

  @Test(arguments: [
    ("ways=20", 0, "let ways = 20  // classes"),
    ("ways=0x10", 0, "let ways = 0x10  // classes"),
    ("ways=-3", 0, "let ways = -3  // classes"),
    ("rate=0.25", 1, "var rate: Double = 0.25"),
    ("rate=1", 1, "var rate: Double = 1.0"),
    ("rate=1e-3", 1, "var rate: Double = 1e-3"),
    ("name=x", 2, "let name = \"x\""),
    ("name=\"x\"", 2, "let name = \"x\""),
    ("name=a\"b\\(c)", 2, "let name = \"a\\\"b\\\\(c)\""),
    ("name=", 2, "let name = \"\""),
    ("isFast=false", 3, "let isFast = false"),
    ("sizes=[3, 4]", 4, "let sizes = [3, 4]"),
    ("sizes=[]", 4, "let sizes = [] as [Int]"),
    ("words=[]", 8, "let words: [String] = []"),
    ("steps=[]", 9, "let steps = [] as [Double]"),
    ("depth=nil", 7, "let depth: Int? = nil"),
    ("depth=4", 7, "let depth: Int? = 4"),
    ("limit=3", 6, "let limit: Int? = 3"),
    ("limit=x=y", 6, "let limit: Int? = \"x=y\""),
  ])
  func `an override replaces the literal where it stands`(
    override: String, line: Int, expected: String
  ) throws {
    #expect(try lines(setting: override)[line] == expected)
  }

  @Test func `several overrides hold together, and the text shows them`() throws {
    var document = NotebookDocument(parsing: Self.text)

    try document.apply([
      ParameterOverride(name: "ways", value: "7"), ParameterOverride(name: "rate", value: "2"),
    ])

    let expected = Self.text.replacing("ways = 5", with: "ways = 7")
      .replacing("Double = 0.5", with: "Double = 2.0")
    #expect(document.text == expected)
    #expect(NotebookDocument(parsing: expected).cells == document.cells)
  }

  @Test func `an indented fence keeps its indentation`() throws {
    var document = NotebookDocument(
      parsing: "  ```swift\r\n  //| tags: parameters\r\n  let a = 1\r\n  ```\r\n")

    try document.apply([ParameterOverride(name: "a", value: "2")])

    #expect(
      document.text == "  ```swift\r\n  //| tags: parameters\r\n  let a = 2\r\n  ```\r\n")
    #expect(document.cells[0].source == "let a = 2\n")
  }

  @Test(arguments: [
    ("ways=2.5", "'ways' expects a whole number, got '2.5'"),
    ("rate=fast", "'rate' expects a number, got 'fast'"),
    ("isFast=1", "'isFast' expects true or false, got '1'"),
    ("sizes=3", "'sizes' expects a list such as [1, 2], got '3'"),
    ("seed=x", "'seed' expects a whole number from 0, got 'x'"),
  ])
  func `a value of another type is an error`(override: String, message: String) {
    let error = #expect(throws: ParameterError.self) { try lines(setting: override) }

    #expect(error?.description == message)
  }

  @Test func `a name that is no parameter is an error that lists them`() {
    let error = #expect(throws: ParameterError.self) { try lines(setting: "wasy=3") }

    #expect(
      error?.description
        == "'wasy' is not a parameter of this notebook; did you mean 'ways'? (the parameters are "
        + "ways, rate, name, isFast, sizes, limit, depth, words, steps; "
        + "'data' and 'seed' can always be set)")
    #expect(throws: ParameterError.self) { try lines(setting: "other=3") }
    #expect(throws: ParameterError.self) { try lines(setting: "total=3") }
  }

  @Test func `a name of two letters may lack a third`() throws {
    var document = NotebookDocument(
      parsing: "```swift\n//| tags: [parameters]\nlet way = 5\n```\n")

    let error = #expect(throws: ParameterError.self) {
      try document.apply([ParameterOverride(name: "wy", value: "20")])
    }

    #expect(error?.description.contains("did you mean 'way'?") == true)
  }

  @Test(arguments: [
    "ways=99999999999999999999", "ways=1.5", "ways=", "ways=nan", "rate=nan", "rate=inf",
    "rate=1e999",
    "rate=", "isFast=1", "sizes=[1, x]", "sizes=[0.5]", "sizes=[\"a\"]", "sizes=[1][0]", "sizes=1",
    "sizes=[1, 2", "sizes=[f()]", "seed=-1", "seed=99999999999999999999",
  ])
  func `a value of another type is an error`(override: String) {
    #expect(throws: ParameterError.self) { try lines(setting: override) }
  }

  @Test func `a list of numbers takes whole ones too, and an empty list anything`() throws {
    func set(_ declaration: String, _ value: String) throws -> String {
      var document = NotebookDocument(
        parsing: "```swift\n//| tags: [parameters]\n\(declaration)\n```\n")
      try document.apply([ParameterOverride(name: "a", value: value)])
      return document.cells[0].source
    }

    #expect(try set("let a = [0.5, 1]", "[1, 2]") == "let a = [1, 2] as [Double]\n")
    #expect(try set("let a: [Double] = [1]", "[0.5]") == "let a: [Double] = [0.5]\n")
    #expect(try set("let a: [String] = []", "[\"x\"]") == "let a: [String] = [\"x\"]\n")
    #expect(try set("let a = [1]", "[]") == "let a = [] as [Int]\n")
    #expect(try set("let a = [[1], [2, 3]]", "[]") == "let a = [] as [[Int]]\n")
    #expect(try set("let a = [[1], [2, 3]]", "[[4]]") == "let a = [[4]]\n")
  }

  @Test func `front matter takes data and seed`() throws {
    var document = NotebookDocument(parsing: Self.text)

    try document.apply([
      ParameterOverride(name: "data", value: "omniglot"),
      ParameterOverride(name: "seed", value: "9"),
    ])

    #expect(document.frontMatter.data == "omniglot")
    #expect(document.frontMatter.seed == 9)
    #expect(document.text == Self.text)
  }

  @Test func `an override needs a name and an equals sign`() {
    #expect(ParameterOverride(parsing: "ways") == nil)
    #expect(ParameterOverride(parsing: "=5") == nil)
    #expect(ParameterOverride(parsing: "a=b=c") == ParameterOverride(name: "a", value: "b=c"))
  }
}
