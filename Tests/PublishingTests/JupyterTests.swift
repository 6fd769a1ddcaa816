import Notebook
import Publishing
import Testing
import Text

/// A notebook as Jupyter's.
private func exported(_ text: String, _ outputs: Sidecar? = nil) throws -> JSONValue {
  let document = JupyterDocument(
    Publication(NotebookDocument(parsing: text), named: "x.mamlnb", outputs: outputs))
  return try JSONValue(parsing: document.text)
}

/// A notebook of Jupyter's whose cells are these, as JSON.
private func imported(_ cells: [String], metadata: String = "{}") throws -> ImportedNotebook {
  let text =
    "{\"cells\": [\(cells.joined(separator: ","))], \"metadata\": \(metadata), "
    + "\"nbformat\": 4, \"nbformat_minor\": 5}"
  return ImportedNotebook(
    try JupyterDocument(decoding: Array(text.utf8)), picturesFolder: "x.files")
}

private let swift = #"{"kernelspec": {"language": "swift", "name": "swift"}}"#

private func cell(_ type: String, _ source: String, _ more: String = "") -> String {
  "{\"cell_type\": \"\(type)\", \"source\": \(JSONValue.string(source).line), \"metadata\": {}\(more)}"
}

@Suite struct `A notebook for Jupyter` {
  @Test func `has Markdown and code, each once`() throws {
    let root = try exported("# Sums\n\n```swift\n//| id: sum\n1 + 1\n```\n\nDone.\n")
    let cells = try #require(root["cells"]?.array)

    #expect(cells.map { $0["cell_type"]?.string } == ["markdown", "code", "markdown"])
    #expect(cells.map { $0["source"]?.joinedLines } == ["# Sums", "1 + 1", "Done."])
    #expect(root["metadata"]?["kernelspec"]?["language"]?.string == "swift")
    #expect(root["metadata"]?["language_info"]?["name"]?.string == "swift")
  }

  @Test func `has ids that stay when cells come before them, no two the same`() throws {
    let cells = "```swift\n//| id: sum\n1\n```\n\n```swift\n2\n```\n\n```swift\n2\n```\n"
    func ids(_ text: String) throws -> [String] {
      try #require(try exported(text)["cells"]?.array).compactMap { $0["id"]?.string }
    }

    let ids1 = try ids(cells)
    let ids2 = try ids("Text.\n\n```swift\n0\n```\n\n" + cells)

    #expect(ids1[0] == "sum")
    #expect(Set(ids2).count == ids2.count)
    #expect(Array(ids2.suffix(3)) == ids1)
  }

  @Test func `has pictures as base64 and printed text in lines`() throws {
    let outputs = Sidecar(cells: [
      .init(
        name: "cell-1", outcome: .ok,
        outputs: [
          .stream(.stdout, text: "a\nb\n"),
          .displayData(
            MediaBundle([
              .init(mediaType: "image/png", content: .data([0x89, 0x50])),
              .init(mediaType: "text/plain", content: .text("a figure")),
            ])),
          .error(.init(name: "fault", message: "m", traceback: ["t"])),
        ])
    ])

    let found = try exported("```swift\n1\n```\n", outputs)["cells"]?.array?[0]["outputs"]?.array
    let values = try #require(found)

    #expect(values[0]["text"]?.array?.compactMap(\.string) == ["a\n", "b\n"])
    #expect(values[1]["data"]?["image/png"]?.string == "iVA=")
    #expect(values[2]["ename"]?.string == "fault")
  }

  @Test func `tells tools what is hidden, left out and expected to fail`() throws {
    let text =
      "```swift\n//| echo: false\n//| eval: false\n//| error: true\n//| tags: [a]\n1\n```\n"

    let metadata = try exported(text)["cells"]?.array?[0]["metadata"]

    #expect(metadata?["jupyter"]?["source_hidden"] == .bool(true))
    #expect(
      metadata?["tags"]?.array?.compactMap(\.string) == ["a", "skip-execution", "raises-exception"])
  }

  @Test func `that was edited there keeps its options and takes the edit`() throws {
    let text = "---\nseed: 7\n---\n\n# Sums\n\n~~~swift\n//| id: sum\n1 + 1\n~~~\n"
    let document = JupyterDocument(
      Publication(NotebookDocument(parsing: text), named: "x", outputs: nil))
    let edited = document.text.replacing("\"1 + 1\"", with: "\"1 + 2\"")

    let back = ImportedNotebook(
      try JupyterDocument(decoding: Array(edited.utf8)), picturesFolder: "x.files")

    #expect(
      back.text == "---\nseed: 7\n---\n\n# Sums\n\n```swift\n//| id: sum\n1 + 2\n```\n")
  }
}

