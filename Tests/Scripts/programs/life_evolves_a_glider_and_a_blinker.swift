struct Life {
  let width: Int, height: Int
  private(set) var alive: Set<Cell> = []

  struct Cell: Hashable {
    var x: Int, y: Int
  }

  init(_ picture: String, width: Int, height: Int) {
    self.width = width
    self.height = height
    for (y, line) in picture.split(separator: "\n").enumerated() {
      for (x, c) in line.enumerated() where c == "#" {
        alive.insert(Cell(x: x, y: y))
      }
    }
  }

  private func neighbours(of cell: Cell) -> [Cell] {
    var result: [Cell] = []
    for dy in -1...1 {
      for dx in -1...1 where !(dx == 0 && dy == 0) {
        result.append(Cell(
          x: (cell.x + dx + width) % width,
          y: (cell.y + dy + height) % height))
      }
    }
    return result
  }

  mutating func step() {
    var counts: [Cell: Int] = [:]
    for cell in alive {
      for neighbour in neighbours(of: cell) { counts[neighbour, default: 0] += 1 }
    }
    alive = Set(counts.filter { cell, n in n == 3 || (n == 2 && alive.contains(cell)) }.keys)
  }

  var picture: String {
    (0..<height).map { y in
      String((0..<width).map { x in alive.contains(Cell(x: x, y: y)) ? "#" : "." })
    }.joined(separator: "\n")
  }
}

var glider = Life("""
  .#.
  ..#
  ###
  """, width: 6, height: 6)
for generation in 0...4 {
  print("generation \(generation), \(glider.alive.count) alive")
  print(glider.picture)
  glider.step()
}

var blinker = Life(".....\n.....\n.###.", width: 5, height: 5)
let first = blinker.picture
blinker.step()
print(blinker.picture == first)
blinker.step()
print(blinker.picture == first)
