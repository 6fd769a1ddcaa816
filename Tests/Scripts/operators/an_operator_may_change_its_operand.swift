struct Counter { var x = 1 }
prefix operator +++
extension Counter {
  static prefix func +++ (counter: inout Counter) -> Counter { counter.x += counter.x; return counter }
}
var a = Counter()
let b = +++a
print(a.x, b.x)
postfix operator ++
postfix func ++ (n: inout Int) -> Int { n += 1; return n - 1 }
var k = 5
print(k++, k)
infix operator <-
func <- <T>(place: inout T, value: T) -> T { let old = place; place = value; return old }
print(k <- 9, k)
