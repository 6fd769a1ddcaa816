package import CellLanguage
public import Notebook
package import Text

/// Something that a check has found in a notebook: for a person as a compiler says it, for an editor as
/// JSON.
public struct NotebookFinding: Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The notebook, or a cell, cannot run.
    case error
    /// It can, but probably not as meant.
    case warning
    /// It is allowed, and may be an oversight.
    case note
  }

  /// How bad it is.
  public let severity: Severity
  /// The notebook's file.
  public let file: String
  /// The cell's name; nil for what is in no cell.
  public let cell: String?
  /// The line and the column of where it begins, from 1; the column is 1 where only the line is known.
  public let (line, column): (Int, Int)
  /// Where it ends, where that is known: the last line, and the column after the last character.
  public let end: (line: Int, column: Int)?
  /// What is wrong.
  public let message: String
  /// The finding as text, which may be of several lines and shows its place.
  public let text: String
}

// MARK: - What is found

extension NotebookFinding {
  /// A rule of the format that a file breaks.
  init(_ problem: NotebookProblem, in file: String) {
    self.init(.error, file, line: problem.line, "\(problem)")
  }

  /// What is wrong with cells, a finding for each error.
  static func all(in fault: NotebookCheck.Fault, of file: String) -> [NotebookFinding] {
    all(in: fault.failure, of: file, cell: fault.cell)
  }

  /// What a failure is about, a finding for each error.
  ///
  /// - Parameter cell: the cell that failed; nil for an expression in prose.
  package static func all(
    in failure: CellFailure, of file: String, cell: Cell? = nil
  ) -> [NotebookFinding] {
    failure.diagnostics.filter { $0.severity != .note }.map { diagnostic in
      NotebookFinding(
        severity: diagnostic.severity == .error ? .error : .warning, file: file,
        cell: cell?.name, line: diagnostic.place?.line ?? cell?.firstLine ?? 1,
        column: diagnostic.place?.column ?? 1,
        end: diagnostic.place.map { ($0.endLine, $0.endColumn) }, message: diagnostic.message,
        text: FailureRenderer().render(diagnostic))
    }
  }

  /// Something about a line of a file, or about the file, of which the first line stands.
  package init(
    _ severity: Severity, _ file: String, cell: String? = nil, line: Int = 1, _ message: String,
    details: [String] = []
  ) {
    self.init(
      severity: severity, file: file, cell: cell, line: line, column: 1, end: nil,
      message: message,
      text: "\(file):\(line): \(severity): \(message)" + details.map { "\n  \($0)" }.joined())
  }
}

extension NotebookCheck {
  /// What is wrong with a notebook: rules of the format that it breaks, and cells that cannot run.
  public func findings(in document: NotebookDocument) -> [NotebookFinding] {
    var findings = document.problems.map { NotebookFinding($0, in: name) }
    let faults = faults(of: document.cells)
    findings += faults.flatMap { NotebookFinding.all(in: $0, of: name) }
    findings += proseFaults(in: document, besides: faults).flatMap {
      NotebookFinding.all(in: $0.failure, of: name)
    }
    if document.problems.isEmpty { findings += NotebookNames(document).findings(in: name) }
    if document.cells.isEmpty, document.problems.isEmpty {
      findings.append(
        NotebookFinding(
          .warning, name, "there is no cell in it: one is a fenced block of 'swift'"))
    }
    return findings.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}

extension NotebookFinding {
  /// Ids in a notebook that nothing in it mentions.
  package static func unmentionedIDs(of document: NotebookDocument, in file: String)
    -> [NotebookFinding]
  {
    NotebookNames(document).unmentioned(in: file)
  }

  /// What is kept of an earlier run where that is of another version of the notebook.
  package static func staleOutputs(
    _ outputs: Sidecar?, of document: NotebookDocument, in file: String
  ) -> NotebookFinding? {
    outputs?.firstStaleCell(of: document).map { cell in
      NotebookFinding(
        .warning, file, cell: cell.name, line: cell.fenceLine,
        "the outputs that are kept are of another version, from the cell '\(cell.name)' on; "
          + "'mamlnb run \(file)' makes them anew")
    }
  }
}

// MARK: - For editors

extension NotebookFinding {
  /// The finding as a JSON object.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "file", value: .string(file)), .init(key: "line", value: .integer(line)),
      .init(key: "column", value: .integer(column)),
    ]
    if let end {
      members += [
        .init(key: "endLine", value: .integer(end.line)),
        .init(key: "endColumn", value: .integer(end.column)),
      ]
    }
    if let cell { members.append(.init(key: "cell", value: .string(cell))) }
    members += [
      .init(key: "severity", value: .string(severity.rawValue)),
      .init(key: "message", value: .string(message)),
    ]
    return .object(members)
  }
}
