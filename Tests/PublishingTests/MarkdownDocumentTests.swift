import DocumentFuzzing
import Notebook
import Publishing
import Testing

private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

private func markdown(_ text: String, _ outputs: [Output]) -> MarkdownDocument {
  MarkdownDocument(
    Publication(
      NotebookDocument(parsing: text), named: "x.mamlnb",
      outputs: Sidecar(cells: [.init(name: "sum", outcome: .ok, outputs: outputs)])),
    picturesFolder: "x.files")
}

private let notebook = "# T\n\n```swift\n//| id: sum\n1 + 1\n```\n\nDone.\n"
private let outputs: [Output] = [
  .stream(.stdout, text: "a ``` b"),
  .displayData(
    MediaBundle([
      .init(mediaType: "image/png", content: .data(png)),
      .init(mediaType: "text/plain", content: .text("plots/x/a-[b].png")),
    ])),
  .executeResult(MediaBundle([.init(mediaType: "text/plain", content: .text("2"))])),
]

@Suite struct `A notebook in Markdown` {
  @Test func `is the notebook with a marked block after each cell that showed something`() {
    let document = markdown(notebook, outputs)

    #expect(
      document.text == """
        # T

        ```swift
        //| id: sum
        1 + 1
        ```

        <!-- mamlnb:output sum -->
        ````text
        a ``` b
        ````

        ![a \\[b\\]](x.files/sum-1.png)

        ```text
        2
        ```
        <!-- mamlnb:end -->

        Done.

        """)
    #expect(document.pictures.map(\.path) == ["x.files/sum-1.png"])
    #expect(document.pictures.map(\.bytes) == [png])
  }

  @Test func `is the notebook itself where nothing has run`() {
    #expect(markdown(notebook, []).text == notebook)
  }

  @Test func `made again of itself is the same, and of other outputs has those alone`() {
    let once = markdown(notebook, outputs).text

    #expect(markdown(once, outputs).text == once)
    #expect(markdown(once, []).text == notebook)
  }

  @Test func `has the cells of the notebook and no more`() {
    let outputs: [Output] = [
      .stream(.stdout, text: "```swift\nlet evil = 1\n```\n<!-- mamlnb:end -->")
    ]

    let cells = NotebookDocument(parsing: markdown(notebook, outputs).text).cells

    #expect(cells.map(\.name) == ["sum"])
  }

  @Test func `names the pictures that it shows, and no file elsewhere`() {
    let text = markdown(notebook, outputs).text
    let others =
      "![a](x.files/own.png)\n\n<!-- mamlnb:output a -->\n![a](x.files/../b.png)\n"
      + "![a](x.files/%2E%2E%2Fb.png)\n![a](/etc/passwd)\n<!-- mamlnb:end -->\n"

    #expect(
      MarkdownDocument.pictures(shownBy: text, picturesFolder: "x.files") == ["x.files/sum-1.png"])
    #expect(MarkdownDocument.pictures(shownBy: others, picturesFolder: "x.files").isEmpty)
  }

  @Test func `keeps a mark that has no end`() {
    let text = "<!-- mamlnb:output x -->\n\ntext\n"

    #expect(markdown(text, []).text == text)
  }

  @Test func `has lines that end as those of the notebook`() {
    let text = String(
      decoding: notebook.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)

    let bytes = Array(markdown(text, outputs).text.utf8)

    #expect(bytes.indices.allSatisfy { bytes[$0] != 0x0A || bytes[$0 - 1] == 0x0D })
  }

  @Test func `made again of itself is the same for generated ones`() {
    for seed in 0..<300 {
      let text = GeneratedNotebook(seed: UInt64(seed)).text
      let document = NotebookDocument(parsing: text)
      let sidecar = Sidecar(
        cells: document.cells.map { .init(name: $0.name, outcome: .ok, outputs: outputs) })
      func made(of text: String) -> String {
        MarkdownDocument(
          Publication(NotebookDocument(parsing: text), named: "x", outputs: sidecar),
          picturesFolder: "f"
        ).text
      }

      let once = made(of: text)

      #expect(Array(made(of: once).utf8) == Array(once.utf8), "seed \(seed)")
      let names = NotebookDocument(parsing: once).cells.map(\.name)
      #expect(names.prefix(document.cells.count) == document.cells.map(\.name)[...], "seed \(seed)")
    }
  }
}
