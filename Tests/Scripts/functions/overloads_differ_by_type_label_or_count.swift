func show(_ n: Int) -> String { "int \(n)" }
func show(_ s: String) -> String { "string \(s)" }
func show(_ d: Double) -> String { "double \(d)" }
func show(_ a: Int, _ b: Int) -> String { "pair \(a) \(b)" }
func show(number n: Int) -> String { "number \(n)" }
print(show(1), show("x"), show(2.5), show(1, 2), show(number: 9))
