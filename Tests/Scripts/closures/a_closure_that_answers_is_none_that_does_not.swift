func call<T>(_ body: (T) -> ()) { print("nothing") }
func call<T, U>(_ body: (T) -> U) { print("something") }
call({ (x: Int) -> Int in x })
call({ (x: Int) -> Void in })
call({ (x: String) -> String in x + "!" })
func each(_ body: (Int) -> Void) { body(1) }
each { print($0) }
func double(_ x: Int) -> Int { x * 2 }
print([1, 2].map(double))
