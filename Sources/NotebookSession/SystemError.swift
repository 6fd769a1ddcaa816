internal import Glibc

/// A file that the system would not let us use.
public struct SystemError: Error, Equatable, Sendable {
  /// The path as it was given.
  public let path: String
  /// What was tried: `read`, `write`.
  public let action: String
  /// The system's error number.
  public let code: Int32

  init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }
}

extension SystemError: CustomStringConvertible {
  /// The failure in words.
  public var description: String { "cannot \(action) '\(path)': \(Self.reason(code))" }

  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
