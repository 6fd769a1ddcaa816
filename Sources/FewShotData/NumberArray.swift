public import SystemFiles

/// Numbers with a shape, as NumPy's `.npy` files hold them (format versions 1 to 3).
///
/// Read are arrays of `float32`, `float64` and `uint8`, stored row by row in the machine's byte
/// order; written is `float32` in version 1.
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
  public init(contentsOf path: String) throws {
    try self.init(FileAccess.everywhere.read(path), path: path)
  }

  private init(_ bytes: [UInt8], path: String) throws(NumberArrayError) {
    guard bytes.count >= 10, bytes.starts(with: Self.magic) else { throw .foreign(path: path) }
    // Version 1 counts the header in two bytes, the later ones in four.
    let start = bytes[6] == 1 ? 10 : 12
    guard bytes.count >= start else { throw .truncated(path: path) }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count - start >= length else { throw .truncated(path: path) }
    let header = String(decoding: bytes[start..<start + length], as: UTF8.self)
    guard let shape = Self.shape(in: header), let type = Self.field("descr", in: header),
      let order = Self.field("fortran_order", in: header)
    else { throw .foreign(path: path) }
    guard order == "False", let element = Element(rawValue: type) else {
      throw .unsupported(path: path, type: order == "False" ? type : "\(type), column by column")
    }
    guard let count = shape.checkedProduct, count <= (bytes.count - start - length) / element.size
    else { throw .truncated(path: path) }
    self.init(shape: shape, values: element.decode(bytes[(start + length)...], count: count))
  }

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The kinds of numbers that can be read.
  private enum Element: String {
    case float32 = "<f4"
    case float64 = "<f8"
    case byte = "|u1"

    var size: Int {
      switch self {
      case .float32: 4
      case .float64: 8
      case .byte: 1
      }
    }

    /// Returns the numbers at the start of some bytes, which are at least as many.
    func decode(_ bytes: ArraySlice<UInt8>, count: Int) -> [Float] {
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe [Float](unsafeUninitializedCapacity: count) { numbers, initializedCount in
          for index in 0..<count {
            let number: Float
            switch self {
            case .float32:
              number = unsafe bytes.loadUnaligned(fromByteOffset: 4 * index, as: Float.self)
            case .float64:
              number = Float(
                unsafe bytes.loadUnaligned(fromByteOffset: 8 * index, as: Double.self))
            case .byte:
              number = Float(unsafe bytes[index])
            }
            unsafe numbers[index] = number
          }
          initializedCount = count
        }
      }
    }
  }

  /// The text of a value of the header, a Python dictionary; `nil` where there is none.
  private static func field(_ name: String, in header: String) -> String? {
    guard let key = header.firstRange(of: "'\(name)':") else { return nil }
    let rest = header[key.upperBound...].drop { $0 == " " }
    if rest.first == "(" { return rest.firstIndex(of: ")").map { String(rest[...$0]) } }
    let value = rest.prefix { $0 != "," && $0 != "}" }
    return String(value.filter { $0 != "'" && $0 != " " })
  }

  private static func shape(in header: String) -> [Int]? {
    guard let text = field("shape", in: header), text.hasPrefix("("), text.hasSuffix(")") else {
      return nil
    }
    let numbers = text.dropFirst().dropLast().split(separator: ",")
      .map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    let shape = numbers.compactMap { Int($0) }.filter { $0 >= 0 }
    return shape.count == numbers.count ? shape : nil
  }
}

// MARK: - Writing

extension NumberArray {
  /// Writes a `.npy` file, beside its place first, so that a broken write leaves no broken file.
  public func write(to path: String) throws(FileError) {
    try Self.write(shape: shape, to: path) { emit throws(FileError) in try emit(values) }
  }

  /// Writes a `.npy` file whose numbers come in parts.
  static func write(
    shape: [Int], to path: String, in files: FileAccess = .everywhere,
    parts: (_ emit: ([Float]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    // It can be made again: what it must outlive is this program.
    try files.replace(path, lasting: .program) { draft throws(FileError) in
      try draft.append(header(shape: shape))
      try parts { values throws(FileError) in try draft.append(values) }
    }
  }

  private static func header(shape: [Int]) -> [UInt8] {
    let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(extents)), }"
    // The format wants the numbers to start at a multiple of 64 bytes.
    let end = (10 + text.utf8.count + 1 + 63) / 64 * 64
    text += String(repeating: " ", count: end - 10 - text.utf8.count - 1) + "\n"
    let length = text.utf8.count
    return magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(text.utf8)
  }
}

extension [Int] {
  /// The product, or `nil` where it is too large for an `Int`.
  fileprivate var checkedProduct: Int? {
    reduce(1 as Int?) { product, factor in
      guard let (value, overflow) = product?.multipliedReportingOverflow(by: factor) else {
        return nil
      }
      return overflow ? nil : value
    }
  }
}

// MARK: - Errors

/// Why the bytes of a `.npy` file are not used.
public enum NumberArrayError: Error, Equatable {
  /// The file is not of this format.
  case foreign(path: String)
  /// The file ends too early.
  case truncated(path: String)
  /// The file has numbers of a type, or in an order, that isn't read.
  case unsupported(path: String, type: String)
  /// The file has an array of another shape than characters have.
  case wrongShape(path: String, shape: [Int])
  /// The file has a number outside −1…1, so it is not a gray value.
  case notGray(path: String, value: Float)
}

extension NumberArrayError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .foreign(let path):
      "'\(path)' is not a NumPy file"
    case .truncated(let path):
      "'\(path)' is truncated: it has fewer numbers than its header says"
    case .unsupported(let path, let type):
      "'\(path)' has numbers of the type \(type); expected '<f4', '<f8' or '|u1', row by row"
    case .wrongShape(let path, let shape):
      "'\(path)' should have the shape [characters, drawings, 1, 28, 28], but has \(shape)"
    case .notGray(let path, let value):
      "'\(path)' should have gray values from -1 (ink) to 1 (paper), but has \(value)"
    }
  }
}
