public import CellLanguage
public import Notebook

/// A notebook as an ordinary Swift program: its prose as comments, its cells as the top level, and what
/// cells show as calls that show it.
///
/// A name that a cell declares again opens a scope for that cell and all after it, where the new
/// declaration hides the old one as it does in the notebook.
public struct SwiftProgram {
  private var text: String
  private var names: Set<String> = []
  private var openScopes = 0

  /// What the names in cells are from.
  private static let modules = [
    "Autodiff", "FewShotData", "Foundation", "Images", "MetaLearning", "Plotting", "Prelude",
    "Tensors",
  ]

  /// The program of a notebook.
  ///
  /// - Parameters:
  ///   - name: the file that it is made from.
  ///   - plots: the folder that its figures are drawn into.
  ///   - runner: what cells can reach; nothing is run.
  /// - Throws: what is wrong with the first cell that does not compile.
  public static func text(
    of document: NotebookDocument, named name: String, plots: String, runner: CellRunner
  ) throws(CellFailure) -> String {
    var program = SwiftProgram(frontMatter: document.frontMatter, notebook: name, plots: plots)
    var state = CellState()
    for block in document.blocks {
      switch block {
      case .prose(let prose): program.add(prose: prose.text)
      case .cell(let cell):
        if let reason = cell.reasonToLeaveOut {
          program.add(comment: cell.source, because: reason)
          continue
        }
        let result = try runner.outline(
          cell.source, named: name, lineOffset: cell.firstLine - 1, from: state)
        program.add(cell: cell.source, result.outline)
        state = result.state
      }
    }
    return program.text + String(repeating: "}\n", count: program.openScopes)
  }

  /// A program without a cell.
  private init(frontMatter: FrontMatter, notebook: String, plots: String) {
    let title = frontMatter.title.map(Self.comment) ?? ""
    text = """
      \(title)\(Self.comment("Written by 'mamlnb export \(notebook) --to swift'."))
      \(Self.modules.map { "import \($0)" }.joined(separator: "\n"))

      let notebookFigures = ProgramFigures(folder: \(plots.debugDescription))
      let data = \((frontMatter.data ?? "glyphs").debugDescription)
      let seed = \(frontMatter.seed)

      """
    names = ["notebookFigures", "data", "seed"]
  }

  /// Adds text between cells.
  private mutating func add(prose: String) {
    let comment = Self.comment(prose)
    if !comment.isEmpty { text += "\n" + comment }
  }

  /// Adds a cell that runs.
  private mutating func add(cell source: String, _ outline: CellOutline) {
    text += "\n"
    if !names.isDisjoint(with: outline.names) {
      text += "do {\n"
      openScopes += 1
    }
    names.formUnion(outline.names)
    let bytes = Array(source.utf8)
    var position = 0
    func copy(to end: Int) {
      text += String(decoding: bytes[position..<end], as: UTF8.self)
      position = end
    }
    for shown in outline.shown {
      copy(to: shown.range.lowerBound)
      text += shown.isResult ? "notebookFigures.show(" : "notebookFigures.draw("
      copy(to: shown.range.upperBound)
      text += ")"
    }
    copy(to: bytes.count)
    if !text.hasSuffix("\n") { text += "\n" }
  }

  /// Adds a cell that does not run, or runs something else than Swift.
  private mutating func add(comment source: String, because reason: String) {
    text += "\n// (\(reason))\n" + Self.comment(source)
  }

  /// The text as lines of comment, without the blank lines around it.
  ///
  /// Swift ends a comment at a line feed and at a carriage return; lines are broken at what any reader
  /// takes for their end, so that none of the text looks like code either.
  private static func comment(_ text: String) -> String {
    let isBlank: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return lines.reduce(into: "") { comment, line in
      // A null character is more than swiftc takes without a warning.
      let line = line.replacing("\0", with: "␀")
      comment += line.isEmpty ? "//\n" : "// \(line)\n"
    }
  }
}

extension Cell {
  /// Why the cell is no part of a program; `nil` when it is.
  fileprivate var reasonToLeaveOut: String? {
    if kind == .shell { return "a shell cell" }
    if options.isSkipped { return "a cell that is not run" }
    return options.error ? "a cell that is expected to fail" : nil
  }
}
