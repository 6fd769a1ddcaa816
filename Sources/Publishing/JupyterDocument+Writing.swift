internal import Notebook
internal import Text

extension JupyterDocument {
  /// A notebook as Jupyter's, with its outputs.
  public init(_ publication: Publication) {
    let text = publication.document.text
    let isWide = LineEndings.areWide(in: text)
    let document =
      isWide ? NotebookDocument(parsing: LineEndings.narrowed(text)) : publication.document
    let (pieces, end) = NotebookPiece.all(in: document)
    let usualEnd = pieces.isEmpty ? "" : "\n"
    var own: [JSONValue.Member] = []
    if !document.frontMatter.text.isEmpty {
      own.append(.init(key: "front_matter", value: .string(document.frontMatter.text)))
    }
    if !end.hasSameBytes(as: usualEnd) { own.append(.init(key: "after", value: .string(end))) }
    if isWide { own.append(.init(key: "line_ending", value: .string("\r\n"))) }

    var ids = JupyterIDs(names: Set(document.cells.compactMap(\.options.id)))
    var cells: [JSONValue] = []
    var lastCell: Cell?
    for (index, piece) in pieces.enumerated() {
      let usual =
        index > 0 ? NotebookPiece.usualGap : document.frontMatter.text.isEmpty ? "" : "\n"
      let gap = piece.gap.hasSameBytes(as: usual) ? nil : piece.gap
      switch piece.body {
      case .prose(let prose):
        let lines = ProseLines(prose, showing: publication.values(after: lastCell))
        cells.append(Self.cell(prose, lines, gap: gap, &ids))
      case .cell(let cell):
        lastCell = cell
        cells.append(Self.cell(cell, publication.outputs(of: cell), gap: gap, &ids))
      }
    }
    self.init(
      root: .object([
        "cells": .array(cells),
        "metadata": .object(Self.metadata(title: document.frontMatter.title, own)),
        "nbformat": .integer(4),
        "nbformat_minor": .integer(5),
      ]))
  }

  private static func metadata(
    title: String?, _ own: [JSONValue.Member]
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init(
        key: "kernelspec",
        value: .object([
          "display_name": .string("Swift (mamlnb)"), "language": .string("swift"),
          "name": .string("mamlnb"),
        ])),
      .init(
        key: "language_info",
        value: .object([
          "codemirror_mode": .string("swift"), "file_extension": .string(".swift"),
          "mimetype": .string("text/x-swift"), "name": .string("swift"),
          "pygments_lexer": .string("swift"),
        ])),
      .init(key: key, value: .object(own)),
    ]
    if let title { members.append(.init(key: "title", value: .string(title))) }
    return members
  }

  private static func cell(
    _ prose: String, _ lines: ProseLines, gap: String?, _ ids: inout JupyterIDs
  ) -> JSONValue {
    var own = gap.map { [JSONValue.Member(key: "before", value: .string($0))] } ?? []
    if !lines.lines.isEmpty { own.append(.init(key: "values", value: .array(lines.lines))) }
    return .object([
      "cell_type": .string("markdown"),
      "id": .string(ids.id(named: nil, kind: "prose", of: prose)),
      "metadata": .object(own.isEmpty ? [] : [.init(key: key, value: .object(own))]),
      "source": .lines(of: lines.shown),
    ])
  }

  private static func cell(
    _ cell: Cell, _ outputs: [Output], gap: String?, _ ids: inout JupyterIDs
  ) -> JSONValue {
    let text = CellText(cell)
    let source = JupyterSource(cell)
    var own: [JSONValue.Member] = []
    if let gap { own.append(.init(key: "before", value: .string(gap))) }
    if JupyterSource(parsing: source.text).kind != cell.kind {
      own.append(.init(key: "kind", value: .string("swift")))
    }
    if !text.block.hasSameBytes(as: cell.text.withoutLastBreak) {
      own.append(.init(key: "text", value: .string(cell.text.withoutLastBreak)))
    } else if !text.options.isEmpty {
      own.append(.init(key: "options", value: .array(text.options.map(JSONValue.string))))
    }
    var metadata: [JSONValue.Member] = []
    let traits = JupyterTraits(cell)
    if traits.isSourceHidden {
      metadata.append(.init(key: "jupyter", value: .object(["source_hidden": .bool(true)])))
    }
    if !own.isEmpty { metadata.append(.init(key: key, value: .object(own))) }
    if !traits.tags.isEmpty {
      metadata.append(.init(key: "tags", value: .array(traits.tags.map(JSONValue.string))))
    }
    return .object([
      "cell_type": .string("code"),
      "execution_count": .null,
      "id": .string(ids.id(named: cell.options.id, kind: "cell", of: cell.source)),
      "metadata": .object(metadata),
      "outputs": .array(outputs.map(\.inJupyter)),
      "source": .lines(of: source.text),
    ])
  }
}
