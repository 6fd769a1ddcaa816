/// What a `.npy` file says about its numbers.
struct NumberArrayHeader {
  /// The kind of the numbers.
  let kind: NumberKind
  /// Whether the highest byte of a number comes first.
  let isBigEndian: Bool
  /// Whether the first axis comes first, as in Fortran.
  let isColumnMajor: Bool
  /// The extent of each axis.
  let shape: [Int]
  /// The number of numbers.
  let count: Int
  /// Where the numbers start.
  let end: Int

  /// Reads the header of a file, which must have all of its numbers.
  init(_ bytes: [UInt8], path: String) throws(NumberArrayError) {
    guard bytes.count >= 10, bytes.starts(with: Self.magic) else {
      throw bytes.starts(with: [0x50, 0x4B, 3, 4]) ? .archive(path: path) : .foreign(path: path)
    }
    guard 1...3 ~= bytes[6] else { throw .otherVersion(path: path, version: Int(bytes[6])) }
    // Version 1 counts the header in two bytes, the later ones in four.
    let start = bytes[6] == 1 ? 10 : 12
    guard bytes.count >= start else { throw .truncated(path: path) }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count - start >= length else { throw .truncated(path: path) }
    let header = String(decoding: bytes[start..<start + length], as: UTF8.self)
    guard let shape = Self.shape(in: header), let type = Self.field("descr", in: header),
      let order = Self.field("fortran_order", in: header), order == "True" || order == "False"
    else { throw .foreign(path: path) }
    guard let kind = Self.kinds[String(type.dropFirst())], let mark = type.first,
      "<>|=".contains(mark)
    else { throw .unsupported(path: path, type: type) }
    end = start + length
    guard let count = shape.checkedProduct, count <= (bytes.count - end) / kind.size else {
      throw .truncated(path: path)
    }
    (self.kind, self.shape, self.count) = (kind, shape, count)
    isBigEndian = mark == ">"
    isColumnMajor = order == "True"
  }

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The kinds of numbers, by what NumPy calls them behind the mark of the byte order.
  private static let kinds: [String: NumberKind] = [
    "b1": .bool, "u1": .uint8, "i1": .int8, "u2": .uint16, "i2": .int16, "f2": .float16,
    "u4": .uint32, "i4": .int32, "f4": .float32, "u8": .uint64, "i8": .int64, "f8": .float64,
  ]

  /// The text of a value of the header, a Python dictionary; `nil` where there is none.
  private static func field(_ name: String, in header: String) -> String? {
    guard let key = header.firstRange(of: "'\(name)':") else { return nil }
    let rest = header[key.upperBound...].drop { $0 == " " }
    if let first = rest.first, let close: Character = ["(": ")", "[": "]"][first] {
      return rest.firstIndex(of: close).map { String(rest[...$0]) }
    }
    let value = rest.prefix { $0 != "," && $0 != "}" }
    return String(value.filter { $0 != "'" && $0 != " " })
  }

  private static func shape(in header: String) -> [Int]? {
    guard let text = field("shape", in: header), text.hasPrefix("("), text.hasSuffix(")") else {
      return nil
    }
    let numbers = text.dropFirst().dropLast().split(separator: ",")
      .map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    // Python 2 wrote long numbers with an L.
    let shape = numbers.compactMap { Int($0.hasSuffix("L") ? $0.dropLast() : $0[...]) }
      .filter { $0 >= 0 }
    return shape.count == numbers.count ? shape : nil
  }
}

// MARK: - Writing

extension NumberArrayHeader {
  /// What NumPy calls a kind of numbers; nil where it has none.
  static func type(of kind: NumberKind) -> String? {
    kinds.first { $0.value == kind }.map { (kind.size == 1 ? "|" : "<") + $0.key }
  }

  /// Returns the bytes before the numbers.
  static func text(shape: [Int], type: String) -> [UInt8] {
    let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(extents)), }"
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
