func either(_ a: Bool, _ b: @autoclosure () -> Bool) -> Bool { a ? true : b() }
func noisy(_ name: String) -> Bool { print("evaluated", name); return true }
print(either(true, noisy("first")))
print(either(false, noisy("second")))
