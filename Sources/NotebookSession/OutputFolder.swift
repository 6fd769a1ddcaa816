public import Notebook
public import SystemFiles

/// The folder that keeps the outputs of a notebook.
///
/// It is made when there is something to write. While cells run, their outputs are lines that are added
/// to a journal; when they have run, there is the list, and no journal. Whoever reads finds the last
/// state that was kept whole, whenever the writer was ended.
public struct OutputFolder: Sendable {
  /// The path of the folder.
  public var path: String { folder.path }
  private let folder: AllowedFolder
  private let access: FileAccess
  /// What a part of the folder is a custom below.
  private let base: String
  private let name: String

  private init(_ folder: AllowedFolder, base: String, name: String) {
    self.folder = folder
    (self.base, self.name) = (base, name)
    access = FileAccess(readable: [folder], writable: [folder], sizeLimit: 1 << 28)
  }

  /// The folder at a path that a person named, which need not exist.
  public init(path: String) {
    self.init(.named(path), base: path, name: "")
  }

  /// The folder beside a notebook: never one elsewhere that a link of its name leads to.
  public init(forNotebook notebook: String) {
    let name = NotebookFile.name(of: Sidecar.folder(forNotebook: notebook))
    let base = NotebookFile.folder(of: notebook)
    self.init(.customary(name, in: base), base: base, name: name)
  }

  /// The folder of a name in this one, for another session on the same notebook.
  func part(_ part: String) -> OutputFolder {
    let name = name.isEmpty ? part : name + "/" + part
    return OutputFolder(.customary(name, in: base), base: base, name: name)
  }

  /// Where the states of the cells are kept.
  var journalPlace: (access: FileAccess, path: String) { (access, path + "/state") }

  /// Whether states are kept there.
  var hasStates: Bool { (try? journalPlace.access.kind(of: journalPlace.path)) == .file }

  /// Makes the folder and claims it; nil where another process has claimed it.
  func claim() throws(FileError) -> FolderClaim? {
    FolderClaim(try access.makeAndOpenFolder(path))
  }
}

// MARK: - Reading

extension OutputFolder {
  /// What the folder holds; nil where it holds no outputs that can be read.
  public func sidecar() -> Sidecar? {
    sidecar { name in try? access.read(path + "/" + name) }
  }

  /// What the folder holds without the images, which are not read.
  public func records() -> Sidecar? { sidecar { _ in nil } }

  /// The images that the folder's list and its journal name.
  func imageNames() -> Set<String> {
    var names: Set<String> = []
    func note(_ name: String) -> [UInt8]? {
      names.insert(name)
      return nil
    }
    _ = journal(note)
    _ = list(note)
    return names
  }

  private func sidecar(_ file: (String) -> [UInt8]?) -> Sidecar? { journal(file) ?? list(file) }

  private func journal(_ file: (String) -> [UInt8]?) -> Sidecar? {
    (try? access.read(path + "/" + Sidecar.journalName)).flatMap {
      Sidecar(journal: $0, file: file)
    }
  }

  private func list(_ file: (String) -> [UInt8]?) -> Sidecar? {
    guard let list = try? access.read(path + "/" + Sidecar.listName) else { return nil }
    return try? Sidecar(parsing: String(decoding: list, as: UTF8.self), file: file)
  }
}

// MARK: - Writing

extension OutputFolder {
  /// Keeps all outputs of a notebook in place of what was kept.
  ///
  /// - Returns: false where a session is at work in the folder; then nothing is written.
  public func keep(_ sidecar: Sidecar) throws(FileError) -> Bool {
    guard let claim = try claim() else { return false }
    let files = sidecar.files
    let old = imageNames().subtracting(files.map(\.name))
    for file in files { try write(file.bytes, to: file.name) }
    try remove(Sidecar.journalName)
    for name in old { try remove(name) }
    withExtendedLifetime(claim) {}
    return true
  }

  /// Writes one file, beside its place first.
  func write(
    _ bytes: [UInt8], to name: String, lasting durability: Durability = .machine
  ) throws(FileError) {
    try access.write(bytes, to: path + "/" + name, lasting: durability, makingFolders: true)
  }

  /// Adds bytes at the end of a file.
  func extend(
    _ name: String, by bytes: [UInt8], lasting durability: Durability
  ) throws(FileError) {
    try access.extend(path + "/" + name, by: bytes, lasting: durability)
  }

  /// Removes a file; one that is not there is no error.
  func remove(_ name: String) throws(FileError) {
    try access.remove(path + "/" + name)
  }

  /// Whether a file is there with these bytes.
  func holds(_ file: Sidecar.File) -> Bool {
    (try? access.read(path + "/" + file.name, limit: file.bytes.count + 1)) == file.bytes
  }
}
