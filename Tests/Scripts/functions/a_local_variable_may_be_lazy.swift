func once() {
  lazy var x: Int = { print("made"); return 1 }()
  print("before")
  print(x, x)
}
once()
func inferred(_ n: Int) -> Int {
  lazy var squares = (0..<n).map { $0 * $0 }
  if n > 3 { return squares.reduce(0, +) + squares.count }
  return 0
}
print(inferred(2), inferred(4))
func changed() {
  lazy var text = "a"
  text += "b"
  let show = { text }
  print(show())
}
changed()
