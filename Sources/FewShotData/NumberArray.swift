internal import Allowances
public import SystemFiles

/// Numbers with a shape, as NumPy's `.npy` files hold them (format versions 1 to 3).
///
/// Read are all kinds of real numbers, each as the nearest `Float`, row by row or column by column and in
/// either byte order; written is version 1, row by row, the lowest byte first.
public struct NumberArray: Sendable, Equatable {
  /// The extent of each axis.
  public let shape: [Int]
  /// The numbers, the last axis first.
  public let values: [Float]

  /// Creates an array; its shape says how many numbers there are.
  public init(shape: [Int], values: [Float]) {
    precondition(shape.reduce(1, *) == values.count, "the shape says another number of values")
    self.shape = shape
    self.values = values
  }
}

// MARK: - Reading

extension NumberArray {
  /// Reads a `.npy` file.
  public init(contentsOf path: String) throws { try self.init(contentsOf: path, in: .everywhere) }

  /// Reads one of the files that may be used.
  package init(contentsOf path: String, in files: FileAccess) throws {
    try self.init(files.read(path), path: path)
  }

  private init(_ bytes: [UInt8], path: String) throws {
    let header = try NumberArrayHeader(bytes, path: path)
    guard Allowance.allows(2 * header.count * MemoryLayout<Float>.stride) else {
      throw CancellationError()
    }
    let values = header.kind.decoded(
      bytes, from: header.end, count: header.count, isBigEndian: header.isBigEndian)
    self.init(
      shape: header.shape,
      values: header.isColumnMajor ? Self.rowMajor(values, header.shape) : values)
  }

  /// Returns numbers that come with the first axis first in the order with the last axis first.
  private static func rowMajor(_ values: [Float], _ shape: [Int]) -> [Float] {
    guard shape.count > 1, !values.isEmpty else { return values }
    var strides: [Int] = []
    var stride = 1
    for extent in shape {
      strides.append(stride)
      stride *= extent
    }
    var result: [Float] = []
    result.reserveCapacity(values.count)
    var place = 0
    var index = [Int](repeating: 0, count: shape.count)
    for _ in values.indices {
      result.append(values[place])
      var axis = shape.count - 1
      index[axis] += 1
      place += strides[axis]
      while axis > 0, index[axis] == shape[axis] {
        place -= strides[axis] * shape[axis]
        index[axis] = 0
        axis -= 1
        index[axis] += 1
        place += strides[axis]
      }
    }
    return result
  }
}

// MARK: - Writing

extension NumberArray {
  /// Writes a `.npy` file, beside its place first, so that a broken write leaves no broken file.
  public func write(to path: String) throws(FileError) {
    try Self.write(shape: shape, to: path) { emit throws(FileError) in try emit(values) }
  }

  /// Writes a `.npy` file with numbers of a kind, all of which must be of that kind.
  public func write(to path: String, as kind: NumberKind) throws {
    try write(to: path, as: kind, in: .everywhere)
  }

  /// Writes one of the files that may be used.
  package func write(
    to path: String, as kind: NumberKind, in files: FileAccess, makingFolders: Bool = false
  ) throws {
    guard let type = NumberArrayHeader.type(of: kind) else {
      throw NumberArrayError.unwritable(path: path, kind: kind)
    }
    var bytes = NumberArrayHeader.text(shape: shape, type: type)
    guard Allowance.allows(values.count * kind.size) else { throw CancellationError() }
    if let number = kind.append(values, to: &bytes) {
      throw NumberArrayError.notOfKind(path: path, value: number, kind: kind)
    }
    try files.write(bytes, to: path, lasting: .program, makingFolders: makingFolders)
  }

  /// Writes a `.npy` file whose numbers come in parts.
  static func write(
    shape: [Int], to path: String, in files: FileAccess = .everywhere,
    parts: (_ emit: ([Float]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    // It can be made again: what it must outlive is this program.
    try files.replace(path, lasting: .program) { draft throws(FileError) in
      try draft.append(NumberArrayHeader.text(shape: shape, type: "<f4"))
      try parts { values throws(FileError) in try draft.append(values) }
    }
  }
}

// MARK: - Errors

/// Why the bytes of a `.npy` file are not used, or not written.
public enum NumberArrayError: Error, Equatable {
  /// The file is not of this format.
  case foreign(path: String)
  /// The file is an archive of such files.
  case archive(path: String)
  /// The file ends too early.
  case truncated(path: String)
  /// The file has things of a type that isn't read.
  case unsupported(path: String, type: String)
  /// The file is of a version that isn't known.
  case otherVersion(path: String, version: Int)
  /// The file has an array of another shape than characters have.
  case wrongShape(path: String, shape: [Int])
  /// The file has a number outside −1…1, so it is not a gray value.
  case notGray(path: String, value: Float)
  /// A number was to be written as of a kind that it isn't of.
  case notOfKind(path: String, value: Float, kind: NumberKind)
  /// The format has no such kind of numbers.
  case unwritable(path: String, kind: NumberKind)
}

extension NumberArrayError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .foreign(let path):
      "'\(path)' is not a NumPy file"
    case .archive(let path):
      "'\(path)' is an archive (.npz, or another .zip); save each of its arrays as a .npy"
    case .truncated(let path):
      "'\(path)' is truncated: it has fewer numbers than its header says"
    case .unsupported(let path, let type):
      "'\(path)' has elements of the type \(type.prefix(60)); expected real numbers, as "
        + "'<f4', '<f8', '<i8' or '|u1'"
    case .otherVersion(let path, let version):
      "'\(path)' is a NumPy file of version \(version); versions 1 to 3 are read"
    case .wrongShape(let path, let shape):
      "'\(path)' should have the shape [characters, drawings, 1, 28, 28], but has \(shape)"
    case .notGray(let path, let value):
      "'\(path)' should have gray values from -1 (ink) to 1 (paper), but has \(value)"
    case .notOfKind(let path, let value, let kind):
      "cannot write '\(path)': \(value) is no \(kind)"
    case .unwritable(let path, let kind):
      "cannot write '\(path)': a NumPy file has no \(kind)"
    }
  }
}
