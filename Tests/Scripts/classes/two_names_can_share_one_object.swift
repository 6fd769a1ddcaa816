class Counter { var n = 0; func bump() { n += 1 } }
let a = Counter()
let b = a
b.bump()
b.bump()
print(a.n, b.n, a === b, a === Counter(), a !== b)
func reset(_ c: Counter) { c.n = 0 }
reset(a)
print(b.n)
