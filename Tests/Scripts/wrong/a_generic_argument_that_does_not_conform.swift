struct Point { var x = 0 }
func largest<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
print(largest(Point(), Point()))
//    ^ error: global function 'largest' requires that 'Point' conform to 'Comparable'
