let r = 2..<5; for i in r { print(i, terminator: " ") }
let cr = UInt8(250)...UInt8.max; for i in cr { print(i, terminator: " ") }
func f(_ r: ClosedRange<Int>) -> Int { var s = 0; for i in r where i % 2 == 0 { s += i }; return s }
print(f(1...10), f(3...3)); for i in [1, 2].indices { for j in [1, 2, 3].indices.dropFirst() { print(i, j, terminator: ";") } }
for _ in 0..<0 { print("x") }; let e = 5..<5; for k in e { print(k) }
func g<R: Sequence>(_ r: R) -> [R.Element] { var a: [R.Element] = []; for x in r { a.append(x) }; return a }
print(g(1..<4), g(Int8(3)...4)); let fs = (0..<3).map { i in { i * i } }; print(fs.map { $0() })
var fns: [() -> Int] = []; for i in r { fns.append { i } }; print(fns.map { $0() })
for i in (0...Int.max) { if i > 2 { break }; print(i) }
let top = (Int.max - 1)...Int.max; for i in top { print(i) }
