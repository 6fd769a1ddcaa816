enum DivisionError: Error { case byZero }
struct Report: Error { let text: String }
func divide(_ a: Int, _ b: Int) -> Result<Int, DivisionError> { b == 0 ? .failure(.byZero) : .success(a / b) }
for b in [2, 0] {
  switch divide(10, b) {
  case .success(let q): print("quotient", q)
  case .failure(let e): print("error", e)
  }
}
print((try? divide(8, 2).get()) as Any, divide(9, 3).map { $0 * 100 })
print(divide(4, 0).mapError { Report(text: "cannot divide: \($0)") })
