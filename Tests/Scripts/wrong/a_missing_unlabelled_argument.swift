func add(_ a: Int, _ b: Int) -> Int { a + b }
print(add(1))
//         ^ error: missing argument for parameter #2 in call
