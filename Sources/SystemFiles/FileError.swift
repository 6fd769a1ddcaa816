internal import Glibc

/// A file or folder that the program does not get to use.
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

  /// Why it did not work.
  public enum Reason: Hashable, Sendable {
    /// The system refused, with this error number.
    case system(Int32)
    /// The path leads out of the folders that may be used.
    case notAllowed
    /// What is there is a device, a pipe or a socket.
    case notAFile
    /// The file has more bytes than may be read at once.
    case tooLarge(limit: Int)
  }

  /// What was tried.
  public let action: Action
  /// The path as it was given.
  public let path: String
  /// Why it did not work.
  public let reason: Reason

  /// Creates the error of a path.
  public init(_ action: Action, _ path: String, _ reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// Creates the error of a call that failed with a number.
  public init(_ action: Action, _ path: String, code: Int32) {
    self.init(action, path, .system(code))
  }

  /// Creates the error of the last call that failed.
  package init(_ action: Action, _ path: String) {
    self.init(action, path, .system(errno))
  }

  /// The system's error number, where it was the system that refused.
  public var code: Int32? {
    if case .system(let code) = reason { code } else { nil }
  }
}

extension FileError: CustomStringConvertible {
  /// The failure in words, such as `cannot read 'x': No such file or directory`.
  public var description: String {
    switch reason {
    case .system(let code): "cannot \(action.rawValue) '\(path)': \(systemReason(code))"
    case .notAFile: "cannot \(action.rawValue) '\(path)': it is a device, a pipe or a socket"
    case .tooLarge(let limit):
      "cannot \(action.rawValue) '\(path)': it has more than \(limit) bytes"
    case .notAllowed:
      switch action {
      case .read: "reading '\(path)' is not allowed; run with --allow-read '\(path)' to allow it"
      case .write, .makeFolder:
        "writing '\(path)' is not allowed; run with --allow-write '\(path)' to allow it"
      }
    }
  }
}

/// What the system calls an error number.
package func systemReason(_ code: Int32) -> String {
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}
