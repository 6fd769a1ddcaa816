struct Money: CustomStringConvertible {
  var cents: Int
  var description: String { "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}
let price = Money(cents: 1205)
print("It costs \(price).")
print("\([price, Money(cents: 99)])")
