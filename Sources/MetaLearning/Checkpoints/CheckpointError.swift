public import SystemFiles

/// Why a checkpoint could not be written, read or used.
public enum CheckpointError: Error, Equatable {
  /// The file cannot be read or written, and the system says why.
  case file(FileError)
  /// The file is not an intact safetensors file.
  case malformed(path: String, fault: SafeTensorsFault)
  /// The file is a safetensors file, but nothing that was written here.
  case foreign(path: String)
  /// The file has something else than what was asked for.
  case otherContent(path: String, expected: String, found: String)
  /// The file is of a version that this program doesn't know.
  case otherVersion(path: String, version: String)
  /// The file's bytes are not those that were written.
  case damaged(path: String)
  /// A text about the tensors is missing or says something impossible.
  case wrongText(path: String, name: String, text: String?)
  /// A tensor is missing.
  case missingTensor(path: String, name: String)
  /// A tensor is of another shape or another kind of numbers than it must be.
  case wrongTensor(path: String, name: String, expected: [Int], found: [Int], kind: String)
  /// A tensor belongs to nothing.
  case unexpectedTensor(path: String, name: String)
  /// The file has another run, or has it further than the one that would replace it.
  case otherRun(path: String, iteration: Int)
  /// A file of metrics would be replaced that is something else.
  case foreignMetrics(path: String)
}

extension CheckpointError: CustomStringConvertible {
  /// The error in words, with what can be done about it.
  public var description: String {
    switch self {
    case .file(let error):
      "\(error)"
    case .malformed(let path, let fault):
      "'\(path)' is not an intact safetensors file: \(fault)"
    case .foreign(let path):
      "'\(path)' is a safetensors file, but not a checkpoint of mamlnb"
        + "; a network's parameters can be read from it all the same"
    case .otherContent(let path, let expected, let found):
      "'\(path)' has a \(found), not a \(expected)"
    case .otherVersion(let path, let version):
      "'\(path)' is a checkpoint of version \(version), which is newer than this program"
    case .damaged(let path):
      "'\(path)' is damaged: its checksum is not that of its contents"
    case .wrongText(let path, let name, nil):
      "'\(path)' does not say what its '\(name)' is"
    case .wrongText(let path, let name, let text?):
      "'\(path)' has the impossible \(name) '\(text.prefix(60))'"
    case .missingTensor(let path, let name):
      "'\(path)' has no tensor '\(name)'"
    case .wrongTensor(let path, let name, let expected, let found, let kind):
      "'\(path)' should have '\(name)' as \(expected) of F32, but has \(found) of \(kind)"
    case .unexpectedTensor(let path, let name):
      "'\(path)' has a tensor '\(name)' that belongs to nothing"
    case .otherRun(let path, let iteration):
      "'\(path)' has another run, of \(iteration) iteration\(iteration == 1 ? "" : "s")"
        + "; continue that one, save this one elsewhere, or say that it may be replaced"
    case .foreignMetrics(let path):
      "'\(path)' is not a table of metrics; it is left as it is"
    }
  }
}

extension FileAccess {
  /// Does something with a file, whose error becomes one of a checkpoint.
  func forCheckpoint<Result>(
    _ body: (FileAccess) throws(FileError) -> Result
  ) throws(CheckpointError) -> Result {
    do throws(FileError) {
      return try body(self)
    } catch {
      throw .file(error)
    }
  }
}
