extension StandardText {
  static let collections = """
    Array: Elements of one type in order: `[1, 2, 3]`. A copy is independent; an index out of range is an error.
    ArraySlice: A part of an array that shares its memory and keeps its indices; `Array(slice)` makes it an array.
    Array.init: An array of the elements of any sequence, or of one value repeated: `Array(repeating: 0, count: 3)`.
    Array.append: Adds an element at the end; `append(contentsOf:)` adds several.
    Array.insert: Puts an element in at an index.
    Array.remove: Takes out the element at an index and answers it: `remove(at: 0)`.
    Array.removeLast: Takes out the last element and answers it; `removeLast(n)` takes out n.
    Array.removeFirst: Takes out the first element and answers it; `removeFirst(n)` takes out n.
    Array.removeAll: Takes out all elements, or those that fit: `removeAll { $0 < 0 }`.
    Array.popLast: Takes out the last element and answers it, `nil` where there is none.
    Array.reserveCapacity: Makes room for elements that will be added.
    Array.capacity: How many elements there is room for.
    Array.swapAt: Exchanges the elements at two indices.
    Array.subscript: The element at an index, from 0; with a range, a slice.
    Array.sort: Puts the elements in order, the least first, or by a function: `sort { $0.x < $1.x }`.
    Array.reverse: Turns the order round.
    Array.shuffle: Puts the elements in a random order.
    Array.partition: Moves the elements that fit behind the others and answers where they begin.
    Array.replaceSubrange: Replaces the elements in a range.
    Array.removeSubrange: Takes out the elements in a range.
    Collection.count: How many elements there are.
    Collection.isEmpty: Whether there is no element.
    Collection.first: The first element, or `nil`; `first(where:)` finds the first that fits.
    Collection.last: The last element, or `nil`; `last(where:)` finds the last that fits.
    Collection.startIndex: The index of the first element.
    Collection.endIndex: The index behind the last element.
    Collection.indices: The indices of all elements.
    Collection.index: The index next to another or a distance away.
    Collection.distance: How far it is from one index to another.
    Collection.firstIndex: The index of the first element that is equal or fits, or `nil`: `firstIndex(of: 3)`.
    Array.lastIndex: The index of the last element that is equal or fits, or `nil`.
    Collection.randomElement: An element at random, or `nil` where there is none.
    Collection.subscript: The element at an index.
    Sequence: What can be gone through element by element: arrays, ranges, texts, dictionaries.
    Sequence.map: The results of a function for all elements, in order: `[1, 2].map { $0 * 2 }`.
    Sequence.filter: The elements that fit: `[1, 2, 3].filter { $0 > 1 }`.
    Sequence.compactMap: The results of a function for all elements, without those that are `nil`.
    Sequence.flatMap: The results of a function for all elements, strung together.
    Sequence.reduce: All elements combined into one value, from an initial one on: `reduce(0, +)`; `reduce(into:)` changes it in place.
    Sequence.forEach: Calls a function with each element.
    Sequence.enumerated: Pairs of a number from 0 and an element: `for (i, x) in xs.enumerated()`.
    Sequence.contains: Whether an element is among them, or one fits: `contains { $0 > 3 }`.
    Sequence.allSatisfy: Whether all elements fit.
    Sequence.first: The first element that fits, or `nil`: `first(where:)`.
    Sequence.count: How many elements fit: `count(where:)`.
    Sequence.elementsEqual: Whether two sequences have equal elements in the same order.
    Sequence.starts: Whether a sequence begins with the elements of another: `starts(with:)`.
    Sequence.prefix: The first elements, or those at the beginning that fit.
    Sequence.suffix: The last elements.
    Sequence.dropFirst: All elements but the first ones.
    Sequence.dropLast: All elements but the last ones.
    Sequence.drop: All elements without those at the beginning that fit: `drop(while:)`.
    Sequence.joined: The elements of the elements strung together; texts with a separator: `joined(separator: ", ")`.
    Sequence.sorted: The elements in order, the least first, or by a function: `sorted { $0.x < $1.x }`, `sorted(by: >)`.
    Sequence.reversed: The elements from the last to the first.
    Sequence.split: The parts between separators.
    Sequence.shuffled: The elements in a random order.
    Sequence.min: The least element, or `nil` where there is none; `min(by:)` with a function that orders.
    Sequence.max: The greatest element, or `nil` where there is none; `max(by:)` with a function that orders.
    Sequence.lazy: The same elements; `map` and `filter` on it do their work only when an element is asked for.
    Sequence.lexicographicallyPrecedes: Whether it comes before another sequence as words do in a dictionary.
    Sequence.makeIterator: Answers the elements one after another.
    IteratorProtocol: What answers elements one after another: `next()`, until that is `nil`.
    zip: Pairs of the elements of two sequences, as many as the shorter has.
    AnySequence: Any sequence with elements of one type, or one made of a function that answers an iterator.
    KeyPath: A way from a value to a part of it: `\\.name`; `value[keyPath: path]` follows it.
    """

