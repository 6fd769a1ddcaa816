for point in [(0, 0), (3, 0), (0, -2), (1, 1), (5, 7)] {
  switch point {
  case (0, 0): print("origin")
  case (let x, 0): print("on x at", x)
  case (0, let y): print("on y at", y)
  case let (x, y) where x == y: print("diagonal", x)
  case let (x, y): print("somewhere", x, y)
  }
}
