struct Even {
  let value: Int
  init?(_ value: Int) {
    guard value % 2 == 0 else { return nil }
    self.value = value
  }
  init(rounding n: Int) { self.init(n - n % 2)! }
}
print(Even(4)?.value as Any, Even(5)?.value as Any, Even(rounding: 7).value)
