struct Money { var cents: Int }
func += (m: inout Money, c: Int) { m.cents += c }
func *= (m: inout Money, k: Int) { m.cents *= k }
infix operator ++=: AssignmentPrecedence
func ++= (xs: inout [Int], x: Int) { xs.append(x); xs.append(x) }
var m = Money(cents: 100)
m += 50
m *= 2
print(m.cents)
var xs = [0]
xs ++= 7
print(xs)
