let prices = ["tea": 2, "coffee": 3, "water": 1]
var total = 0
for (_, price) in prices { total += price }
print(total)
for (item, price) in prices.sorted(by: { $0.key < $1.key }) {
  print("\(item): \(price)")
}
for entry in prices.sorted(by: { $0.value < $1.value }) {
  print(entry.key, entry.value)
}
