import Notebook
import Publishing

/// What must hold of any file at all, however it is damaged.
///
/// | a notebook | a notebook of Jupyter | a list of outputs |
/// |---|---|---|
/// | is read, or is not UTF-8 | is read, or is refused | is read, or is refused |
/// | prints the same bytes | is imported as a notebook that goes there and back | is written and read again as the same |
/// | names only lines that it has | | differs in nothing from itself |
/// | is formatted as one that means the same, and that formatting leaves alone | | |
/// | is mended at once | | |
/// | is exported for Jupyter, and comes back as the same bytes | | |
/// | is exported as Markdown, of which the Markdown is the same | | |
/// | is exported as a page, in which there is no script | | |
public struct DocumentCheck: Sendable {
  /// What does not hold, and what was seen in its place.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// What does not hold, and what was seen.
    public let description: String
  }

  /// How far a file got.
  public enum Result: Sendable {
    /// It is read, and all that must hold does.
    case read
    /// It is no such file, and that was said.
    case refused
  }

  /// A check.
  public init() {}

  /// Looks at a file.
  ///
  /// - Throws: `Fault` where something does not hold.
  public func check(_ document: MutatedDocument) throws(Fault) -> Result {
    switch document.kind {
    case .notebook: try check(notebook: document.bytes)
    case .jupyter: try check(jupyter: document.bytes)
    case .outputs: try check(outputs: document.bytes)
    }
  }

  static func require(
    _ condition: Bool, _ claim: String, _ seen: @autoclosure () -> String = ""
  ) throws(Fault) {
    if !condition { throw Fault(description: seen().isEmpty ? claim : "\(claim): \(seen())") }
  }

  static func requireSame(_ text: String, _ other: String, _ claim: String) throws(Fault) {
    try require(
      text.utf8.elementsEqual(other.utf8), claim,
      "\(text.debugDescription) is not \(other.debugDescription)")
  }
}

// MARK: - Notebooks

extension DocumentCheck {
  private func check(notebook bytes: [UInt8]) throws(Fault) -> Result {
    guard let document = try? NotebookDocument(decoding: bytes) else { return .refused }
    try Self.require(document.text.utf8.elementsEqual(bytes), "prints the same bytes")
    try Self.checkLines(of: document, bytes)
    try Self.checkFormatted(document)
    let outputs = try? Sidecar(parsing: MutationPieces.outputs[bytes.count % 2])
    let publication = Publication(document, named: "x.mamlnb", outputs: outputs)
    try Self.checkThereAndBack(publication)
    try Self.checkMarkdown(publication, outputs)
    try Self.checkPage(publication)
    return document.problems.isEmpty ? .read : .refused
  }

  private static func checkLines(
    of document: NotebookDocument, _ bytes: [UInt8]
  ) throws(Fault) {
    // Every end of a line, of which `\r\n` is one, counts no more than twice.
    let limit = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
    for problem in document.problems {
      try require(
        (1...limit).contains(problem.line), "names a line that it has",
        "\(problem.line): \(problem)")
    }
    for cell in document.cells {
      try require(
        cell.firstLine > cell.fenceLine && cell.fenceLine >= 1, "has cells with lines", cell.text)
    }
  }

  private static func checkFormatted(_ document: NotebookDocument) throws(Fault) {
    guard let formatted = document.formatted else {
      let mended = MendedNotebook(document.text)
      let again = MendedNotebook(mended.text)
      try requireSame(again.text, mended.text, "is mended at once")
      return
    }
    let again = NotebookDocument(parsing: formatted)
    try require(
      again.means(theSame: document), "means the same when it is formatted",
      "\(document.text.debugDescription) is not \(formatted.debugDescription)")
    try requireSame(again.formatted ?? "", formatted, "is formatted at once")
    try requireSame(MendedNotebook(document.text).text, document.text, "has nothing to mend")
  }

  private static func checkThereAndBack(_ publication: Publication) throws(Fault) {
    let exported = JupyterDocument(publication).text
    let jupyter: JupyterDocument
    do throws(JupyterError) {
      jupyter = try JupyterDocument(decoding: Array(exported.utf8))
    } catch {
      throw Fault(description: "is exported for Jupyter: \(error)")
    }
    let back = ImportedNotebook(jupyter, picturesFolder: "x.files").text
    try requireSame(back, publication.document.text, "comes back from Jupyter")
  }

  private static func checkMarkdown(
    _ publication: Publication, _ outputs: Sidecar?
  ) throws(Fault) {
    let first = MarkdownDocument(publication, picturesFolder: "x.files").text
    // An open cell is closed for its outputs, and what was a problem is none in the copy.
    guard publication.document.problems.isEmpty else { return }
    let document = NotebookDocument(parsing: first)
    let second = MarkdownDocument(
      Publication(document, named: "x.md", outputs: outputs), picturesFolder: "x.files"
    ).text
    try requireSame(second, first, "has Markdown whose Markdown is the same")
    let cells = document.cells.map(\.source)
    try require(
      cells == publication.document.cells.map(\.source), "has Markdown with the same cells",
      "\(cells)")
  }

  private static func checkPage(_ publication: Publication) throws(Fault) {
    let page = HTMLPage(publication) { _ in nil }.text
    for word in ["<script", "<iframe", "javascript:\"", "onerror=\""] {
      try require(!page.contains(word), "has a page without '\(word)'")
    }
    try require(page.hasSuffix("</html>\n"), "has a whole page")
  }
}

// MARK: - Jupyter and outputs

extension DocumentCheck {
  private func check(jupyter bytes: [UInt8]) throws(Fault) -> Result {
    guard let jupyter = try? JupyterDocument(decoding: bytes) else { return .refused }
    let notebook = ImportedNotebook(jupyter, picturesFolder: "x.files")
    for picture in notebook.pictures {
      let name = picture.path.dropFirst("x.files/".count)
      try Self.require(
        picture.path.hasPrefix("x.files/") && !name.contains("/") && !name.hasPrefix("."),
        "has pictures in their folder", picture.path)
    }
    let document = NotebookDocument(parsing: notebook.text)
    try Self.checkThereAndBack(Publication(document, named: "x.mamlnb", outputs: nil))
    return .read
  }

  private func check(outputs bytes: [UInt8]) throws(Fault) -> Result {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    _ = Sidecar(journal: Sidecar.journalHead + bytes)
    guard
      let sidecar = try? Sidecar(
        parsing: String(decoding: bytes, as: UTF8.self), file: { _ in png })
    else { return .refused }
    let files = sidecar.files
    guard let list = files.last else { throw Fault(description: "has a list") }
    let again = try? Sidecar(parsing: String(decoding: list.bytes, as: UTF8.self)) { name in
      files.first { $0.name == name }?.bytes
    }
    try Self.require(again == sidecar, "is written and read again as the same", "\(sidecar)")
    for record in sidecar.cells {
      let differences = OutputComparison { $0 == $1 ? 0 : 1 }.differences(of: record, from: record)
      try Self.require(differences.isEmpty, "differs in nothing from itself", "\(differences)")
    }
    let text = sidecar.cells.map { "```swift\n//| id: \($0.name)\n1\n```\n" }.joined(
      separator: "\n")
    let publication = Publication(
      NotebookDocument(parsing: text), named: "x.mamlnb", outputs: sidecar)
    try Self.checkThereAndBack(publication)
    try Self.checkMarkdown(publication, sidecar)
    try Self.checkPage(publication)
    return .read
  }
}
