enum VendingError: Error { case sold(out: String), funds(missing: Int), jam }
func buy(_ item: String, coins: Int) throws -> String {
  if item == "gum" { throw VendingError.sold(out: item) }
  if coins < 5 { throw VendingError.funds(missing: 5 - coins) }
  if item == "jam" { throw VendingError.jam }
  return "one \(item)"
}
for (item, coins) in [("tea", 9), ("tea", 2), ("gum", 9), ("jam", 9)] {
  do {
    print(try buy(item, coins: coins))
  } catch VendingError.sold(let what) {
    print("no more", what)
  } catch VendingError.funds(let missing) where missing > 1 {
    print("need", missing)
  } catch {
    print("failed:", error)
  }
}
