import Notebook
import Testing

/// An option line is honoured or refused with its place, wherever it stands.
@Suite struct OptionLineTests {
  private func cell(_ lines: String..., language: String = "swift") throws -> Cell {
    let text = "```\(language)\n" + lines.joined(separator: "\n") + "\n```\n"
    let document = NotebookDocument(parsing: text)
    #expect(document.problems.isEmpty)
    #expect(document.text == text)
    return try #require(document.cells.first)
  }

  // MARK: - Honoured

  @Test(arguments: [
    ["", "//| eval: false"], ["  //| eval: false"], ["\t//|\teval: false"], ["//| eval:false"],
    ["//|eval:false"], ["// a comment", "", "//| eval: false"], ["   ", "", " //|eval: false"],
    ["//| id: a", "", "// why", "//| eval: false"], ["//| echo:false", "//| eval:false"],
  ])
  func `options stand anywhere above the code`(lines: [String]) throws {
    let cell = try cell((lines + ["print(1)"]).joined(separator: "\n"))

    #expect(cell.options.eval == false)
    #expect(cell.isBlank == false)
    #expect(cell.source.hasSuffix("print(1)\n"))
    #expect(!cell.source.contains("|"))
    // Lines keep their numbers.
    let count = cell.source.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(cell.firstLine + count - 1 == lines.count + 2)
  }

  @Test func `a comment above the options stays in the source`() throws {
    let cell = try cell("// first", "//| id: a", "// second", "1")

    #expect(cell.source == "// first\n\n// second\n1\n")
    #expect(cell.firstLine == 2)
    #expect(cell.options.id == "a")
  }

  @Test func `options of a shell cell stand below its comments too`() throws {
    let cell = try cell("#!/bin/sh", "", "  #|eval:true", "ls", language: "sh")

    #expect(cell.kind == .shell)
    #expect(cell.source == "#!/bin/sh\n\n\nls\n")
  }

  @Test func `a list may go on over several option lines`() throws {
    let cell = try cell("", "//| tags:", "//|   - a", "//|   - b", "1")

    #expect(cell.options.tags == ["a", "b"])
    #expect(cell.firstLine == 6)
  }

  @Test func `text between three quotes is no option`() throws {
    let cell = try cell("let a = \"\"\"", "  //| eval: false", "  #| eval: false", "  \"\"\"")

    #expect(cell.options.eval == nil)
    #expect(cell.source.contains("//| eval: false"))
  }

  @Test func `a comment with a bar is a comment`() throws {
    let cell = try cell("// | a | b |", "/// | c | d |", "1 // | e: f |", "// | eval |")

    #expect(cell.options == CellOptions())
  }

  @Test func `parameters are replaced below options that follow a comment`() throws {
    var document = NotebookDocument(
      parsing: "```swift\n// note\n\n//| tags: [parameters]\nlet ways = 5\n```\n")
    try document.apply([ParameterOverride(name: "ways", value: "20")])

    #expect(document.cells[0].source == "// note\n\n\nlet ways = 20\n")
    #expect(
      document.text == "```swift\n// note\n\n//| tags: [parameters]\nlet ways = 20\n```\n")
  }

  // MARK: - Refused

  @Test func `an option below the code is refused`() {
    let problem = "an option line ('//| key: value') stands above the code of its cell"
    expectProblems("```swift\nlet a = 1\n👉//| eval: false\n```", [problem])
    expectProblems("```swift\nprint(1)\n\n  👉  //| anything\n```", [problem])
    expectProblems("```swift\nlet a = \"\"\"\n  x\n  \"\"\"\n👉//|eval:false\n```", [problem])
    expectProblems(
      "```sh\n#| eval: true\nls\n👉#| timeout: 3\n```",
      ["an option line ('#| key: value') stands above the code of its cell"])
    expectProblems(
      "```sh\nls\n👉#| eval: true\n```",
      ["an option line ('#| key: value') stands above the code of its cell"])
  }

  @Test func `the sign of another language is refused`() {
    expectProblems(
      "```swift\n👉#| eval: false\n1\n```",
      ["an option line of this cell begins with '//|', got '#|'"])
    expectProblems(
      "```sh\n👉//| eval: true\nls\n```",
      ["an option line of this cell begins with '#|', got '//|'"])
    expectProblems(
      "```swift\n1\n👉#| eval: false\n```",
      ["an option line of this cell begins with '//|', got '#|'"])
    expectProblems(
      "```swift\n👉// | eval: false\n👉///| echo: false\n1\n```",
      [
        "an option line of this cell begins with '//|', got '// |'",
        "an option line of this cell begins with '//|', got '///|'",
      ])
    expectProblems(
      "```sh\n👉# | eval: true\nls\n```",
      ["an option line of this cell begins with '#|', got '# |'"])
  }

  @Test func `what is wrong with an option is told at its line`() {
    expectProblems(
      "```swift\n\n// note\n👉//| evil: false\n1\n```",
      ["unknown cell option 'evil'; did you mean 'eval'?"])
    expectProblems(
      "```swift\n\n👉//| evil:false\n1\n```",
      ["unknown cell option 'evil'; did you mean 'eval'?"])
    expectProblems("```swift\n\n👉//| eval false\n1\n```", ["expected 'key: value'"])
  }

  @Test(arguments: [
    ("swift {#id}", "{#id}", "swift"), ("{swift #id}", "#id", "swift"),
    ("swift eval=false", "eval=false", "swift"), ("{swift, eval=FALSE}", ", eval=FALSE", "swift"),
    ("swift,ignore", ",ignore", "swift"), ("Swift {x}", "{x}", "swift"),
    ("swift:run", ":run", "swift"), ("swift{#id}", "{#id}", "swift"),
  ])
  func `nothing stands behind the language of a cell`(
    info: String, rest: String, language: String
  ) {
    expectProblems(
      "prose\n\n👉```\(info)\n1\n```",
      [
        "expected nothing behind '\(language)', got '\(rest)'"
          + "; options are lines '//| key: value' above the code"
      ])
  }

  @Test func `a block of another shell that asks to run is refused`() {
    expectProblems(
      "👉```bash\n#| eval: true\nls\n```", ["a block that runs is written in 'sh', got 'bash'"])
  }
}
