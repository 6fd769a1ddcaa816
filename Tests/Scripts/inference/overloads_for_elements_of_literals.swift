func overload(_ x: Int) -> String { "int" }
func overload(_ x: Double) -> String { "double" }
func overload<T>(_ x: T) -> String { "generic" }
print([1, 2].map(overload), [1.5].map(overload))
print([1].map(overload), 2)
print([1].map(overload), [2.5].map(overload), [[1]].map { $0.map(overload) })
