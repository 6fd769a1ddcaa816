var inside = true
for _ in 0..<200 {
  let die = Int.random(in: 1...6)
  if die < 1 || die > 6 { inside = false }
  let unit = Double.random(in: 0..<1)
  if unit < 0 || unit >= 1 { inside = false }
}
print(inside)
let coin = Bool.random()
print(coin || !coin)
print([1, 2, 3].shuffled().sorted(), [7].randomElement() ?? 0)
