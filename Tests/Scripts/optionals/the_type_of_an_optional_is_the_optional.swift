class Q { static let shared = Q(); var v = 1 }
var t: Q? = Q(); print(type(of: t)); weak var w: Q? = t; print(type(of: w), type(of: w!), w as Any is Q?)
func f() { weak var x = Q.shared; print(type(of: x), x == nil, x as Any) ; let y = x; print(type(of: y)) }
f()
