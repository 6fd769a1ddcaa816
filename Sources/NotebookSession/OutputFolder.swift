public import Notebook
internal import SystemFiles

/// The folder that keeps the outputs of a notebook.
///
/// It is made when there is something to write. Images that an earlier run left there are deleted
/// when the list of outputs no longer names them; files that it never named are left alone.
public struct OutputFolder: Sendable {
  /// The path of the folder.
  public var path: String { folder.path }
  private let folder: AllowedFolder
  private let access: FileAccess

  private init(_ folder: AllowedFolder) {
    self.folder = folder
    access = FileAccess(readable: [folder], writable: [folder], sizeLimit: 1 << 28)
  }

  /// The folder at a path that a person named, which need not exist.
  public init(path: String) {
    self.init(.named(path))
  }

  /// The folder beside a notebook: never one elsewhere that a link of its name leads to.
  public init(forNotebook notebook: String) {
    self.init(
      .customary(
        NotebookFile.name(of: Sidecar.folder(forNotebook: notebook)),
        in: NotebookFile.folder(of: notebook)))
  }

  /// Writes the list of outputs, and those images that are not there yet.
  func write(_ sidecar: Sidecar) throws(FileError) {
    let old = images()
    let files = sidecar.files
    for file in files where file.name == Sidecar.listName || !holds(file) {
      try write(file.bytes, to: file.name)
    }
    for name in old.subtracting(files.map(\.name)) {
      try access.remove(path + "/" + name)
    }
  }

  /// Writes one file.
  func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try access.write(bytes, to: path + "/" + name, makingFolders: true)
  }

  /// Where the states of the cells are kept.
  var journalPlace: (access: FileAccess, path: String) { (access, path + "/state") }

  /// What the folder holds; nil where it holds no list of outputs that can be read.
  public func sidecar() -> Sidecar? {
    guard let list = try? access.read(path + "/" + Sidecar.listName) else { return nil }
    return try? Sidecar(parsing: String(decoding: list, as: UTF8.self)) { name in
      try? access.read(path + "/" + name)
    }
  }

  private func holds(_ file: Sidecar.File) -> Bool {
    (try? access.read(path + "/" + file.name, limit: file.bytes.count + 1)) == file.bytes
  }

  /// The images that the list in the folder names.
  private func images() -> Set<String> {
    guard let sidecar = sidecar() else { return [] }
    return Set(sidecar.files.map(\.name)).subtracting([Sidecar.listName])
  }
}
