struct Pair<First, Second> {
  var first: First, second: Second
  func flipped() -> Pair<Second, First> { Pair<Second, First>(first: second, second: first) }
}
let p = Pair(first: 1, second: "one")
print(p.first, p.second, p.flipped().first)
print(type(of: p), type(of: p.flipped()))
