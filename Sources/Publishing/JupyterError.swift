public import Notebook
internal import Text

/// A file that is no notebook of Jupyter.
public enum JupyterError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It is not UTF-8.
  case notUTF8(EncodingError)
  /// It is not JSON; the line is counted from 1.
  case notJSON(line: Int, String)
  /// It is JSON of another shape; the path says where, and then what stands there.
  case unexpectedShape(path: String, expected: String)
  /// It is of another version of the format.
  case version(Int)

  /// The fault in words, and what to do.
  public var description: String {
    switch self {
    case .notUTF8(let error): "\(error)"
    case .notJSON(let line, let reason): "line \(line): \(reason)"
    case .unexpectedShape(let path, let expected):
      "not a notebook of Jupyter: expected \(expected) at '\(path)'"
    case .version(let version):
      "a notebook of Jupyter's format \(version), expected 4; "
        + "'jupyter nbconvert --to notebook' makes one of it"
    }
  }
}

extension JupyterError {
  /// The fault of a text that is not JSON.
  init(_ error: JSONError, in text: String) {
    let before = text.utf8.prefix(error.offset)
    self = .notJSON(line: 1 + before.count { $0 == 0x0A }, error.description)
  }
}
