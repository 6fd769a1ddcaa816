public import Notebook
internal import SystemFiles

/// The file of a notebook while a session is open on it: what is set for the session is set again each
/// time that it is read, and a change by an editor is noticed.
public final class NotebookOnDisk {
  /// Where the file is.
  public let path: String
  /// What parameters are set to, the later of two for one name counting.
  public private(set) var overrides: [ParameterOverride]
  /// The file as it was when it was last looked at.
  private var stamp: FileStamp?

  /// The notebook at a path.
  public init(_ path: String, overrides: [ParameterOverride] = []) {
    self.path = path
    self.overrides = overrides
    stamp = FileStamp(of: path)
  }

  /// Reads the file, with what is set.
  ///
  /// - Throws: `NotebookFileError` where it is no notebook, `ParameterError` where a parameter that is set
  ///   is not in it.
  public func read() throws -> NotebookDocument {
    stamp = FileStamp(of: path)
    var document = try NotebookFile.read(path)
    try document.apply(overrides)
    return document
  }

  /// Reads the file with one parameter more set, which stays set when that can be done.
  func read(setting override: ParameterOverride) throws -> NotebookDocument {
    let earlier = overrides
    overrides.removeAll { $0.name == override.name }
    overrides.append(override)
    do {
      return try read()
    } catch {
      overrides = earlier
      throw error
    }
  }

  /// Writes the file, and counts that as no change by another.
  func write(_ text: String) throws(NotebookFileError) {
    try NotebookFile.write(text, to: path)
    stamp = FileStamp(of: path)
  }

  /// Whether the file is another than when it was last looked at; says so once for each change.
  func hasChanged() -> Bool {
    // An editor that writes a new file and renames it leaves a moment without one.
    guard let now = FileStamp(of: path), now != stamp else { return false }
    stamp = now
    return true
  }
}
