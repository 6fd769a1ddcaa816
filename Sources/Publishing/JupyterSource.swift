internal import Notebook

/// What stands in a code cell of Jupyter: Swift, or a shell's commands below the line `%%sh`.
struct JupyterSource {
  /// What runs it.
  let kind: Cell.Kind
  /// What runs, without the last line break.
  let source: String

  private static let mark = "%%sh"

  /// The source of a cell.
  init(_ cell: Cell) {
    kind = cell.kind
    source = cell.source.withoutLastBreak
  }

  /// What a code cell of Jupyter says.
  ///
  /// - Parameter isSwift: whether the mark is part of the source, which is Swift that nobody could run.
  init(parsing text: String, isSwift: Bool = false) {
    let rest = text.utf8.dropFirst(Self.mark.utf8.count)
    guard !isSwift, text.utf8.starts(with: Self.mark.utf8), rest.isEmpty || rest.first == 0x0A
    else {
      (kind, source) = (.swift, text)
      return
    }
    (kind, source) = (.shell, String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  /// The code cell's text.
  var text: String { kind == .swift ? source : Self.mark + "\n" + source }
}
