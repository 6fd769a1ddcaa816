struct BigInt: Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  // Base 10,000, least significant first.
  private var limbs: [Int]
  private static let base = 10_000

  init(integerLiteral value: Int) { self.init(value) }

  init(_ value: Int) {
    limbs = []
    var rest = value
    repeat {
      limbs.append(rest % BigInt.base)
      rest /= BigInt.base
    } while rest > 0
  }

  init?(_ text: String) {
    guard !text.isEmpty, text.allSatisfy(\.isNumber) else { return nil }
    limbs = []
    var end = text.endIndex
    while end > text.startIndex {
      let start = text.index(end, offsetBy: -4, limitedBy: text.startIndex) ?? text.startIndex
      limbs.append(Int(text[start..<end])!)
      end = start
    }
    trim()
  }

  private mutating func trim() {
    while limbs.count > 1 && limbs.last == 0 { limbs.removeLast() }
  }

  static func + (a: BigInt, b: BigInt) -> BigInt {
    var result = BigInt(0), carry = 0
    result.limbs = []
    for i in 0..<max(a.limbs.count, b.limbs.count) {
      let sum = (i < a.limbs.count ? a.limbs[i] : 0) + (i < b.limbs.count ? b.limbs[i] : 0) + carry
      result.limbs.append(sum % base)
      carry = sum / base
    }
    if carry > 0 { result.limbs.append(carry) }
    return result
  }

  static func * (a: BigInt, b: BigInt) -> BigInt {
    var result = BigInt(0)
    result.limbs = [Int](repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry = 0
      for (j, y) in b.limbs.enumerated() {
        let value = result.limbs[i + j] + x * y + carry
        result.limbs[i + j] = value % base
        carry = value / base
      }
      result.limbs[i + b.limbs.count] += carry
    }
    result.trim()
    return result
  }

  static func += (a: inout BigInt, b: BigInt) { a = a + b }
  static func *= (a: inout BigInt, b: BigInt) { a = a * b }

  static func < (a: BigInt, b: BigInt) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    return a.limbs.reversed().lexicographicallyPrecedes(b.limbs.reversed())
  }

  var description: String {
    var text = String(limbs.last!)
    for limb in limbs.dropLast().reversed() {
      let digits = String(limb)
      text += String(repeating: "0", count: 4 - digits.count) + digits
    }
    return text
  }
}

func factorial(_ n: Int) -> BigInt {
  var result: BigInt = 1
  for i in 1...n { result *= BigInt(i) }
  return result
}

func fibonacci(_ n: Int) -> BigInt {
  var a: BigInt = 0, b: BigInt = 1
  for _ in 0..<n { (a, b) = (b, a + b) }
  return a
}

print(factorial(25))
print(factorial(50))
print(fibonacci(100))
print(fibonacci(300))
print(BigInt("99999999999999999999")! + 1)
print(BigInt("123456789")! * BigInt("987654321")!)
print(BigInt("12x") as Any, BigInt("000120")!)
print(factorial(20) < factorial(21), max(fibonacci(90), factorial(18)), BigInt(7) == 7)
var power: BigInt = 1
for _ in 0..<128 { power += power }
print(power, power.description.reduce(0) { $0 + $1.wholeNumberValue! })
