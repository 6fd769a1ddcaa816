indirect enum Value: CustomStringConvertible {
  case number(Int)
  case symbol(String)
  case list([Value])
  case function(([Value]) throws -> Value)

  var description: String {
    switch self {
    case .number(let n): return "\(n)"
    case .symbol(let s): return s
    case .list(let items): return "(" + items.map(\.description).joined(separator: " ") + ")"
    case .function: return "<function>"
    }
  }
}

enum LispError: Error {
  case unbound(String), notCallable(String), syntax(String), type(String)
}

func parse(_ source: String) throws -> [Value] {
  let spaced = source.map { "()".contains($0) ? " \($0) " : String($0) }.joined()
  var tokens = spaced.split { $0.isWhitespace }[...]
  func read() throws -> Value {
    guard let token = tokens.popFirst() else { throw LispError.syntax("unexpected end") }
    switch token {
    case "(":
      var items: [Value] = []
      while let next = tokens.first, next != ")" { items.append(try read()) }
      guard tokens.popFirst() != nil else { throw LispError.syntax("missing )") }
      return .list(items)
    case ")": throw LispError.syntax("stray )")
    default: return Int(token).map(Value.number) ?? .symbol(String(token))
    }
  }
  var program: [Value] = []
  while !tokens.isEmpty { program.append(try read()) }
  return program
}

final class Environment {
  private var names: [String: Value] = [:]
  private let outer: Environment?
  init(outer: Environment? = nil) { self.outer = outer }

  subscript(name: String) -> Value? {
    get { names[name] ?? outer?[name] }
    set { names[name] = newValue }
  }

  static func standard() -> Environment {
    let e = Environment()
    func arithmetic(_ name: String, _ f: @escaping (Int, Int) -> Int) {
      e[name] = .function { arguments in
        let numbers = try arguments.map { value -> Int in
          guard case .number(let n) = value else { throw LispError.type("\(name) wants numbers, got \(value)") }
          return n
        }
        return .number(numbers.dropFirst().reduce(numbers.first ?? 0, f))
      }
    }
    arithmetic("+", +)
    arithmetic("-", -)
    arithmetic("*", *)
    arithmetic("<") { $0 < $1 ? 1 : 0 }
    arithmetic("=") { $0 == $1 ? 1 : 0 }
    e["list"] = .function { .list($0) }
    e["map"] = .function { arguments in
      guard arguments.count == 2, case .function(let f) = arguments[0], case .list(let items) = arguments[1]
      else { throw LispError.type("map wants a function and a list") }
      return .list(try items.map { try f([$0]) })
    }
    return e
  }
}

func evaluate(_ value: Value, in e: Environment) throws -> Value {
  switch value {
  case .number, .function: return value
  case .symbol(let name):
    guard let found = e[name] else { throw LispError.unbound(name) }
    return found
  case .list(let items):
    guard let head = items.first else { return value }
    if case .symbol(let name) = head {
      switch name {
      case "if":
        if case .number(0) = try evaluate(items[1], in: e) { return try evaluate(items[3], in: e) }
        return try evaluate(items[2], in: e)
      case "define":
        guard case .symbol(let target) = items[1] else { throw LispError.syntax("define wants a name") }
        let result = try evaluate(items[2], in: e)
        e[target] = result
        return result
      case "lambda":
        guard case .list(let parameters) = items[1] else { throw LispError.syntax("lambda wants a list") }
        let body = items[2]
        return .function { arguments in
          let scope = Environment(outer: e)
          for (parameter, argument) in zip(parameters, arguments) { scope[parameter.description] = argument }
          return try evaluate(body, in: scope)
        }
      case "quote": return items[1]
      default: break
      }
    }
    guard case .function(let f) = try evaluate(head, in: e) else { throw LispError.notCallable(head.description) }
    return try f(try items.dropFirst().map { try evaluate($0, in: e) })
  }
}

let environment = Environment.standard()
for source in [
  "(+ 1 2 (* 3 4))",
  "(define square (lambda (x) (* x x)))",
  "(square 12)",
  "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))",
  "(fact 10)",
  "(map square (list 1 2 3 4))",
  "(define adder (lambda (n) (lambda (m) (+ n m)))) ((adder 5) 6)",
  "(quote (a b (c 1)))",
  "(+ 1 ghost)", "(1 2 3)", "(+ 1", ")", "(+ 1 (list 2))",
] {
  do {
    for expression in try parse(source) { print(expression, "=>", try evaluate(expression, in: environment)) }
  } catch { print(source, "!", error) }
}
