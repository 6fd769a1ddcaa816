struct Counter {
  var n = 0
  mutating func bump() { n += 1 }
}
let c = Counter()
c.bump()
//^ error: cannot use mutating member on immutable value: 'c' is a 'let' constant
print(c.n)
