import Glibc

/// A folder that is removed, with the files in it, at the end of its life.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/plotting-tests-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { template in
      guard let start = template.baseAddress, let path = unsafe mkdtemp(start) else { return "" }
      return unsafe String(cString: path)
    }
  }

  deinit {
    for name in names { _ = unsafe unlink("\(path)/\(name)") }
    _ = unsafe rmdir(path)
  }

  /// The names of what lies in the folder, hidden files too.
  var names: [String] { TemporaryFolder.names(in: path) }

  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a program of the shell and returns its path.
  func program(_ name: String, _ text: String) -> String {
    let file = "\(path)/\(name)"
    write("#!/bin/sh\n\(text)\n", to: name)
    _ = unsafe chmod(file, 0o755)
    return file
  }

  /// Writes a file.
  func write(_ text: String, to name: String) {
    guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
    _ = unsafe fputs(text, file)
    _ = unsafe fclose(file)
  }

  /// The bytes of a file.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { _ = unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
