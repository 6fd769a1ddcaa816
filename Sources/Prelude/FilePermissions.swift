package import SystemFiles

/// Which folders cells may read and write: a stranger's notebook reaches no others.
public struct FilePermissions: Sendable, Equatable {
  /// What may be read.
  package var readable: [AllowedFolder]
  /// What may be written.
  package var writable: [AllowedFolder]
  /// Where it is noted what cells read and write.
  package var uses: FileUses?

  /// Permissions for folders that a person named, and everything below them.
  public init(readable: [String] = [], writable: [String] = []) {
    self.init(
      readable: readable.map(AllowedFolder.named), writable: writable.map(AllowedFolder.named))
  }

  /// Permissions for folders and everything below them.
  package init(readable: [AllowedFolder], writable: [AllowedFolder]) {
    self.readable = readable
    self.writable = writable
  }
}

extension FilePermissions {
  /// The files that cells may read and those that they may write.
  var files: FileAccess { noting(FileAccess(readable: readable, writable: writable)) }

  /// The same for what is looked at before it is replaced: what may be written may be read, too, and is
  /// no input.
  var filesToReplace: FileAccess {
    FileAccess(readable: readable + writable, writable: writable)
  }

  /// The same with another folder to read, which a person named.
  func files(readingToo folder: String?) -> FileAccess {
    noting(
      FileAccess(readable: readable + (folder.map { [.named($0)] } ?? []), writable: writable))
  }

  private func noting(_ files: FileAccess) -> FileAccess {
    var files = files
    files.uses = uses
    return files
  }
}
