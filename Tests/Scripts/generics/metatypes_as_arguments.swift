func make<T: ExpressibleByIntegerLiteral>(_ type: T.Type) -> T { 7 }
print(make(Int.self), make(Double.self), make(UInt8.self))
func describe<T>(_ value: T) -> String { "\(T.self): \(value)" }
print(describe(3), describe("x"), describe([1.5]), describe(Optional(2)))
