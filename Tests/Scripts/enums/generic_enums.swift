enum Either<L, R> {
  case left(L), right(R)
  func fold<T>(_ l: (L) -> T, _ r: (R) -> T) -> T {
    switch self {
    case .left(let value): return l(value)
    case .right(let value): return r(value)
    }
  }
}
let values: [Either<Int, String>] = [.left(3), .right("abc")]
print(values.map { $0.fold({ $0 * 2 }, { $0.count }) })
