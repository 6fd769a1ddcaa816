/// A kind of numbers as files have them, under the name that safetensors has for it.
public enum NumberKind: String, Sendable, CaseIterable {
  /// Truth values, a byte each.
  case bool = "BOOL"
  /// Whole numbers from 0 to 255.
  case uint8 = "U8"
  /// Whole numbers from −128 to 127.
  case int8 = "I8"
  /// Floating point of 8 bits, 2 of them for the fraction.
  case float8e5m2 = "F8_E5M2"
  /// Floating point of 8 bits, 3 of them for the fraction.
  case float8e4m3 = "F8_E4M3"
  /// Whole numbers of 16 bits.
  case int16 = "I16"
  /// Whole numbers of 16 bits, none below 0.
  case uint16 = "U16"
  /// Floating point of 16 bits.
  case float16 = "F16"
  /// Floating point of 16 bits, as many of them for the exponent as `float32` has.
  case bfloat16 = "BF16"
  /// Whole numbers of 32 bits.
  case int32 = "I32"
  /// Whole numbers of 32 bits, none below 0.
  case uint32 = "U32"
  /// Floating point of 32 bits: what a tensor has.
  case float32 = "F32"
  /// Floating point of 64 bits.
  case float64 = "F64"
  /// Whole numbers of 64 bits.
  case int64 = "I64"
  /// Whole numbers of 64 bits, none below 0.
  case uint64 = "U64"

  /// The number of bytes of a number.
  package var size: Int {
    switch self {
    case .bool, .uint8, .int8, .float8e5m2, .float8e4m3: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .float64, .int64, .uint64: 8
    }
  }
}

extension NumberKind: CustomStringConvertible {
  /// The name of the kind in Swift, such as `uint8`.
  public var description: String {
    switch self {
    case .bool: "bool"
    case .uint8: "uint8"
    case .int8: "int8"
    case .float8e5m2: "float8e5m2"
    case .float8e4m3: "float8e4m3"
    case .int16: "int16"
    case .uint16: "uint16"
    case .float16: "float16"
    case .bfloat16: "bfloat16"
    case .int32: "int32"
    case .uint32: "uint32"
    case .float32: "float32"
    case .float64: "float64"
    case .int64: "int64"
    case .uint64: "uint64"
    }
  }
}

// MARK: - Reading

extension NumberKind {
  /// Returns the numbers of some bytes, each as the nearest `Float`.
  ///
  /// - Precondition: there are bytes for so many numbers from `start` on.
  package func decoded(
    _ bytes: [UInt8], from start: Int = 0, count: Int, isBigEndian: Bool = false
  ) -> [Float] {
    precondition(
      start >= 0 && count >= 0 && count <= (bytes.count - start) / size, "the bytes are too few")
    let source = Source(bytes: bytes, start: start, count: count, isBigEndian: isBigEndian)
    return switch self {
    case .bool: source.numbers(UInt8.self) { $0 == 0 ? 0 : 1 }
    case .uint8: source.numbers(UInt8.self) { Float($0) }
    case .int8: source.numbers(UInt8.self) { Float(Int8(bitPattern: $0)) }
    // The upper half of a float16.
    case .float8e5m2: source.numbers(UInt8.self) { Float(Float16(bitPattern: UInt16($0) << 8)) }
    case .float8e4m3: source.numbers(UInt8.self) { Float(e4m3: $0) }
    case .int16: source.numbers(UInt16.self) { Float(Int16(bitPattern: $0)) }
    case .uint16: source.numbers(UInt16.self) { Float($0) }
    case .float16: source.numbers(UInt16.self) { Float(Float16(bitPattern: $0)) }
    // The upper half of a float32.
    case .bfloat16: source.numbers(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
    case .int32: source.numbers(UInt32.self) { Float(Int32(bitPattern: $0)) }
    case .uint32: source.numbers(UInt32.self) { Float($0) }
    case .float32: source.numbers(UInt32.self) { Float(bitPattern: $0) }
    case .float64: source.numbers(UInt64.self) { Float(Double(bitPattern: $0)) }
    case .int64: source.numbers(UInt64.self) { Float(Int64(bitPattern: $0)) }
    case .uint64: source.numbers(UInt64.self) { Float($0) }
    }
  }

  /// Bytes that are read as numbers.
  private struct Source {
    let bytes: [UInt8]
    let start: Int
    let count: Int
    let isBigEndian: Bool

    func numbers<Bits: FixedWidthInteger>(_ type: Bits.Type, _ number: (Bits) -> Float) -> [Float] {
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe [Float](unsafeUninitializedCapacity: count) { numbers, initializedCount in
          for index in 0..<count {
            let place = start + index * MemoryLayout<Bits>.size
            let bits = unsafe bytes.loadUnaligned(fromByteOffset: place, as: Bits.self)
            unsafe numbers[index] = number(isBigEndian ? Bits(bigEndian: bits) : bits)
          }
          initializedCount = count
        }
      }
    }
  }
}

