struct Wrapper<T> { let items: [T] }
extension Wrapper: Equatable where T: Equatable {}
extension Wrapper where T == Int { var total: Int { items.reduce(0, +) } }
extension Wrapper where T: CustomStringConvertible { var list: String { items.map(\.description).joined(separator: "|") } }
print(Wrapper(items: [1, 2]) == Wrapper(items: [1, 2]), Wrapper(items: [4, 5]).total, Wrapper(items: [true, false]).list)
