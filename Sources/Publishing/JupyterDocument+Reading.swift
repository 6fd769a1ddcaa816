internal import Notebook
internal import Text

extension JupyterDocument {
  /// Reads a notebook of Jupyter, of nbformat 4.
  ///
  /// - Throws: `JupyterError` where the bytes are none.
  public init(decoding bytes: [UInt8]) throws(JupyterError) {
    do throws(EncodingError) {
      _ = try NotebookDocument(decoding: bytes)
    } catch {
      throw .notUTF8(error)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(JSONError) {
      root = try JSONValue(parsing: text)
    } catch {
      throw JupyterError(error, in: text)
    }
    guard case .integer(let version)? = root["nbformat"] else {
      throw .unexpectedShape(path: "nbformat", expected: "4")
    }
    guard version == 4 else { throw .version(version) }
    guard let cells = root["cells"]?.array else {
      throw .unexpectedShape(path: "cells", expected: "a list")
    }
    // So that whoever has a document has one whose cells can be read.
    for (index, cell) in cells.enumerated() {
      _ = try JupyterCell(decoding: cell, at: "cells[\(index)]")
    }
  }

  /// The cells in order.
  var cells: [JupyterCell] {
    (root["cells"]?.array ?? []).compactMap { try? JupyterCell(decoding: $0, at: "") }
  }

  /// What is said of the whole.
  private var metadata: JSONValue? { root["metadata"] }

  /// What this program wrote of the whole; nil where somebody else wrote it.
  var own: JSONValue? { metadata?[Self.key] }

  /// The title.
  var title: String? { metadata?["title"]?.string }

  /// The language of the code cells in lower case, as a word for a fence.
  var language: String {
    let language =
      metadata?["kernelspec"]?["language"]?.string ?? metadata?["language_info"]?["name"]?.string
      ?? metadata?["kernelspec"]?["name"]?.string
    return language.flatMap(ForeignBlock.word) ?? "python"
  }
}
