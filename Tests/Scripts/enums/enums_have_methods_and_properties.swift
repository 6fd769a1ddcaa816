enum Coin: Int {
  case penny = 1, nickel = 5, dime = 10
  var name: String { "\(self)".capitalizedFirst }
  func times(_ n: Int) -> Int { rawValue * n }
  static let smallest = Coin.penny
  static func of(_ value: Int) -> Coin? { Coin(rawValue: value) }
}
extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
print(Coin.dime.name, Coin.nickel.times(3), Coin.smallest, Coin.of(10)!, Coin.of(2) == nil)
