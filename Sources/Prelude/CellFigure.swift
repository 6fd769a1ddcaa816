internal import Allowances
internal import CellLanguage
internal import Plotting

/// A figure in a cell: the value itself, and where it is drawn when it is shown.
struct CellFigure: HostValue, CellConvertible {
  /// What is drawn.
  let figure: Figure
  /// Who draws it.
  let display: FigureDisplay
  /// Whether to stop drawing: the interrupt of the session that the cell is part of.
  let interrupt: @Sendable () -> Bool

  static var cellTypeName: String { "Figure" }

  var description: String { figure.title.map { "Figure '\($0)'" } ?? "Figure" }

  var isDisplayedWhenUnused: Bool { true }

  func displayBundle() throws -> DisplayBundle? {
    // The cell that shows a figure need not be the one that made it.
    let allowance = Allowance.current
    return try display.bundle(for: figure, interrupt: { allowance?.isSpent ?? interrupt() })
  }

  func isEqual(to other: any HostValue) -> Bool { (other as? CellFigure)?.figure == figure }
}

/// `Figure`, as cells see it.
func figureType(permissions: FilePermissions) -> HostType {
  HostType(
    CellFigure.self,
    """
    A picture as a value: it is drawn where it stands alone as a statement, or by \
    `save(_:)`.
    """, conformances: ["Equatable"],
    members: [
      property("var title: String?", "What stands above it.", of: CellFigure.self) {
        $0.figure.title
      },
      HostFunction(
        "func save(_ path: String) throws",
        "Writes it to a file; the format follows from the name: `.png`, `.svg` or `.pdf`."
      ) { (context: HostContext, figure: CellFigure, path: String) in
        try figure.display.write(
          figure.figure, to: path, in: permissions.files, interrupt: context.interrupt)
      },
    ])
}
