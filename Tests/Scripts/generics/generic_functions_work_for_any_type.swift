func swapped<A, B>(_ pair: (A, B)) -> (B, A) { (pair.1, pair.0) }
func firstAndLast<T>(_ xs: [T]) -> (T, T)? {
  guard let f = xs.first, let l = xs.last else { return nil }
  return (f, l)
}
print(swapped((1, "a")), firstAndLast([3, 4, 5])!, firstAndLast(["x"])!, firstAndLast([Int]()) == nil)
