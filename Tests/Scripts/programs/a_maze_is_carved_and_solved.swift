struct Point: Hashable {
  var x: Int, y: Int
  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func * (a: Point, k: Int) -> Point { Point(x: a.x * k, y: a.y * k) }
}

struct Random {
  var state: UInt64
  mutating func below(_ n: Int) -> Int {
    state = state &* 6364136223846793005 &+ 1442695040888963407
    return Int(state >> 40) % n
  }
  mutating func shuffled<T>(_ xs: [T]) -> [T] {
    var xs = xs
    for i in xs.indices.reversed() where i > 0 { xs.swapAt(i, below(i + 1)) }
    return xs
  }
}

struct Maze {
  let size: Int
  var grid: [[Character]]
  static let directions = [Point(x: 1, y: 0), Point(x: -1, y: 0), Point(x: 0, y: 1), Point(x: 0, y: -1)]

  init(cells: Int, random: inout Random) {
    size = 2 * cells + 1
    grid = Array(repeating: Array(repeating: "#", count: size), count: size)
    var stack = [Point(x: 1, y: 1)]
    self[stack[0]] = " "
    while let here = stack.last {
      let options = random.shuffled(Maze.directions).filter { d in
        let there = here + d * 2
        return contains(there) && self[there] == "#"
      }
      guard let d = options.first else {
        stack.removeLast()
        continue
      }
      self[here + d] = " "
      self[here + d * 2] = " "
      stack.append(here + d * 2)
    }
  }

  func contains(_ p: Point) -> Bool { (0..<size).contains(p.x) && (0..<size).contains(p.y) }

  subscript(p: Point) -> Character {
    get { grid[p.y][p.x] }
    set { grid[p.y][p.x] = newValue }
  }

  func path(from start: Point, to goal: Point) -> [Point]? {
    var cameFrom: [Point: Point] = [:], seen: Set = [start], queue = [start], next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      if here == goal {
        var path = [goal]
        while let before = cameFrom[path.last!] { path.append(before) }
        return path.reversed()
      }
      for d in Maze.directions {
        let there = here + d
        guard contains(there), self[there] != "#", seen.insert(there).inserted else { continue }
        cameFrom[there] = here
        queue.append(there)
      }
    }
    return nil
  }

  func show() { for row in grid { print(String(row)) } }
}

var random = Random(state: 99)
var maze = Maze(cells: 7, random: &random)
maze.show()
let goal = Point(x: maze.size - 2, y: maze.size - 2)
let original = maze
if let path = maze.path(from: Point(x: 1, y: 1), to: goal) {
  print("path of", path.count)
  for p in path { maze[p] = "." }
  maze.show()
  print(zip(path, path.dropFirst()).allSatisfy { abs($0.x - $1.x) + abs($0.y - $1.y) == 1 })
}
let open = original.grid.joined().filter { $0 == " " }.count
print(open, open == 2 * 49 - 1)
print(original.path(from: Point(x: 1, y: 1), to: Point(x: 0, y: 0)) as Any)