extension Float {
  /// The number of eight bits: a sign, four of an exponent less 7, three of a fraction; there is no
  /// infinity, and only one pattern that is not a number.
  fileprivate init(e4m3 bits: UInt8) {
    let (exponent, fraction) = (Int(bits >> 3 & 15), Float(bits & 7))
    let magnitude: Float =
      if bits & 0x7F == 0x7F {
        .nan
      } else if exponent == 0 {
        fraction * 0x1p-9
      } else {
        Float(sign: .plus, exponent: exponent - 7, significand: 1 + fraction / 8)
      }
    self = bits & 0x80 == 0 ? magnitude : -magnitude
  }
}

// MARK: - Writing

extension NumberKind {
  /// Appends the bytes of numbers, the lowest first; answers the first number that there is none for, such
  /// as 1.5 of a whole kind, and appends nothing then.
  package func append(_ numbers: [Float], to bytes: inout [UInt8]) -> Float? {
    switch self {
    case .bool: whole(numbers, &bytes) { (0...1).contains($0) ? UInt8($0) : nil }
    case .uint8: whole(numbers, &bytes) { UInt8(exactly: $0) }
    case .int8: whole(numbers, &bytes) { Int8(exactly: $0) }
    case .int16: whole(numbers, &bytes) { Int16(exactly: $0) }
    case .uint16: whole(numbers, &bytes) { UInt16(exactly: $0) }
    case .int32: whole(numbers, &bytes) { Int32(exactly: $0) }
    case .uint32: whole(numbers, &bytes) { UInt32(exactly: $0) }
    case .int64: whole(numbers, &bytes) { Int64(exactly: $0) }
    case .uint64: whole(numbers, &bytes) { UInt64(exactly: $0) }
    case .float16: whole(numbers, &bytes) { Float16($0).bitPattern }
    case .bfloat16: whole(numbers, &bytes) { $0.upperHalf }
    case .float32: whole(numbers, &bytes) { $0.bitPattern }
    case .float64: whole(numbers, &bytes) { Double($0).bitPattern }
    // Nothing here trains in them.
    case .float8e5m2, .float8e4m3: numbers.first
    }
  }

  private func whole<Bits: FixedWidthInteger>(
    _ numbers: [Float], _ bytes: inout [UInt8], _ bits: (Float) -> Bits?
  ) -> Float? {
    let start = bytes.count
    bytes.reserveCapacity(start + numbers.count * size)
    for number in numbers {
      guard let bits = bits(number) else {
        bytes.removeSubrange(start...)
        return number
      }
      unsafe withUnsafeBytes(of: bits.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    return nil
  }
}

extension Float {
  /// The bits of the nearest number of which only the upper half is not zero.
  fileprivate var upperHalf: UInt16 {
    if isNaN { return 0x7FC0 }
    let rest = bitPattern & 0xFFFF
    let half = UInt16(bitPattern >> 16)
    return rest > 0x8000 || (rest == 0x8000 && half & 1 == 1) ? half + 1 : half
  }
}
