indirect enum Expression {
  case integer(Int), boolean(Bool), variable(String)
  case binary(String, Expression, Expression)
  case conditional(Expression, Expression, Expression)
  case bind(String, Expression, in: Expression)
}

enum Kind: String { case int, bool }

enum TypeError: Error, CustomStringConvertible {
  case mismatch(expected: Kind, found: Kind, at: String)
  case unknown(String)
  case unknownOperator(String)
  var description: String {
    switch self {
    case let .mismatch(expected, found, at): "expected \(expected) but found \(found) in \(at)"
    case .unknown(let name): "no variable \(name)"
    case .unknownOperator(let name): "no operator \(name)"
    }
  }
}

extension Expression: CustomStringConvertible {
  var description: String {
    switch self {
    case .integer(let n): "\(n)"
    case .boolean(let b): "\(b)"
    case .variable(let name): name
    case let .binary(op, l, r): "(\(l) \(op) \(r))"
    case let .conditional(c, t, e): "if \(c) then \(t) else \(e)"
    case let .bind(name, value, body): "let \(name) = \(value) in \(body)"
    }
  }
}

func check(_ e: Expression, _ scope: [String: Kind] = [:]) throws -> Kind {
  func expect(_ kind: Kind, _ part: Expression) throws {
    let found = try check(part, scope)
    if found != kind { throw TypeError.mismatch(expected: kind, found: found, at: "\(part)") }
  }
  switch e {
  case .integer: return .int
  case .boolean: return .bool
  case .variable(let name):
    guard let kind = scope[name] else { throw TypeError.unknown(name) }
    return kind
  case .binary(let op, let l, let r):
    switch op {
    case "+", "-", "*":
      try expect(.int, l); try expect(.int, r)
      return .int
    case "<":
      try expect(.int, l); try expect(.int, r)
      return .bool
    case "&&":
      try expect(.bool, l); try expect(.bool, r)
      return .bool
    default: throw TypeError.unknownOperator(op)
    }
  case .conditional(let condition, let then, let otherwise):
    try expect(.bool, condition)
    let kind = try check(then, scope)
    try expect(kind, otherwise)
    return kind
  case .bind(let name, let value, in: let body):
    return try check(body, scope.merging([name: try check(value, scope)]) { $1 })
  }
}

func simplify(_ e: Expression) -> Expression {
  switch e {
  case .binary(let op, let l, let r):
    switch (op, simplify(l), simplify(r)) {
    case ("+", .integer(0), let x), ("+", let x, .integer(0)): return x
    case ("*", .integer(1), let x), ("*", let x, .integer(1)): return x
    case ("*", .integer(0), _), ("*", _, .integer(0)): return .integer(0)
    case ("+", .integer(let a), .integer(let b)): return .integer(a + b)
    case ("*", .integer(let a), .integer(let b)): return .integer(a * b)
    case ("<", .integer(let a), .integer(let b)): return .boolean(a < b)
    case (_, let a, let b): return .binary(op, a, b)
    }
  case .conditional(let c, let t, let f):
    if case .boolean(let b) = simplify(c) { return simplify(b ? t : f) }
    return .conditional(simplify(c), simplify(t), simplify(f))
  case .bind(let name, let value, in: let body): return .bind(name, simplify(value), in: simplify(body))
  case .integer, .boolean, .variable: return e
  }
}

let x = Expression.variable("x")
let expressions: [Expression] = [
  .binary("+", .integer(1), .binary("*", .integer(2), .integer(3))),
  .binary("<", .integer(1), .boolean(true)),
  .conditional(.binary("<", .integer(1), .integer(2)), .integer(10), .integer(20)),
  .conditional(.integer(1), .integer(10), .integer(20)),
  .conditional(.boolean(true), .integer(10), .boolean(false)),
  .bind("x", .integer(5), in: .binary("*", x, .binary("+", x, .integer(0)))),
  .binary("&&", x, .boolean(true)),
  .binary("%", .integer(1), .integer(2)),
  .bind("x", .boolean(false), in: .conditional(x, .integer(1), .binary("*", .integer(0), .integer(9)))),
]
for e in expressions {
  do { print(e, ":", try check(e), "=>", simplify(e)) } catch { print(e, "!", error) }
}
