enum Token: Equatable {
  case number(Double)
  case symbol(Character)
}

enum CalculatorError: Error {
  case unexpected(Character)
  case unexpectedEnd
  case divisionByZero
}

func tokenize(_ text: String) throws -> [Token] {
  var tokens: [Token] = []
  var index = text.startIndex
  while index < text.endIndex {
    let c = text[index]
    if c.isWhitespace {
      index = text.index(after: index)
    } else if c.isNumber {
      var end = index
      while end < text.endIndex, text[end].isNumber || text[end] == "." {
        end = text.index(after: end)
      }
      tokens.append(.number(Double(text[index..<end])!))
      index = end
    } else if "+-*/()^".contains(c) {
      tokens.append(.symbol(c))
      index = text.index(after: index)
    } else {
      throw CalculatorError.unexpected(c)
    }
  }
  return tokens
}

struct Calculator {
  private let tokens: [Token]
  private var position = 0

  init(_ text: String) throws { tokens = try tokenize(text) }

  private var current: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ symbol: Character) -> Bool {
    guard current == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  mutating func evaluate() throws -> Double {
    let value = try sum()
    if case .symbol(let c)? = current { throw CalculatorError.unexpected(c) }
    if current != nil { throw CalculatorError.unexpectedEnd }
    return value
  }

  private mutating func sum() throws -> Double {
    var value = try product()
    while true {
      if take("+") { value += try product() }
      else if take("-") { value -= try product() }
      else { return value }
    }
  }

  private mutating func product() throws -> Double {
    var value = try power()
    while true {
      if take("*") {
        value *= try power()
      } else if take("/") {
        let divisor = try power()
        guard divisor != 0 else { throw CalculatorError.divisionByZero }
        value /= divisor
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Double {
    let base = try unary()
    guard take("^") else { return base }
    let exponent = try power()
    return (0..<Int(exponent)).reduce(1.0) { result, _ in result * base }
  }

  private mutating func unary() throws -> Double {
    if take("-") { return -(try unary()) }
    if take("(") {
      let value = try sum()
      guard take(")") else { throw CalculatorError.unexpectedEnd }
      return value
    }
    guard let token = current else { throw CalculatorError.unexpectedEnd }
    position += 1
    switch token {
    case .number(let n): return n
    case .symbol(let c): throw CalculatorError.unexpected(c)
    }
  }
}

let inputs = [
  "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 + 10 / 4", "7 - 2 - 1", "1.5 * (2 + -3)",
  "1 / 0", "2 +", "3 $ 4", "(1 + 2", "1 2", "4 )",
]
for input in inputs {
  do {
    var calculator = try Calculator(input)
    print(input, "=", try calculator.evaluate())
  } catch CalculatorError.unexpected(let c) {
    print(input, "! unexpected '\(c)'")
  } catch {
    print(input, "!", error)
  }
}
