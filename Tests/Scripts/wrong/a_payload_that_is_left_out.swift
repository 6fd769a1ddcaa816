enum Shape { case circle(radius: Int) }
let s: Shape = .circle
//              ^ error: member 'circle(radius:)' expects argument of type 'Int'
print(s)
