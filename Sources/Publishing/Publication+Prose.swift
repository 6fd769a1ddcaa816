internal import Notebook

extension Publication {
  /// The texts of the values in the prose after a cell, by the expressions' texts; nil stands for what is
  /// before the first cell.
  func values(after cell: Cell?) -> [String: String] { values[cell?.name] ?? [:] }

  /// The blocks of the notebook, in the prose of which values are in the place of their expressions.
  var shownBlocks: [NotebookDocument.Block] {
    var cell: Cell?
    return document.blocks.map { block in
      switch block {
      case .cell(let next):
        cell = next
        return block
      case .prose(let prose):
        let text = prose.text(showing: values(after: cell))
        return .prose(.init(text: text, firstLine: prose.firstLine))
      }
    }
  }

  /// The expressions in the prose whose values are not known, each once for its place.
  var unknownValues: [String] {
    var cell: Cell?
    var unknown: [String] = []
    for block in document.blocks {
      switch block {
      case .cell(let next): cell = next
      case .prose(let prose):
        let known = values(after: cell)
        unknown += prose.expressions.map(\.text).filter { known[$0] == nil }
      }
    }
    return unknown
  }
}
