extension NotebookDocument {
  /// The notebook of a Swift program: one cell, with the lines of the program, whose source is not shown.
  public init(program: String) {
    var options = CellOptions()
    options.echo = false
    var source = ""
    for line in Lines(program).all { source += Lines.content(of: line) + "\n" }
    let cell = Cell(
      kind: .swift, number: 1, options: options, source: source, firstLine: 1, fenceLine: 1,
      text: program)
    self.init(frontMatter: FrontMatter(), blocks: [.cell(cell)], problems: [])
  }
}
