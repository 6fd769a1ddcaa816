print([1, 2, 3].reduce(into: 0, +=))
print(["a", "b"].reduce(into: "", +=))
var change: (inout Int, Int) -> Void = (+=)
var n = 5
change(&n, 2)
change = (-=)
change(&n, 10)
print(n)
func apply<T>(_ value: T, _ other: T, _ f: (inout T, T) -> Void) -> T {
  var result = value
  f(&result, other)
  return result
}
print(apply(2.5, 4, *=), apply([1], [2, 3], +=))
