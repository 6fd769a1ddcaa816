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
    let fenceLine = offset + fence.fenceLine
    let content = Lines(fence.content).all
    let info = FenceInfo(fence.info)
    let kind: Cell.Kind
    switch info.language {
    case "swift": kind = .swift
    case "sh": kind = .shell
    case "bash", "shell", "zsh", "ksh", "dash":
      noteShell(info.language, content, fenceLine)
      return nil
    default: return nil
    }
    let optionLines = OptionLines(content, of: kind, firstLine: fenceLine + 1)
    let (options, found) = CellOptions.parse(optionLines, firstLine: fenceLine + 1)
    problems += found
    if kind == .shell, options.eval != true { return nil }
    if !info.rest.isEmpty {
      problems.append(
        NotebookProblem(
          line: fenceLine,
          kind: .fenceAttributes(info.rest, language: info.language, sign: kind.optionSign)))
    }
    let end = min(offset + fence.lastLine, lines.count)
    return Cell(
      kind: kind, number: number, options: options,
      source: Lines.normalized(optionLines.source),
      firstLine: fenceLine + 1 + optionLines.skippedCount, fenceLine: fenceLine,
      text: lines[(fenceLine - 1)..<end].joined())
  }

  /// Notes a block that asks to be run by a shell that runs none.
  private mutating func noteShell(_ language: String, _ content: [Substring], _ fenceLine: Int) {
    let options = OptionLines(content, of: .shell, firstLine: fenceLine + 1)
    guard CellOptions.parse(options, firstLine: fenceLine + 1).options.eval == true else { return }
    problems.append(NotebookProblem(line: fenceLine, kind: .otherShell(language)))
  }

  private mutating func appendProse(upTo end: Int) {
    guard position < end else { return }
    blocks.append(
      .prose(.init(text: lines[position..<end].joined(), firstLine: position + 1)))
    position = end
  }
}
