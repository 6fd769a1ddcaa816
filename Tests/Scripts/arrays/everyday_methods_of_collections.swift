let words = ["apple", "Banana", "cherry", "date", "Elderberry", "fig", "grape"]
print(words.sorted(), words.sorted(by: >), words.sorted { $0.lowercased() < $1.lowercased() }, words.sorted { ($0.count, $0) < ($1.count, $1) })
let groups = Dictionary(grouping: words, by: \.count)
for key in groups.keys.sorted() { print(key, groups[key]!) }
print(groups.mapValues(\.count).sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
var inventory = ["apples": 3, "pears": 5]
inventory["plums", default: 0] += 2
inventory.updateValue(9, forKey: "pears")
inventory["apples"] = nil
print(inventory.removeValue(forKey: "nope") as Any, inventory.count, inventory.isEmpty, inventory.keys.sorted(), inventory.values.sorted())
inventory.merge(["pears": 1, "kiwis": 4]) { $0 + $1 }
print(inventory.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
let merged = ["a": 1].merging(["a": 2, "b": 3], uniquingKeysWith: max)
print(merged.sorted(by: { $0.key < $1.key }).map(\.value), merged.contains { $0.value == 3 }, merged.first { $0.key == "b" }!.value)
print(merged.filter { $0.value > 2 }, merged.compactMapValues { $0 > 2 ? "\($0)" : nil }, merged.reduce(0) { $0 + $1.value }, merged.min { $0.value < $1.value }!.key)
print(Dictionary(uniqueKeysWithValues: zip(["x", "y"], 1...)).sorted { $0.key < $1.key }.map(\.key), Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +))
var set: Set = [3, 1, 2]
print(set.contains(2), set.insert(2), set.insert(4).inserted, set.remove(9) as Any, set.sorted(), set.count)
let evens: Set = [2, 4, 6]
print(set.union(evens).sorted(), set.intersection(evens).sorted(), set.subtracting(evens).sorted(), set.symmetricDifference(evens).sorted(), evens.isSubset(of: [2, 4, 6, 8]), evens.isDisjoint(with: [1]), set.isSuperset(of: [1]), Set("hello").count)
set.formUnion([10])
set.subtract([1])
print(set.sorted(), set.map { $0 * 2 }.sorted(), set.filter { $0 > 3 }.sorted(), Set([1, 2]) == Set([2, 1]))
var numbers = Array(1...10)
print(numbers.prefix(3), numbers.suffix(2), numbers.dropFirst(7), numbers.dropLast(8), numbers.prefix { $0 < 4 }, numbers.drop { $0 < 8 }, numbers[2...4], numbers[..<2], numbers[8...])
numbers.removeAll { $0.isMultiple(of: 3) }
numbers.insert(contentsOf: [100, 200], at: 1)
numbers.removeSubrange(0..<2)
numbers.replaceSubrange(0...1, with: [7, 7, 7])
numbers.swapAt(0, numbers.count - 1)
numbers.reverse()
print(numbers, numbers.firstIndex(of: 7)!, numbers.lastIndex(of: 7)!, numbers.firstIndex { $0 > 7 } as Any, numbers.contains(5), numbers.split(separator: 7))
print(numbers.reduce(into: [:]) { counts, n in counts[n, default: 0] += 1 }.sorted { $0.key < $1.key }.map { "\($0)x\($1)" })
print([1, 2, 3].elementsEqual([1, 2, 3]), [1, 2].starts(with: [1]), [1, 2].lexicographicallyPrecedes([1, 3]), [[1], [2, 3]].joined().map { $0 }, [["a"], ["b"]].joined(separator: ["-"]).joined(), ["a", "b"].joined(separator: ", "))
print(zip([1, 2, 3], "abc").map { "\($0)\($1)" }, stride(from: 10, to: 0, by: -3).map { $0 }, stride(from: 0.0, through: 1, by: 0.25).map { $0 }, Array(repeating: "x", count: 3), (1...5).reversed().map { $0 }, Array((0..<10).lazy.filter { $0 % 3 == 0 }.map { $0 * $0 }))
print([1, nil, 3].compactMap { $0 }, [[1, 2], [3]].flatMap { $0 }, ["1", "x"].compactMap(Int.init), ["1", "x"].map { Int($0) }, (1...3).flatMap { Array(repeating: $0, count: $0) }, [3, 1].sorted().first!, [5, 2, 8].enumerated().max { $0.element < $1.element }!.offset)
print(Array("hello").sorted(), String("hello".reversed()), "hello".map { $0.uppercased() }, "hello".filter { "aeiou".contains($0) }, "a,b,,c".split(separator: ","), "a,b,,c".split(separator: ",", omittingEmptySubsequences: false), "a b c d".split(separator: " ", maxSplits: 2))
print(sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }.map { $0 }, Array(sequence(state: (0, 1)) { s -> Int? in let r = s.0; s = (s.1, s.0 + s.1); return r > 50 ? nil : r }))
var iterator = [1, 2, 3].makeIterator()
while let n = iterator.next() { print(n, terminator: ";") }
print(repeatElement("ab", count: 2).joined(), (1...).prefix(3).map { $0 }, [1, 2, 3, 4].partitioned())
extension Array where Element == Int {
  func partitioned() -> (even: [Int], odd: [Int]) { (filter { $0 % 2 == 0 }, filter { $0 % 2 != 0 }) }
}
var parts = [5, 1, 4, 2, 3]
let pivot = parts.partition { $0 > 3 }
print(parts[..<pivot].sorted(), parts[pivot...].sorted(), parts.indices, parts.randomElement() != nil, parts.shuffled().count)
print([1, 2, 3].allSatisfy { $0 > 0 }, [1, 2, 3].first { $0 > 1 } as Any, [1, 2, 3].last { $0 < 3 } as Any, [Int]().max() as Any, [2, 1].min(by: >)!, [1, 2] + [3], [1, 2] == [1, 2], [[1]] == [[1]])
let chunks = stride(from: 0, to: 7, by: 3).map { Array([1, 2, 3, 4, 5, 6, 7][$0..<min($0 + 3, 7)]) }
print(chunks, chunks.map(\.count), chunks.last?.first ?? 0, chunks[0][1...], Array(chunks.joined()))
