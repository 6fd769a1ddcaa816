internal import CellLanguage
public import Notebook
public import SystemFiles

/// Reads notebooks from disk.
public enum NotebookFile {
  /// Reads a notebook that can run.
  ///
  /// - Throws: `NotebookFileError` where the file cannot be read, is not UTF-8, or breaks a rule of
  ///   the format.
  public static func read(_ path: String) throws(NotebookFileError) -> NotebookDocument {
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.everywhere.read(path)
    } catch {
      throw .unreadable(error)
    }
    return try document(decoding: bytes, named: path)
  }

  /// The notebook that can run of the bytes of its file.
  ///
  /// - Parameter path: what errors call the file.
  /// - Throws: `NotebookFileError` where they are not UTF-8, or break a rule of the format.
  public static func document(
    decoding bytes: [UInt8], named path: String
  ) throws(NotebookFileError) -> NotebookDocument {
    let document: NotebookDocument
    do {
      document = try NotebookDocument(decoding: bytes)
    } catch {
      throw .notUTF8(path: path, error)
    }
    guard document.problems.isEmpty else {
      throw .invalid(path: path, document.problems)
    }
    return document
  }

  /// The notebook of a Swift program, in one cell.
  ///
  /// - Parameter path: what errors call the program.
  /// - Throws: `NotebookFileError` where it is not UTF-8.
  public static func program(
    decoding bytes: [UInt8], named path: String
  ) throws(NotebookFileError) -> NotebookDocument {
    do {
      _ = try NotebookDocument(decoding: bytes)
    } catch {
      throw .notUTF8(path: path, error)
    }
    return NotebookDocument(program: String(decoding: bytes, as: UTF8.self))
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

  /// The paths of the notebooks in a folder, in alphabetical order; none where it cannot be read.
  public static func notebooks(in folder: String) -> [String] {
    let names = (try? FileAccess.everywhere.names(in: folder)) ?? []
    let start = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    return names.map { start + $0 }.filter { path in
      // A pipe without a writer would have us wait for one.
      hasNotebookName(path) && (try? FileAccess.everywhere.kind(of: path)) == .file
    }
  }

  /// Whether a path ends as that of a notebook does.
  public static func hasNotebookName(_ path: String) -> Bool {
    path.hasSuffix(".mamlnb") || path.hasSuffix(".mamlnb.md")
  }

  /// Whether a text is a notebook and no Swift: a comment in Swift may have fences, too.
  public static func isNotebook(_ text: String) -> Bool {
    let completeness = CellRunner.completeness(of: text)
    guard NotebookDocument(parsing: text).cells.isEmpty else { return completeness != .complete }
    // Prose alone: a heading is no Swift.
    return completeness == .invalid && text.drop { $0.isWhitespace }.hasPrefix("# ")
  }

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
