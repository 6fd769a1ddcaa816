let a: Int? = 5, b: Int? = 7
if let a, let b, a < b, (a + b).isMultiple(of: 2) { print("all", a, b) }
if let a, a > 10, let b { print("not here", b) } else { print("a is small") }
