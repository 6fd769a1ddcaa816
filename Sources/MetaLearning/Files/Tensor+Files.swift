internal import Allowances
public import Autodiff
public import FewShotData
package import SystemFiles
internal import Tensors

/// Returns the numbers of a `.npy` file, each as the nearest `Float`.
///
/// NumPy's real numbers of all sizes are read, row by row or column by column, in either byte order.
public func loadArray(_ path: String) throws -> Tensor { try loadArray(path, in: .everywhere) }

/// Returns the numbers of one of the files that may be used.
package func loadArray(_ path: String, in files: FileAccess) throws -> Tensor {
  let array = try NumberArray(contentsOf: path, in: files)
  return Tensor(shape: try Shape(validating: array.shape), scalars: array.values)
}

/// Writes a tensor as a `.npy` file.
///
///     try save(tensor, "x.npy")                   // numpy.load("x.npy")
///     try save(labels, "y.npy", as: .int64)
///
/// - Parameter kind: The kind of its numbers in the file; each must be one of that kind.
public func save(_ tensor: Tensor, _ path: String, as kind: NumberKind = .float32) throws {
  try save(tensor, path, as: kind, in: .everywhere)
}

/// Writes a tensor to one of the files that may be used.
package func save(
  _ tensor: Tensor, _ path: String, as kind: NumberKind, in files: FileAccess,
  makingFolders: Bool = false
) throws {
  try FileNameError.check(path, endsIn: ".npy", for: "a tensor")
  try NumberArray(shape: tensor.shape.dimensions, values: try tensor.wholeScalars)
    .write(to: path, as: kind, in: files, makingFolders: makingFolders)
}

extension Tensor {
  /// The numbers; throws where they are not to be had, as there is no memory for them.
  var wholeScalars: [Float] {
    get throws {
      let scalars = scalars
      try Allowance.check()
      return scalars
    }
  }
}

/// Why a file of a name is not written.
public enum FileNameError: Error, Equatable {
  /// The name ends in another way than files of the kind do.
  case wrongEnding(path: String, ending: String, content: String)

  /// Throws unless a name ends as those of such files do.
  package static func check(
    _ path: String, endsIn ending: String, for content: String
  ) throws(FileNameError) {
    if path.lowercased().hasSuffix(ending) { return }
    throw .wrongEnding(path: path, ending: ending, content: content)
  }
}

extension FileNameError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .wrongEnding(let path, let ending, let content):
      "\(content) is saved as a \(ending) file; '\(path)' does not end in \(ending)"
    }
  }
}
