func allEqual<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> Bool where A.Element == B.Element, A.Element: Equatable {
  var other = b.makeIterator()
  for x in a { if other.next() != x { return false } }
  return other.next() == nil
}
print(allEqual([1, 2, 3], 1...3), allEqual([1, 2], 1...3), allEqual("ab", ["a", "b"]))
