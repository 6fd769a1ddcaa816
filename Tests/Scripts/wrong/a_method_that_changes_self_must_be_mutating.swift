struct Counter {
  var n = 0
  func bump() { n += 1 }
//                ^ error: left side of mutating operator isn't mutable: 'self' is immutable
}
var c = Counter()
c.bump()
print(c.n)
