enum Shape { case circle(Int), square(Int) }
let s = Shape.circle(1)
switch s {
case .circle(let a, let b): print(a, b)
//          ^ error: tuple pattern cannot match values of the non-tuple type 'Int'
default: print("other")
}
