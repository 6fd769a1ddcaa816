indirect enum Expression {
  case number(Int)
  case sum(Expression, Expression)
  case product(Expression, Expression)
  var value: Int {
    switch self {
    case .number(let n): return n
    case .sum(let a, let b): return a.value + b.value
    case .product(let a, let b): return a.value * b.value
    }
  }
}
let e = Expression.product(.sum(.number(2), .number(3)), .number(4))
print(e.value)
print(e)
