struct Age {
  enum Problem: Error { case negative(Int) }
  let years: Int
  init(_ years: Int) throws {
    guard years >= 0 else { throw Problem.negative(years) }
    self.years = years
  }
  var next: Int { get throws { if years > 100 { throw Problem.negative(-1) }; return years + 1 } }
}
do {
  let a = try Age(30)
  print(a.years, try a.next)
  _ = try Age(-3)
} catch Age.Problem.negative(let n) { print("negative", n) }
