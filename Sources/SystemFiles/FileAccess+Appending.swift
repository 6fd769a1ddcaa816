internal import Glibc

extension FileAccess {
  /// Opens a file that is read anywhere and grows at its end; it is made, for the user alone, where
  /// there is none.
  package func openToAppend(
    _ path: String, makingFolders: Bool = false
  ) throws(FileError) -> OpenFile {
    _ = try openFolder(of: path, making: makingFolders, for: .write)
    let flags = O_RDWR | O_CREAT | (limits == nil ? 0 : O_NONBLOCK | O_NOCTTY)
    let file = try open(path, flags, mode: 0o600, for: .write)
    try requireFile(file, path, for: .write)
    return file
  }
}
