typealias Table<V> = [String: V]
typealias Predicate<T> = (T) -> Bool
typealias Point = (x: Int, y: Int)
func filter<T>(_ xs: [T], _ p: Predicate<T>) -> [T] { xs.filter(p) }
let scores: Table<Int> = ["a": 1]
let origin: Point = (0, 0)
print(scores["a"]!, origin.x, filter([1, 2, 3]) { $0 > 1 })
