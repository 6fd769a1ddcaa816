func square(_ n: Int) -> Int { n * n }
func nothing() {}
func pair() -> (Int, String) { (1, "one") }
func isSmall(_ n: Int) -> Bool { n < 10 && n > -10 }
print(square(9), pair(), isSmall(3))
nothing()
print(type(of: nothing()))
