let first: Set = [5, 1, 3]
var second = first
second.insert(7)
print(first.count, second.count)
print(first.map { $0 * 2 }.sorted(), first.filter { $0 > 2 }.sorted())
print(first.min()!, first.max()!, first.reduce(0, +))
print(Set("hello").count, Set([1, 1, 1]))
