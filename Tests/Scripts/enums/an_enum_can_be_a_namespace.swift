enum Constants {
  static let answer = 42
  static var calls = 0
  static func square(_ n: Int) -> Int { calls += 1; return n * n }
}
print(Constants.answer, Constants.square(5), Constants.square(2), Constants.calls)
