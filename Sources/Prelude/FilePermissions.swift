internal import FoundationEssentials

/// Which folders cells may read and write: a stranger's notebook reaches no others.
public struct FilePermissions: Sendable, Equatable {
  /// Folders whose files may be read.
  public var readable: [String]
  /// Folders whose files may be written.
  public var writable: [String]

  /// Permissions for the given folders and everything below them.
  public init(readable: [String] = [], writable: [String] = []) {
    self.readable = readable
    self.writable = writable
  }

  /// Throws unless cells may read the file or folder at a path.
  func checkReading(_ path: String) throws(PermissionError) {
    guard Self.isPath(path, inside: readable) else { throw .reading(path) }
  }

  /// Throws unless cells may write the file at a path.
  func checkWriting(_ path: String) throws(PermissionError) {
    guard Self.isPath(path, inside: writable) else { throw .writing(path) }
  }

  /// Whether a path leads into one of the folders, after links and `..` are resolved.
  private static func isPath(_ path: String, inside folders: [String]) -> Bool {
    let target = components(of: path)
    return folders.contains { target.starts(with: components(of: $0)) }
  }

  private static func components(of path: String) -> [String] {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
  }
}

/// A cell wanted something of the machine that it was not given.
enum PermissionError: Error, Equatable {
  case reading(String)
  case writing(String)
}

extension PermissionError: CustomStringConvertible {
  /// The error in words, with the option that allows it.
  var description: String {
    switch self {
    case .reading(let path):
      "reading '\(path)' is not allowed; run with --allow-read '\(path)' to allow it"
    case .writing(let path):
      "writing '\(path)' is not allowed; run with --allow-write '\(path)' to allow it"
    }
  }
}
