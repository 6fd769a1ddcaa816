func largest<T: Comparable>(_ xs: [T]) -> T? {
  var best = xs.first
  for x in xs.dropFirst() where x > best! { best = x }
  return best
}
func sum<T: Numeric>(_ xs: [T]) -> T { xs.reduce(0, +) }
func index<T: Equatable>(of x: T, in xs: [T]) -> Int? { for (i, y) in xs.enumerated() where x == y { return i }; return nil }
print(largest([3, 9, 2])!, largest(["pear", "apple"])!, sum([1, 2, 3]), sum([0.5, 0.25]), index(of: "b", in: ["a", "b"])!)
