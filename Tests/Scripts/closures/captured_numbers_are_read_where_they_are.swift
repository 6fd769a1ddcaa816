func makeAdder(_ amount: Int, _ scale: Double, _ isOn: Bool) -> (Int) -> Double {
  { isOn ? Double($0 + amount) * scale : -1 }
}
func counter() -> () -> Int {
  var count = 0
  let step = 2
  return {
    count += step
    return count
  }
}
func compose(_ f: @escaping (Int) -> Int, _ g: @escaping (Int) -> Int) -> (Int) -> Int {
  { g(f($0)) }
}
func loops() {
  let add = makeAdder(3, 0.5, true)
  let off = makeAdder(0, 0, false)
  var total = 0.0
  for i in 0..<10 { total += add(i) + off(i) }
  print(total)
  let next = counter()
  let other = counter()
  print(next(), next(), other(), next())
  let base = 7
  let nested = { (x: Int) in { (y: Int) in { base * x + y }() }(x + 1) }
  print(nested(2), [1, 2, 3].map(nested), [5, 3, 4].sorted { $0 * base > $1 * base })
  let chain = compose({ $0 + base }, { $0 * base })
  print(chain(1), compose(chain, chain)(0))
  func factorial(_ n: Int) -> Int { n < 2 ? 1 : n * factorial(n - 1) }
  func scaled(_ n: Int) -> Int { n == 0 ? base : scaled(n - 1) + base }
  print(factorial(6), scaled(4))
  var functions: [() -> Int] = []
  for i in 0..<3 {
    var own = i * 10
    functions.append {
      own += base
      return own
    }
  }
  print(functions.map { $0() }, functions.map { $0() })
  let text = "n = "
  let label = { (n: Int) in text + "\(n + base)" }
  print(label(1), label(2))
  var replaced = { base }
  let old = replaced
  replaced = { old() + 1 }
  print(replaced(), old())
}
loops()
print([3.5, -1, 2].sorted { $0 > $1 }, [UInt8(3), 200, 7].sorted { $0 > $1 }, [5, 2, 9].sorted(by: <))
