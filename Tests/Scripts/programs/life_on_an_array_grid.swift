typealias Grid = [[Bool]]

func makeGrid(_ rows: [String]) -> Grid { rows.map { $0.map { $0 == "o" } } }

func aliveAround(_ grid: Grid, _ r: Int, _ c: Int) -> Int {
  var n = 0
  for dr in -1...1 {
    for dc in -1...1 {
      if dr == 0 && dc == 0 { continue }
      let rr = r + dr, cc = c + dc
      if rr < 0 || cc < 0 || rr >= grid.count || cc >= grid[0].count { continue }
      if grid[rr][cc] { n += 1 }
    }
  }
  return n
}

func next(_ grid: Grid) -> Grid {
  var new = grid
  for r in 0..<grid.count {
    for c in 0..<grid[r].count {
      switch (grid[r][c], aliveAround(grid, r, c)) {
      case (true, 2), (_, 3): new[r][c] = true
      default: new[r][c] = false
      }
    }
  }
  return new
}

func show(_ grid: Grid) {
  for row in grid { print(row.map { $0 ? "o" : " " }.joined() + "|") }
  print("alive:", grid.joined().filter { $0 }.count)
}

var grid = makeGrid([
  "          ",
  "    o     ",
  "   o o    ",
  "  o   o   ",
  "   o o    ",
  "    o     ",
  "          ",
])
show(grid)
var seen: [Grid] = []
var generation = 0
while !seen.contains(grid) && generation < 30 {
  seen.append(grid)
  grid = next(grid)
  generation += 1
}
print("repeats after", generation)
show(grid)
