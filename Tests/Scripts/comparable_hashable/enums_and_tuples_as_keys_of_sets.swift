enum Fruit: Hashable { case apple, pear(Int) }
let basket: Set<Fruit> = [.apple, .pear(1), .pear(1), .pear(2)]
print(basket.count, basket.contains(.pear(2)), basket.contains(.pear(3)))
let table: [Fruit: String] = [.apple: "a", .pear(1): "p1"]
print(table[.pear(1)]!, table[.pear(9)] ?? "none")
print([AnyHashable(1), AnyHashable("a"), AnyHashable(1)].count, Set([AnyHashable(1), AnyHashable("a"), AnyHashable(1)]).count)
