extension NotebookDocument {
  /// Reads a notebook from its text; what is wrong with it is in `problems`.
  public init(parsing text: String) {
    let lines = Lines(text).all
    let (frontMatter, lineCount, problems) = FrontMatter.parse(lines)
    var reader = BlockReader(lines: lines, position: lineCount)
    reader.read(FencedBlock.all(in: lines[lineCount...].joined()), after: lineCount)
    self.init(
      frontMatter: frontMatter, blocks: reader.blocks,
      problems: (problems + reader.problems).sorted { $0.line < $1.line })
  }
}

/// Cuts the lines of a file into prose and cells.
private struct BlockReader {
  let lines: [Substring]
  /// How many lines are in `blocks`.
  var position: Int
  var blocks: [NotebookDocument.Block] = []
  var problems: [NotebookProblem] = []
  /// The line of each cell, by its name.
  private var lineOfName: [String: Int] = [:]

  init(lines: [Substring], position: Int) {
    self.lines = lines
    self.position = position
  }

  /// Reads `fences`, whose lines are counted from the one after `offset`.
  mutating func read(_ fences: [FencedBlock], after offset: Int) {
    var number = 1
    for fence in fences {
      guard let cell = cell(fence, after: offset, number: number) else { continue }
      appendProse(upTo: cell.fenceLine - 1)
      blocks.append(.cell(cell))
      position = min(offset + fence.lastLine, lines.count)
      number += 1
      if !fence.isClosed {
        problems.append(NotebookProblem(line: cell.fenceLine, kind: .cellNotClosed))
      }
      if let first = lineOfName.updateValue(cell.fenceLine, forKey: cell.name) {
        problems.append(
          NotebookProblem(
            line: cell.fenceLine, kind: .duplicateID(cell.name, firstLine: first)))
      }
    }
    appendProse(upTo: lines.count)
  }

  /// The cell that `fence` is, or nil where it is prose.
  private mutating func cell(_ fence: FencedBlock, after offset: Int, number: Int) -> Cell? {
    let kind: Cell.Kind
    switch fence.language {
    case "swift": kind = .swift
    case "sh": kind = .shell
    default: return nil
    }
    let fenceLine = offset + fence.fenceLine
    let content = Lines(fence.content).all
    let (options, optionCount, found) = CellOptions.parse(
      content, of: kind, firstLine: fenceLine + 1)
    problems += found
    if kind == .shell, options.eval != true { return nil }
    let end = min(offset + fence.lastLine, lines.count)
    return Cell(
      kind: kind, number: number, options: options,
      source: Lines.normalized(content.dropFirst(optionCount)),
      firstLine: fenceLine + 1 + optionCount, fenceLine: fenceLine,
      text: lines[(fenceLine - 1)..<end].joined())
  }

  private mutating func appendProse(upTo end: Int) {
    guard position < end else { return }
    blocks.append(
      .prose(.init(text: lines[position..<end].joined(), firstLine: position + 1)))
    position = end
  }
}
