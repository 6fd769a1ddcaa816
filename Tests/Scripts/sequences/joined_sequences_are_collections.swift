let f = [[1, 2], [], [3]].joined()
print(f.count, f.first!, f.last!, Array(f.reversed()), f.firstIndex(of: 3) != nil, Array(f.dropFirst()), f.isEmpty, f.contains(2))
print([[Int]]().joined().isEmpty, ["ab", "c"].joined().count, [1...2, 5...6].joined().map { $0 })
extension FlattenSequence { var foo: Int { 1 } }
extension Array { var firstAndLast: (Element, Element)? { guard let f = first, let l = last else { return nil }; return (f, l) } }
for x in [[1], [2, 3]].joined() { print(x, terminator: " ") }
print([1, 2].firstAndLast!, [[1, 2], [3]].lazy.joined().map { $0 * 2 }.reduce(0, +), [[[1]], [[2]]].joined().joined().map { $0 })