@Suite struct `A notebook of Jupyter` {
  @Test func `gives prose and cells of Swift`() throws {
    let notebook = try imported(
      [cell("markdown", "# T"), cell("code", "let a = 1")], metadata: swift)

    #expect(notebook.text == "# T\n\n```swift\nlet a = 1\n```\n")
    #expect(notebook.notes.isEmpty)
  }

  @Test func `of another language is shown and does not run`() throws {
    let notebook = try imported([cell("code", "print(1)"), cell("code", "%%bash\necho $HOME")])

    #expect(NotebookDocument(parsing: notebook.text).cells.isEmpty)
    #expect(notebook.text.contains("*A cell of `python`, which is shown and does not run:*"))
    #expect(notebook.text.contains("```python\nprint(1)\n```"))
    #expect(notebook.text.contains("```bash\n%%bash"))
    #expect(notebook.notes.count == 2)
  }

  @Test func `has raw cells that are shown`() throws {
    let raw =
      #"{"cell_type": "raw", "metadata": {"raw_mimetype": "text/latex"}, "source": ["\\a"]}"#

    let notebook = try imported([raw], metadata: swift)

    #expect(notebook.text.contains("```latex\n\\a\n```"))
    #expect(notebook.notes == ["1 raw cell is shown"])
  }

