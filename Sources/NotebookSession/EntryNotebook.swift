internal import CellLanguage
internal import Notebook

/// A notebook of the cells of a session that have run, and of entries, each where it was typed.
///
/// Entries that could not run there, because they use `_` or what a later cell took away, are left out.
struct EntryNotebook {
  /// The text of the notebook.
  private(set) var text = ""
  /// How many cells it has.
  private(set) var cellCount = 0
  /// The entries that are left out.
  private(set) var leftOut: [String] = []
  private var state = CellState()
  private let runner: CellRunner

  /// The notebook of a session.
  init(_ session: Session<CellState>, _ entries: [EntryLog.Entry], _ runner: CellRunner) {
    self.runner = runner
    text = session.document.frontMatter.text
    var ran = 0
    if session.position == 0 { add(entries, typedAt: 0) }
    for block in session.document.blocks where ran < session.position {
      switch block {
      case .prose(let prose): text += prose.text
      case .cell(let cell):
        if ran == 0 { add(entries, typedAt: 0) }
        separate()
        text += cell.text
        cellCount += 1
        ran += 1
        if cell.kind == .swift, !cell.options.isSkipped {
          state = runner.check(cell.source, from: state).state
        }
        add(entries, typedAt: ran)
      }
    }
  }

  private mutating func add(_ entries: [EntryLog.Entry], typedAt position: Int) {
    for entry in entries where entry.position == position { add(entry.text) }
  }

  private mutating func add(_ entry: String) {
    let checked = runner.check(entry, from: state)
    guard checked.failure == nil else {
      leftOut.append(entry)
      return
    }
    state = checked.state
    separate()
    text += NotebookDocument.cellText(of: entry)
    cellCount += 1
  }

  /// Sees to it that a cell begins after a blank line.
  private mutating func separate() {
    guard !text.isEmpty, !text.hasSuffix("\n\n") else { return }
    text += text.hasSuffix("\n") ? "\n" : "\n\n"
  }
}
