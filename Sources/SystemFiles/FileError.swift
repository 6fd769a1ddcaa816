internal import Glibc

/// A file or folder that the system does not let the program use.
public struct FileError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Action: String, Sendable {
    /// Reading a file, or the names in a folder.
    case read
    /// Writing a file, in whole or at its end.
    case write
    /// Making a folder, or one that it lies in.
    case makeFolder = "make the folder"
  }

  /// What was tried.
  public let action: Action
  /// The path as it was given.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// Creates the error of a call that failed with a number.
  public init(_ action: Action, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// Creates the error of the last call that failed.
  package init(_ action: Action, _ path: String) {
    self.init(action, path, code: errno)
  }
}

extension FileError: CustomStringConvertible {
  /// The failure in words, such as `cannot read 'x': No such file or directory`.
  public var description: String {
    "cannot \(action.rawValue) '\(path)': \(systemReason(code))"
  }
}

/// What the system calls an error number.
package func systemReason(_ code: Int32) -> String {
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}
