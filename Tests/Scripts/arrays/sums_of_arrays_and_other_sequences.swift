let xs = [1, 2, 3, 4]
let a: [Int] = xs[1...] + [9]
let b: [Int] = [9] + xs[1...]
let c: [Int] = xs[1...] + xs
let d: [Int] = xs + xs[..<2]
let e = xs[1...] + [9]
let f = [9] + xs[1...]
let g = xs + xs[..<2]
let h = xs[..<2] + xs
let i = xs[..<2] + xs[2...]
let j: [Int] = xs + (0..<3)
let k: [Int] = (0..<3) + xs
let l = xs + Set([1])
let m = xs + xs.lazy.map { $0 * 2 }
let n = "abc" + "def".dropFirst()
let o = "abc".dropFirst() + "def"
let p: String = "abc".dropFirst() + "def"
var q = xs
q += xs[1...]
q += 0..<3
print(a, b, c, d, type(of: e), type(of: f), type(of: g), type(of: h), type(of: i))
print(e, f, g, h, i, j, k, l, m)
print(n, o, p, type(of: n), type(of: o), q)
func take(_ x: [Int]) -> Int { x.count }
print(take(xs[1...] + [9]), take(xs.dropFirst() + xs))
var greeting = "Hello " + "xworld".dropFirst()
greeting = greeting + "!"
func shout(_ text: String) -> String { text.uppercased() }
print(shout(greeting), shout("a" + "bc".suffix(1) + "d"))
let optionals: [Int?] = xs + [nil]
let anything: [Any] = xs + ["text"]
let doubles: [Double] = [1, 2] + [0.5]
print(optionals, anything, doubles, xs + [], [] + xs)
