let total = 0
for i in 1...3 {
  total += i
//      ^ error: left side of mutating operator isn't mutable: 'total' is a 'let' constant
}
print(total)
