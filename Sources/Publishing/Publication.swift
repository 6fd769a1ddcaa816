public import Notebook

/// A notebook with what running it produced: what every format is made from.
///
/// A format is a value made from a publication, and its text. Nothing is read or written here: whoever
/// publishes has read the notebook and its outputs, and writes what comes out.
///
/// ```swift
/// let publication = Publication(document, named: "sums.mamlnb", outputs: sidecar)
/// JupyterDocument(publication).text    // sums.ipynb
/// ```
public struct Publication: Sendable {
  /// The notebook.
  public let document: NotebookDocument
  /// What messages and pages call it: the name of its file.
  public let name: String
  private let records: [String: Sidecar.CellRecord]
  private let outputs: Sidecar?
  /// The values in the prose after each cell, by its name; nil for what is before the first.
  let values: [String?: [String: String]]

  /// A notebook with its outputs; without them where it has not been run.
  public init(_ document: NotebookDocument, named name: String, outputs: Sidecar?) {
    self.document = document
    self.name = name
    self.outputs = outputs
    records = Dictionary(
      (outputs?.cells ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    values = Dictionary(
      (outputs?.prose ?? []).map { ($0.cell, $0.values) }, uniquingKeysWith: { $1 })
  }

  /// What a cell produced when it ran last; nil where that is not known.
  public func record(of cell: Cell) -> Sidecar.CellRecord? { records[cell.name] }

  /// The outputs of a cell, each text of a stream joined.
  public func outputs(of cell: Cell) -> [Output] { Output.joined(record(of: cell)?.outputs ?? []) }

  /// The cells that would run and of which no outputs are known.
  public var cellsNotRun: [Cell] {
    document.cells.filter { cell in
      !cell.options.isSkipped && !cell.isBlank && record(of: cell) == nil
    }
  }

  /// What to say of outputs and of values in the prose that are missing or of another version of the
  /// notebook; nil where none are.
  public var noteOnOutputs: String? {
    if let cell = outputs?.firstStaleCell(of: document) {
      return
        "\(name) has changed since it ran, from the cell '\(cell.name)' on; 'mamlnb run' makes its "
        + "outputs anew"
    }
    let missing = cellsNotRun
    let values = unknownValues
    let unknown =
      values.count == 1
      ? "a value in the text is shown as code"
      : "\(values.count) values in the text are shown as code"
    guard let first = missing.first else {
      guard let first = values.first else { return nil }
      return values.count == 1
        ? "the value of '\(first)' in the text of \(name) is not known and is shown as code; "
          + "'mamlnb run' computes it"
        : "\(values.count) values in the text of \(name) are not known and are shown as code; "
          + "'mamlnb run' computes them"
    }
    let advice =
      "'mamlnb run' makes its outputs" + (values.isEmpty ? "" : "; until then \(unknown)")
    if records.isEmpty { return "\(name) has not been run; \(advice)" }
    return missing.count == 1
      ? "the cell '\(first.name)' of \(name) has not been run; \(advice)"
      : "\(missing.count) cells of \(name) have not been run; \(advice)"
  }
}