  @Test func `has attached pictures in files, two of one name in two`() throws {
    let first = cell(
      "markdown", "![a](attachment:a b.png)",
      #", "attachments": {"a b.png": {"image/png": "iVA="}}"#)
    let second = cell(
      "markdown", "![a](attachment:a%20b.png)",
      #", "attachments": {"a b.png": {"image/png": "iVBO"}}"#)

    let notebook = try imported([first, second], metadata: swift)

    #expect(notebook.pictures.map(\.path) == ["x.files/a b.png", "x.files/2-a b.png"])
    #expect(notebook.text == "![a](x.files/a%20b.png)\n\n![a](x.files/2-a%20b.png)\n")
  }

  @Test(arguments: ["../../etc/passwd", "..", ".", "/etc/passwd", ".hidden"])
  func `has attached pictures in no other folder`(name: String) throws {
    let markdown = cell(
      "markdown", "x", #", "attachments": {"\#(name)": {"image/png": "iVA="}}"#)

    let path = try #require(try imported([markdown]).pictures.first?.path)

    #expect(path.split(separator: "/").count == 2 && path.hasPrefix("x.files/"))
    #expect(!path.hasSuffix("/..") && !path.hasSuffix("/."))
  }

  @Test func `has no code in its Markdown that would run`() throws {
    let markdown = cell("markdown", "See\n\n```swift\nlet shown = 1\n```\n")
    let shell = cell("markdown", "```sh\n#| eval: true\nrm -r /\n```\n")

    let notebook = try imported([markdown, shell, cell("code", "2")], metadata: swift)
    let cells = NotebookDocument(parsing: notebook.text).cells

    #expect(cells.filter { !$0.options.isSkipped }.map(\.source) == ["2\n"])
    #expect(notebook.text.contains("let shown = 1"))
  }

  @Test(arguments: ["```python\nopen", "~~~\nopen", "<!-- open", "<script>\nopen", "<pre>\nopen"])
  func `has no Markdown that swallows the cell after it`(markdown: String) throws {
    let notebook = try imported([cell("markdown", markdown), cell("code", "2")], metadata: swift)

    #expect(NotebookDocument(parsing: notebook.text).cells.map(\.source) == ["2\n"])
  }

  @Test func `with three dashes at the top has no front matter`() throws {
    let notebook = try imported([cell("markdown", "---\ntitle: x\n---")], metadata: swift)

    #expect(NotebookDocument(parsing: notebook.text).frontMatter.text.isEmpty)
  }

  @Test func `with a title has it in the front matter`() throws {
    let notebook = try imported([], metadata: #"{"title": "a: \"b\" é"}"#)

    #expect(NotebookDocument(parsing: notebook.text).frontMatter.title == "a: \"b\" é")
  }

  @Test(arguments: [
    ("", "line 1: not JSON: expected a value at byte 0"),
    ("{\n\"cells\": [}", "line 2: not JSON: expected a value at byte 12"),
    ("[]", "not a notebook of Jupyter: expected 4 at 'nbformat'"),
    (
      #"{"nbformat": 3, "worksheets": []}"#,
      "a notebook of Jupyter's format 3, expected 4; 'jupyter nbconvert --to notebook' makes one of it"
    ),
    (
      #"{"nbformat": 4, "cells": [{"cell_type": "code"}]}"#,
      "not a notebook of Jupyter: expected text or a list of lines at 'cells[0].source'"
    ),
  ])
  func `that is none is an error that says where`(text: String, message: String) {
    let error = #expect(throws: JupyterError.self) {
      try JupyterDocument(decoding: Array(text.utf8))
    }

    #expect(error?.description == message)
  }

  @Test func `that is not UTF-8 is an error`() {
    #expect(throws: JupyterError.self) { try JupyterDocument(decoding: [0x7B, 0xFF]) }
  }
}

@Suite struct `Outputs from Jupyter` {
  private let shown = #"""
    , "execution_count": 1, "outputs": [
      {"output_type": "stream", "name": "stdout", "text": ["a\n", "b\n"]},
      {"output_type": "stream", "name": "stdout", "text": "c"},
      {"output_type": "display_data", "metadata": {},
       "data": {"image/png": "AQID\n", "text/plain": "a picture", "application/x": {"y": 1}}},
      {"output_type": "execute_result", "execution_count": 1, "metadata": {},
       "data": {"text/html": ["<b>", "7</b>"]}},
      {"output_type": "update_something"}]
    """#

  @Test func `come to the cells that have shown them`() throws {
    let notebook = try imported(
      [cell("markdown", "Text"), cell("code", "1"), cell("code", "2", shown)], metadata: swift)

    let record = try #require(notebook.sidecar?.cells.first)
    #expect(notebook.sidecar?.cells.count == 1)
    #expect(record.name == "cell-2")
    #expect(record.outcome == .ok)
    #expect(
      record.outputs == [
        .stream(.stdout, text: "a\nb\nc"),
        .displayData(
          MediaBundle([
            .init(mediaType: "image/png", content: .data([1, 2, 3])),
            .init(mediaType: "text/plain", content: .text("a picture")),
          ])),
        .executeResult(
          MediaBundle([.init(mediaType: "text/html", content: .text("<b>7</b>"))])),
      ])
    #expect(notebook.notes.contains { $0.hasSuffix(": 'application/x', 'update_something'") })
  }

  @Test func `say that a cell has failed, unless it should`() throws {
    let failure =
      #", "outputs": [{"output_type": "error", "ename": "e", "evalue": "m", "traceback": []}]"#
    let tagged = #"{"cell_type": "code", "source": "2", "metadata": {"tags": ["raises-exception"]}"#
    let cells = [cell("code", "1", failure), tagged + failure + "}"]

    #expect(
      try imported(cells, metadata: swift).sidecar?.cells.map(\.outcome) == [.error, .ok])
  }

  @Test func `are none where nothing was shown, and none of cells that are not Swift`() throws {
    #expect(try imported([cell("code", "1")], metadata: swift).sidecar == nil)
    let other = #"{"kernelspec": {"language": "python", "name": "python3"}}"#
    #expect(try imported([cell("code", "1", shown)], metadata: other).sidecar == nil)
  }

  @Test func `come back as they were exported`() throws {
    let text = "# A\n\n```swift\n//| id: sum\n1 + 1\n```\n\n```sh\n#| eval: true\nls\n```\n"
    let bundle = MediaBundle([
      .init(mediaType: "image/svg+xml", content: .data(Array("<svg/>".utf8))),
      .init(mediaType: "text/plain", content: .text("2")),
    ])
    let sidecar = Sidecar(cells: [
      .init(
        name: "sum", outcome: .ok,
        outputs: [.stream(.stderr, text: "x"), .executeResult(bundle), .displayData(bundle)]),
      .init(name: "cell-2", outcome: .ok, outputs: [.stream(.stdout, text: "a\n")]),
    ])
    let exported = JupyterDocument(
      Publication(NotebookDocument(parsing: text), named: "x.mamlnb", outputs: sidecar))

    let back = ImportedNotebook(
      try JupyterDocument(decoding: Array(exported.text.utf8)), picturesFolder: "x.files")

    #expect(back.text == text)
    #expect(back.sidecar == sidecar)
  }
}
