/// Literals and integers one after the other, which are added to a text in one go: each `append` to a long
/// text takes as long as making a short one.
struct TextRun {
  /// A stretch of the literals, and the register of the integer behind it.
  private struct Part {
    let literalEnd: Int
    let register: Int?
  }

  private var literals: [UInt8] = []
  private var parts: [Part] = []

  var isEmpty: Bool { parts.isEmpty }

  /// The literal, when that is all.
  var onlyLiteral: String? {
    parts.allSatisfy { $0.register == nil } ? String(decoding: literals, as: UTF8.self) : nil
  }

  mutating func add(literal: String) {
    literals += literal.utf8
    parts.append(Part(literalEnd: literals.count, register: nil))
  }

  mutating func add(decimalIn register: Int) {
    parts.append(Part(literalEnd: literals.count, register: register))
  }

  /// The text with the integers in the registers of a call.
  func text(_ registers: Registers) -> String {
    let count = parts.reduce(literals.count) { count, part in
      count + (part.register.map { DecimalDigits(registers[$0]).count } ?? 0)
    }
    // Up to 15 bytes are kept in the string itself.
    return unsafe String(unsafeUninitializedCapacity: count) { bytes in
      var end = 0
      var literal = 0
      for part in parts {
        while literal < part.literalEnd {
          unsafe bytes[end] = literals[literal]
          end += 1
          literal += 1
        }
        guard let register = part.register else { continue }
        let digits = DecimalDigits(registers[register])
        unsafe digits.write(to: bytes, at: end)
        end += digits.count
      }
      return end
    }
  }
}

/// An integer in decimal digits.
private struct DecimalDigits {
  private let magnitude: UInt
  private let isNegative: Bool
  /// How many characters it has, with its sign.
  let count: Int

  init(_ value: Int) {
    magnitude = value.magnitude
    isNegative = value < 0
    var digits = 1
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    count = digits + (isNegative ? 1 : 0)
  }

  func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    if isNegative { unsafe bytes[start] = UInt8(ascii: "-") }
    var index = start + count
    var rest = magnitude
    repeat {
      index -= 1
      unsafe bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }
}
