struct Point: CustomStringConvertible {
  var x: Int, y: Int
  var description: String { "(\(x), \(y))" }
}
let p = Point(x: 1, y: 2)
print(p)
print("at \(p)", [p, p], ["k": p], p as Point?)
print(String(describing: p), p.description.count, (p, 1))
