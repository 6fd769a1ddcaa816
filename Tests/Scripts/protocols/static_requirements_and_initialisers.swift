protocol Unit { static var symbol: String { get }; init(_ value: Double); var value: Double { get } }
struct Metre: Unit { static let symbol = "m"; let value: Double; init(_ v: Double) { value = v } }
struct Gram: Unit { static let symbol = "g"; let value: Double; init(_ v: Double) { value = v } }
func format<U: Unit>(_ u: U) -> String { "\(u.value)\(U.symbol)" }
func double<U: Unit>(_ u: U) -> U { U(u.value * 2) }
print(format(Metre(3)), format(double(Gram(2.5))))
