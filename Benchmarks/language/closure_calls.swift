func makeAdder(_ amount: Int) -> (Int) -> Int { { $0 + amount } }
func workload() -> Int {
  let add = makeAdder(3)
  var total = 0
  for i in 0..<300_000 {
    total += add(i)
  }
  return total
}
