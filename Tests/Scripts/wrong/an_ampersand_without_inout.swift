func show(_ n: Int) { print(n) }
var n = 1
show(&n)
//   ^ error: '&' used with non-inout argument of type 'Int'
