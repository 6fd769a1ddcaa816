public import Notebook
public import SystemFiles

/// Reads notebooks from disk.
public enum NotebookFile {
  /// Reads a notebook that can run.
  ///
  /// - Throws: `NotebookFileError` where the file cannot be read, is not UTF-8, or breaks a rule of
  ///   the format.
  public static func read(_ path: String) throws(NotebookFileError) -> NotebookDocument {
    let document: NotebookDocument
    do {
      document = try NotebookDocument(decoding: FileAccess.everywhere.read(path))
    } catch let error as FileError {
      throw .unreadable(error)
    } catch let error as EncodingError {
      throw .notUTF8(path: path, error)
    } catch {
      fatalError("reading a notebook threw \(error)")
    }
    guard document.problems.isEmpty else {
      throw .invalid(path: path, document.problems)
    }
    return document
  }

  /// Writes a text beside its final name, then gives it that name.
  ///
  /// - Throws: `NotebookFileError` where the file cannot be written.
  public static func write(_ text: String, to path: String) throws(NotebookFileError) {
    do {
      try FileAccess.everywhere.write(Array(text.utf8), to: path)
    } catch {
      throw .unwritable(error)
    }
  }

  /// The folder that the notebook at a path is in.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether the notebook at a path is a file: beside a pipe or a device nothing is kept, and nothing
  /// is read from the folder that it happens to be in.
  public static func isFile(_ path: String) -> Bool {
    (try? FileAccess.everywhere.kind(of: path)) == .file
  }

  /// Whether anything is at a path.
  static func exists(_ path: String) -> Bool { FileStamp(of: path) != nil }

  /// What messages call the notebook at a path: the last part of the path.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// A notebook that cannot be run.
public enum NotebookFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The system would not let us read it.
  case unreadable(FileError)
  /// The system would not let us write it.
  case unwritable(FileError)
  /// It is not UTF-8.
  case notUTF8(path: String, EncodingError)
  /// It breaks rules of the format.
  case invalid(path: String, [NotebookProblem])

  /// The reasons, a line for each, with their places.
  public var description: String {
    switch self {
    case .unreadable(let error), .unwritable(let error): "\(error)"
    case .notUTF8(let path, let error): "\(path):\(error.line): \(error)"
    case .invalid(let path, let problems):
      problems.map { "\(path):\($0.line): \($0)" }.joined(separator: "\n")
    }
  }
}
