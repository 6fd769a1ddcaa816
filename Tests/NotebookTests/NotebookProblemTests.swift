import Notebook
import Testing

@Suite struct NotebookProblemTests {
  @Test func `an unknown option names its line and the nearest`() {
    expectProblems(
      """
      # Title

      ```swift
      //| id: a
      👉//| eco: false
      👉//| colour: red
      1
      ```
      """,
      [
        "unknown cell option 'eco'; did you mean 'echo'?",
        "unknown cell option 'colour'; it may be one of id, eval, echo, error, tags, timeout, tolerance",
      ])
  }

  @Test func `an option of the wrong type says what it expects`() {
    expectProblems(
      """
      ```swift
      👉//| id: two words
      👉//| eval: perhaps
      👉//| echo: [true]
      👉//| error: 1
      👉//| tags: {a: b}
      👉//| timeout: -3
      1
      ```
      """,
      [
        "'id' expects 1 to 64 letters, digits, '-' or '_', got 'two words'",
        "'eval' expects true or false, got 'perhaps'",
        "'echo' expects true or false, got [true]",
        "'error' expects true or false, got '1'",
        "'tags' expects a list such as [parameters], got something nested",
        "'timeout' expects a number of seconds, got '-3'",
      ])
  }

  @Test func `an option or key given twice names both lines`() {
    expectProblems(
      """
      ---
      title: a
      👉title: b
      ---
      ```swift
      //| echo: true
      👉//| echo: false
      ```
      """,
      [
        "'title' is given twice; the first is on line 2",
        "'echo' is given twice; the first is on line 6",
      ])
  }

  @Test func `an option line that is no key with a value is an error`() {
    expectProblems("```swift\n👉//| echo false\n```", ["expected 'key: value'"])
  }

  @Test func `two cells of one name are an error at the second`() {
    expectProblems(
      """
      ```swift
      //| id: a
      ```
      👉```swift
      //| id: a
      ```
      ```swift
      //| id: cell-4
      ```
      👉```swift
      ```
      """,
      [
        "two cells are named 'a'; the first is on line 1",
        "two cells are named 'cell-4'; the first is on line 7",
      ])
  }

  @Test func `front matter says what it does not know`() {
    expectProblems(
      """
      ---
      👉titel: x
      👉seed: -1
      👉data: [a, b]
      ---
      """,
      [
        "unknown key 'titel' in the front matter; did you mean 'title'?",
        "'seed' expects a whole number from 0, got '-1'",
        "'data' expects the name of a data set or a folder, got [a, b]",
      ])
  }

  @Test func `front matter that YAML cannot read is an error at its line`() {
    expectProblems(
      "---\ntitle: x\n👉seed: [\n---\n", ["not YAML: did not find expected node content"])
    expectProblems("---\n👉- a\n---\n", ["expected 'key: value'"])
    expectProblems("👉---\ntitle: x\n", ["the front matter has no closing '---'"])
  }

  @Test func `a display block in the shell language needs no options`() {
    let document = NotebookDocument(parsing: "```sh\n# | not an option\nls\n```\n")

    #expect(document.problems.isEmpty)
    #expect(document.cells.isEmpty)
  }

  @Test func `a misspelt option of a shell block is not passed over`() {
    expectProblems(
      "```sh\n👉#| evla: true\nls\n```\n", ["unknown cell option 'evla'; did you mean 'eval'?"])
  }
}
