internal import CellLanguage
internal import Glibc
internal import Plotting
internal import SystemFiles

/// Shows the values of a notebook that was exported as a program: figures become PNG files, under the
/// names that running the notebook gives them, and everything else is printed.
///
/// ```swift
/// let notebookFigures = ProgramFigures(folder: "plots/quickstart")
/// notebookFigures.show(plot(run.history))        // plots/quickstart/learning-curve.png
/// notebookFigures.show(2 + 2)                    // 4
/// ```
public final class ProgramFigures: Sendable {
  private let display: FigureDisplay

  /// Draws figures into a folder, which is made when there is one to draw.
  public init(folder: String) {
    display = FigureDisplay(
      folder: .named(folder), graphics: .none, gnuplot: "gnuplot"
    ) { _ in }
  }

  /// Shows a value; one that cannot be drawn ends the program, as it would end the notebook.
  public func show<T>(_ value: T) {
    if T.self == Void.self { return }
    if value is Figure { draw(value) } else { print(value) }
  }

  /// Draws a value if it is a figure.
  public func draw<T>(_ value: T) {
    guard let figure = value as? Figure else { return }
    do {
      let bundle = try display.bundle(for: figure) { false }
      print(bundle.plainText)
      if let note = bundle.note { complain(note) }
    } catch {
      complain("\(error)")
      exit(1)
    }
  }

  private func complain(_ message: String) {
    _ = writeAll(Array((message + "\n").utf8), to: 2)
  }
}
