enum Direction { case north, east, south, west }
let d = Direction.east
print(d, d == .east, d != .west)
func opposite(_ d: Direction) -> Direction {
  switch d {
  case .north: return .south
  case .south: return .north
  case .east: return .west
  case .west: return .east
  }
}
print(opposite(.north), opposite(opposite(.west)))
