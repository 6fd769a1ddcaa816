import Foundation

/// A folder that is there as long as the value is.
final class Folder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "kernel-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension [UInt8] {
  /// Writes the bytes to a file.
  func write(to path: String) throws { try Data(self).write(to: URL(filePath: path)) }
}
