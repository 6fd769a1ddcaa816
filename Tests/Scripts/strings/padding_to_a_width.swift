extension String {
  func padded(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
  func leftPadded(to width: Int) -> String {
    count >= width ? self : String(repeating: " ", count: width - count) + self
  }
}
for (name, price) in [("tea", 250), ("espresso", 1200)] {
  print("|" + name.padded(to: 10) + "|" + String(price).leftPadded(to: 6) + "|")
}
