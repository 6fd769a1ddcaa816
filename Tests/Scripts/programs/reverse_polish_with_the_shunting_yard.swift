let precedence: [Character: Int] = ["+": 1, "-": 1, "*": 2, "/": 2, "^": 3]
let rightAssociative: Set<Character> = ["^"]

func toPostfix(_ infix: String) -> [String] {
  var output: [String] = []
  var operators: [Character] = []
  var number = ""
  func flush() {
    if !number.isEmpty { output.append(number); number = "" }
  }
  for c in infix where c != " " {
    if c.isNumber {
      number.append(c)
      continue
    }
    flush()
    if c == "(" {
      operators.append(c)
    } else if c == ")" {
      while let top = operators.last, top != "(" {
        output.append(String(operators.removeLast()))
      }
      operators.removeLast()
    } else if let mine = precedence[c] {
      while let top = operators.last, let its = precedence[top],
        its > mine || (its == mine && !rightAssociative.contains(c))
      {
        output.append(String(operators.removeLast()))
      }
      operators.append(c)
    }
  }
  flush()
  while let top = operators.popLast() { output.append(String(top)) }
  return output
}

func evaluate(_ postfix: [String]) -> Int? {
  let functions: [String: (Int, Int) -> Int] = [
    "+": (+), "-": (-), "*": (*), "/": (/),
    "^": { a, b in (0..<b).reduce(1) { r, _ in r * a } },
  ]
  var stack: [Int] = []
  for item in postfix {
    if let n = Int(item) {
      stack.append(n)
    } else if let f = functions[item], stack.count >= 2 {
      let b = stack.removeLast(), a = stack.removeLast()
      stack.append(f(a, b))
    } else {
      return nil
    }
  }
  return stack.count == 1 ? stack[0] : nil
}

for text in ["3 + 4 * 2", "(3 + 4) * 2", "2 ^ 3 ^ 2", "100 / 5 / 2", "1 - (2 - (3 - 4))", "12 * (3 + 45)"] {
  let postfix = toPostfix(text)
  print(text, "->", postfix.joined(separator: " "), "=", evaluate(postfix).map(String.init) ?? "?")
}
print(evaluate(["1", "+"]) as Any, evaluate(["1", "2"]) as Any)
