internal import CPNG
public import Images
package import SystemFiles

extension Picture {
  /// Returns the picture as a PNG file.
  func encoded(path: String) throws(ImageFileError) -> [UInt8] {
    var message = [CChar](repeating: 0, count: 256)
    var count = cpng_encoded_size(UInt32(width), UInt32(height), Int32(channels))
    var bytes = [UInt8](repeating: 0, count: count)
    let outcome = unsafe cpng_encode(
      levels, UInt32(width), UInt32(height), Int32(channels), &bytes, &count, &message,
      message.count)
    guard outcome == CPNG_DECODED else {
      throw .notEncoded(path: path, reason: text(message))
    }
    return Array(bytes.prefix(count))
  }
}

extension Image {
  /// Writes the picture as a PNG file: −1 becomes black, 1 white, and what is beyond them the nearer.
  public func write(to path: String) throws { try write(to: path, in: .everywhere) }

  /// Writes the picture to one of the files that may be used.
  package func write(to path: String, in files: FileAccess, makingFolders: Bool = false) throws {
    guard let picture = Picture(self) else { throw ImageFileError.notANumber(path: path) }
    try files.write(
      picture.encoded(path: path), to: path, lasting: .program, makingFolders: makingFolders)
  }
}
