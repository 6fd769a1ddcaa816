func classify(_ p: (x: Int, y: Int)) -> String {
  switch p {
  case let (x, y) where x == y: return "on the diagonal"
  case let (x, y) where x == -y: return "on the other diagonal"
  case (1..., 1...): return "first quadrant"
  case _ where p.x < 0: return "left"
  default: return "elsewhere"
  }
}
for p in [(2, 2), (2, -2), (5, 1), (-3, 9), (3, -1)] { print(classify(p)) }
