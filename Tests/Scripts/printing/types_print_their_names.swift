struct Point {}
class Node<T> {}
enum E { case a }
print(Int.self, String.self, [Int].self, [String: Double].self, Int?.self)
print(Point.self, Node<Int>.self, E.self, type(of: Point()), type(of: E.a))
print(type(of: 1), type(of: 1.0), type(of: "a"), type(of: [1.5]), type(of: (1, "a")), type(of: 1...2))
print(type(of: { (x: Int) -> String in "\(x)" }), type(of: Optional(1)), type(of: Set([1])))