  static let tables = """
    Dictionary: Values found by keys: `["a": 1]`. `d["a"]` answers an optional, and pairs come in the order in which they were put in.
    Dictionary.init: A dictionary of pairs: `Dictionary(uniqueKeysWithValues:)`, or of groups: `Dictionary(grouping: xs, by: { … })`.
    Dictionary.keys: All keys.
    Dictionary.values: All values.
    Dictionary.subscript: The value for a key, `nil` where there is none; assigning `nil` removes it. `d[k, default: 0] += 1` starts with the default.
    Dictionary.updateValue: Puts a value in for a key and answers the one before.
    Dictionary.removeValue: Takes out the value for a key and answers it: `removeValue(forKey:)`.
    Dictionary.removeAll: Takes out all pairs.
    Dictionary.mapValues: The same keys with the results of a function for their values.
    Dictionary.compactMapValues: The same keys with the results of a function, without those that are `nil`.
    Dictionary.filter: The pairs that fit, as a dictionary.
    Dictionary.merge: Puts in the pairs of another dictionary; a function decides between two values of one key.
    Dictionary.merging: This and another dictionary together; a function decides between two values of one key.
    Set: Values each of which is in it once, in the order in which they were put in: `Set([1, 2])`.
    Set.init: A set of the elements of a sequence.
    Set.insert: Puts a value in; answers whether it is new.
    Set.update: Puts a value in in the place of an equal one.
    Set.remove: Takes a value out and answers it, `nil` where it was not in.
    Set.contains: Whether a value is in it.
    Set.union: What is in one of two sets, or in both.
    Set.intersection: What is in both sets.
    Set.subtracting: What is in this set and not in the other.
    Set.symmetricDifference: What is in one of two sets and not in both.
    Set.formUnion: Adds what is in another set.
    Set.formIntersection: Keeps only what is in another set, too.
    Set.subtract: Takes out what is in another set.
    Set.isSubset: Whether all its values are in another set: `isSubset(of:)`.
    Set.isSuperset: Whether all values of another set are in it: `isSuperset(of:)`.
    Set.isDisjoint: Whether no value is in both sets: `isDisjoint(with:)`.
    """

  static let ranges = """
    Range: From a bound up to, but without, another: `0..<3`.
    ClosedRange: From a bound up to and with another: `1...3`.
    Range.contains: Whether a value is between the bounds.
    Range.lowerBound: Where the range begins.
    Range.upperBound: Where the range ends.
    Range.isEmpty: Whether nothing is between the bounds.
    Range.count: How many whole numbers are in it.
    Range.overlaps: Whether two ranges have something in common.
    Range.clamped: The part of the range that is inside another: `clamped(to:)`.
    stride: Numbers from one on in equal steps: `stride(from: 0, to: 1, by: 0.1)` without the end, `through:` with it.
    repeatElement: One value as often as told: `repeatElement(0, count: 3)`.
    sequence: Values each of which follows from the one before: `sequence(first: 1) { $0 * 2 }`; it may have no end.
    """
}
