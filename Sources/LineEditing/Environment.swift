internal import Glibc

/// The variables that the process was started with.
enum Environment {
  /// The value of a variable; nil where it is unset or empty.
  static subscript(name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
