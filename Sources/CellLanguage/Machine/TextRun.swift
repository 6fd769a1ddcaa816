/// Literals and integers one after the other, which are added to a text in one go: each `append` to a long
/// text takes as long as making a short one.
struct TextRun {
  /// A stretch of the literals, and the register of the integer behind it.
  fileprivate struct Part: BitwiseCopyable {
    let literalEnd: Int
    /// −1 when there is no integer.
    let register: Int
  }

  fileprivate private(set) var literals: [UInt8] = []
  fileprivate private(set) var parts: [Part] = []
  /// As many bytes as the text may have.
  private(set) var largestCount = 0

  var isEmpty: Bool { parts.isEmpty }

  /// The literal, when that is all.
  var onlyLiteral: String? {
    parts.allSatisfy { $0.register < 0 } ? String(decoding: literals, as: UTF8.self) : nil
  }

  mutating func add(literal: String) {
    literals += literal.utf8
    largestCount += literal.utf8.count
    parts.append(Part(literalEnd: literals.count, register: -1))
  }

  mutating func add(decimalIn register: Int) {
    largestCount += DecimalDigits.largestCount
    parts.append(Part(literalEnd: literals.count, register: register))
  }
}

/// A run where it lies in memory: using it retains nothing.
@safe struct RunTarget {
  // It belongs to the tables of a `RegisterCode`, which outlives every use.

  /// As many bytes as the text may have.
  let largestCount: Int
  private let count: Int
  private let parts: UnsafeMutablePointer<TextRun.Part>
  private let literals: UnsafeMutablePointer<UInt8>

  init(_ run: TextRun) {
    largestCount = run.largestCount
    count = run.parts.count
    unsafe parts = CodePointer.copy(run.parts)
    unsafe literals = CodePointer.copy(run.literals)
  }

  func free() {
    unsafe parts.deallocate()
    unsafe literals.deallocate()
  }

  /// The text with the integers in the registers of a call.
  func text(_ registers: Registers) -> String {
    // Up to 15 bytes are kept in the string itself.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: largestCount) { bytes in
      guard let start = bytes.baseAddress else { return "" }
      let count = unsafe write(registers, to: start)
      return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  /// Writes the text to where there is room for `largestCount` bytes; answers how many it has.
  @inline(__always)
  func write(_ registers: Registers, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    var (end, literal) = (0, 0)
    for index in 0..<count {
      let part = unsafe parts[index]
      while literal < part.literalEnd {
        unsafe bytes[end] = literals[literal]
        end &+= 1
        literal &+= 1
      }
      if part.register >= 0 {
        end &+= unsafe DecimalDigits.write(registers[part.register], to: bytes + end)
      }
    }
    return end
  }
}

/// Integers in decimal digits.
private enum DecimalDigits {
  /// As many characters as an integer may have, with its sign.
  static let largestCount = 20

  /// Writes an integer; answers how many characters it has.
  @inline(__always)
  static func write(_ value: Int, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    let magnitude = value.magnitude
    let sign = value < 0 ? 1 : 0
    let count = sign &+ self.count(magnitude)
    if sign > 0 { unsafe bytes[0] = UInt8(ascii: "-") }
    var index = count
    var rest = magnitude
    repeat {
      index &-= 1
      unsafe bytes[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return count
  }

  @inline(__always)
  private static func count(_ magnitude: UInt) -> Int {
    var count = 1
    var limit: UInt = 10
    while magnitude >= limit {
      count &+= 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    return count
  }
}
