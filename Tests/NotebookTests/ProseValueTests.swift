import Notebook
import Testing

@Suite struct ProseValueTests {
  private func shown(_ text: String, _ values: [String: String]) -> String {
    NotebookDocument.Prose(text: text, firstLine: 1).text(showing: values)
  }

  @Test func `a value stands where its expression was`() {
    #expect(shown("a `{swift} w`-way task\n", ["w": "5"]) == "a 5-way task\n")
    #expect(shown("# `{swift} w +\n1`", ["w + 1": "6"]) == "# `{swift} w +\n1`")
    #expect(shown("> `{swift} w +\n> 1` b", ["w + 1": "6"]) == "> 6 b")
    #expect(
      shown("`{swift} -w` `{swift} t`", ["-w": "-5", "t": "0.25 ± 0.5 %"]) == "\\-5 0.25 ± 0.5 %")
  }

  @Test func `an expression without a value is code`() {
    #expect(shown("a `{swift} w` b", [:]) == "a `w` b")
    #expect(shown("``{swift} a + \"`\"``", [:]) == "``a + \"`\"``")
    #expect(shown("`` {swift} `a` ``", [:]) == "`` `a` ``")
    #expect(shown("| a |\n|-|\n| `{swift} x \\|\\| y` |", [:]) == "| a |\n|-|\n| `x \\|\\| y` |")
  }

  static let values = [
    "5", "-5", "1.", "a*b*", "_a_", "`a`", "<b>", "a|b", "[a](b)", "#", "&amp;", "$x$", "\\",
    "~~a~~",
    "1)", "+", "===", "---", "  a  ", "http://x.y/z", "a\tb", "![x](y)", "\"a\"", "{swift} a", "é",
  ]

  @Test(arguments: values)
  func `whatever a value is, it is text`(value: String) {
    let places = [
      "`{swift} v`", "x `{swift} v` y", "*`{swift} v`*", "**`{swift} v`**y", "a_`{swift} v`_",
      "- `{swift} v`",
      "# `{swift} v`", "x\n`{swift} v`\ny", "> `{swift} v`", "x `{swift} v`",
    ]
    for place in places {
      let text = shown(place, ["v": value])

      #expect(blocks(text) == blocks(place, value), "\(place): \(text)")
    }
    let table = shown("| a | b |\n|---|---|\n| `{swift} v` | x |\n", ["v": value])
    guard case .table(let found)? = ProseBlock.all(in: table).first else {
      Issue.record("no table: \(table)")
      return
    }
    #expect(found.rows.count == 1 && found.rows[0].count == 2)
    #expect(found.rows[0][0].text == value)
  }

  private func blocks(_ text: String) -> [String] {
    ProseBlock.all(in: text).map { "\(merged($0))" }
  }

  /// The blocks of a text in which the value is in the place of the code span.
  private func blocks(_ text: String, _ value: String) -> [String] {
    ProseBlock.all(in: text).map { "\(merged($0, value))" }
  }

  private func merged(_ block: ProseBlock, _ value: String? = nil) -> ProseBlock {
    switch block {
    case .heading(let level, let spans): .heading(level: level, merged(spans, value))
    case .paragraph(let spans): .paragraph(merged(spans, value))
    case .quotation(let blocks): .quotation(blocks.map { merged($0, value) })
    case .list(let list):
      .list(
        ProseList(
          items: list.items.map {
            .init(marker: $0.marker, blocks: $0.blocks.map { merged($0, value) })
          }, isTight: list.isTight))
    default: block
    }
  }

  /// The spans with texts and links of bare addresses as one text.
  private func merged(_ spans: [ProseSpan], _ value: String?) -> [ProseSpan] {
    spans.reduce(into: []) { merged, span in
      var span = span
      if case .code(let code) = span {
        // A last resort, where text would mean something.
        span = .text(value.map { code == "{swift} v" ? $0 : code } ?? code)
      }
      if case .link(let inner, let address) = span, address.hasSuffix(inner.text) {
        span = .text(inner.text)
      }
      switch (merged.last, span) {
      case (.text(let before)?, .text(let text)): merged[merged.count - 1] = .text(before + text)
      case (_, .emphasis(let inner)): merged.append(.emphasis(self.merged(inner, value)))
      case (_, .strong(let inner)): merged.append(.strong(self.merged(inner, value)))
      default: merged.append(span)
      }
    }
  }

  @Test func `values are in the list of outputs and in the journal`() throws {
    let prose = [
      Sidecar.ProseRecord(after: nil, values: ["seed": "7"]),
      Sidecar.ProseRecord(after: "a", values: ["way": "5", "\"x\"": "x|y"]),
    ]
    let sidecar = Sidecar(
      cells: [.init(name: "a", outcome: .ok, outputs: [])], prose: prose)
    let list = String(decoding: sidecar.files[0].bytes, as: UTF8.self)

    #expect(try Sidecar(parsing: list) == sidecar)

    var journal = Sidecar.journalHead + Sidecar.journalEntry(of: prose[0], after: 0)
    journal += Sidecar.journalEntry(of: sidecar.cells[0], at: 0).line
    journal += Sidecar.journalEntry(of: .init(after: "a", values: ["way": "4"]), after: 1)
    journal += Sidecar.journalEntry(of: prose[1], after: 1)

    #expect(Sidecar(journal: journal) == sidecar)
  }

  @Test func `a list without prose is as it was before there were values`() {
    let list = Sidecar(cells: []).files[0].bytes

    #expect(!String(decoding: list, as: UTF8.self).contains("prose"))
  }
}
