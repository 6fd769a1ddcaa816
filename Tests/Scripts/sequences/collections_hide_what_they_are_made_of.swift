let any = AnyCollection([1, 2, 3])
print(any.drop(while: { $0 < 2 }).count, AnySequence([1, 2]).map { $0 }, any.count)
let both = AnyBidirectionalCollection(["a", "b"])
print(Array(both.reversed()))
let single = CollectionOfOne(3)
print(single.count, Array(single), single[0], EmptyCollection<Int>().isEmpty)
let iterator = [1, 2, 3].makeIterator()
for x in IteratorSequence(iterator) { print(x) }
let indices = [1, 2, 3, 4].indices
print(indices.suffix(from: 2), indices.prefix(upTo: 2), indices.prefix(through: 2))
print(Set(arrayLiteral: 1, 2).count, Array(arrayLiteral: 3, 4))
