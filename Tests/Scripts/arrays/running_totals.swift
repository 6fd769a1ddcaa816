let deposits = [100, -20, 50, -75]
var balance = 0
let history = deposits.map { amount -> Int in
  balance += amount
  return balance
}
print(history)
let totals = deposits.reduce(into: [0]) { $0.append($0.last! + $1) }
print(totals.dropFirst())
