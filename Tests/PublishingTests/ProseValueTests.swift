import DocumentFuzzing
import Notebook
import Publishing
import Testing
import Text

private let text = """
  # Chance of `{swift} way`

  ```swift
  //| id: p
  let way = 5
  ```

  Guessing is right in `{swift} 100 / way` %, `{swift}
  name`, of all.

  | a | b |
  |---|---|
  | `{swift} name` | x |

  """

private let outputs = Sidecar(
  cells: [.init(name: "p", outcome: .ok, outputs: [])],
  prose: [
    .init(after: nil, values: ["way": "?"]),
    .init(after: "p", values: ["100 / way": "20", "name": "<b>|*"]),
  ])

private func publication(_ outputs: Sidecar?) -> Publication {
  Publication(NotebookDocument(parsing: text), named: "x.mamlnb", outputs: outputs)
}

/// What a notebook that went to Jupyter comes back as, when somebody changed it there.
private func back(
  _ text: String, _ outputs: Sidecar?, changing change: (String) -> String = { $0 }
) throws -> String {
  let exported = JupyterDocument(
    Publication(NotebookDocument(parsing: text), named: "x.mamlnb", outputs: outputs))
  let document = try JupyterDocument(decoding: Array(change(exported.text).utf8))
  return ImportedNotebook(document, picturesFolder: "x.files").text
}

@Suite struct `Values in prose that is published` {
  @Test func `are text of a page`() {
    let page = HTMLPage(publication(outputs), picture: { _ in nil }).text

    #expect(page.contains("Chance of ?</h1>"))
    #expect(page.contains("<p>Guessing is right in 20 %, &lt;b&gt;|*, of all.</p>"))
    #expect(page.contains("<td>&lt;b&gt;|*</td>\n<td>x</td>"))
  }

  @Test func `are text of a document in Markdown`() {
    let document = MarkdownDocument(publication(outputs), picturesFolder: "x.files").text

    #expect(document.contains("Guessing is right in 20 %, \\<b\\>\\|\\*, of all."))
    #expect(document.contains("| \\<b\\>\\|\\* | x |"))
    #expect(!document.contains("{swift}"))
  }

  @Test func `are text in Jupyter, and expressions again when they come back`() throws {
    let root = try JSONValue(parsing: JupyterDocument(publication(outputs)).text)
    let last = try #require(root["cells"]?.array?.last)

    #expect(
      last["source"]?.joinedLines
        == "Guessing is right in 20 %, \\<b\\>\\|\\*, of all.\n\n| a | b |\n|---|---|\n| \\<b\\>\\|\\* | x |"
    )
    #expect(try back(text, outputs) == text)
    #expect(try back(text, nil) == text)
  }

  @Test func `are text for good in a line that was changed in Jupyter, and not in the others`()
    throws
  {
    let changed = try back(text, outputs) {
      $0.replacing("\n    \"Guessing is right in 20", with: "\n    \"Guessing is wrong in 80")
        .replacing("| a | b |", with: "| c | d |")
    }
    let moved = try back(text, outputs) {
      $0.replacing("\n    \"Guessing", with: "\n    \"First.\\n\",\n    \"\\n\",\n    \"Guessing")
    }

    #expect(changed.contains("Guessing is wrong in 80 %, \\<b\\>\\|\\*, of all."))
    #expect(changed.contains("| c | d |\n|---|---|\n| `{swift} name` | x |"))
    #expect(moved == text.replacing("Guessing", with: "First.\n\nGuessing"))
  }

  @Test func `are code where they are not known, and that is said`() {
    let unknown = publication(nil)

    #expect(
      MarkdownDocument(unknown, picturesFolder: "x.files").text.contains(
        "Guessing is right in `100 / way` %, `name`, of all."))
    #expect(
      HTMLPage(unknown, picture: { _ in nil }).text.contains("right in <code>100 / way</code> %"))
    #expect(
      unknown.noteOnOutputs
        == "x.mamlnb has not been run; 'mamlnb run' makes its outputs; until then 4 values in the text "
        + "are shown as code")
    #expect(publication(outputs).noteOnOutputs == nil)
    var some = outputs
    some.prose[1].values["name"] = nil
    #expect(
      publication(some).noteOnOutputs
        == "2 values in the text of x.mamlnb are not known and are shown as code; 'mamlnb run' computes "
        + "them")
  }

  @Test(arguments: 0..<60)
  func `come back as expressions from whatever somebody may have written`(seed: Int) throws {
    for number in 0..<5 {
      let text = GeneratedNotebook(seed: UInt64(seed * 5 + number) &+ 77_000).text
      let document = NotebookDocument(parsing: text)
      let values = ["way": ["5", "a*b|<", "", " x "][number % 4], "a + b": "1."]
      let names = [nil] + document.cells.map { Optional($0.name) }
      let outputs = Sidecar(cells: [], prose: names.map { .init(after: $0, values: values) })
      let result = try back(text, outputs)

      #expect(result.utf8.elementsEqual(text.utf8), "seed \(seed), \(number)")
    }
  }
}
