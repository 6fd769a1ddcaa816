struct Board: CustomStringConvertible {
  let size: Int
  var queens: [Int] = []

  func isSafe(column: Int) -> Bool {
    let row = queens.count
    for (r, c) in queens.enumerated() {
      if c == column || abs(c - column) == row - r { return false }
    }
    return true
  }

  var description: String {
    queens.map { c in
      (0..<size).map { $0 == c ? "Q" : "." }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}

func solutions(_ board: Board, found: (Board) -> Bool) -> Bool {
  if board.queens.count == board.size { return found(board) }
  for column in 0..<board.size where board.isSafe(column: column) {
    var next = board
    next.queens.append(column)
    if !solutions(next, found: found) { return false }
  }
  return true
}

func countSolutions(_ n: Int) -> Int {
  var columns = Set<Int>(), up = Set<Int>(), down = Set<Int>()
  func place(_ row: Int) -> Int {
    if row == n { return 1 }
    var total = 0
    for c in 0..<n {
      guard !columns.contains(c), !up.contains(row + c), !down.contains(row - c) else { continue }
      columns.insert(c); up.insert(row + c); down.insert(row - c)
      total += place(row + 1)
      columns.remove(c); up.remove(row + c); down.remove(row - c)
    }
    return total
  }
  return place(0)
}

_ = solutions(Board(size: 6)) { board in
  print("first solution for 6:")
  print(board)
  return false
}
var all: [[Int]] = []
_ = solutions(Board(size: 5)) { all.append($0.queens); return true }
print(all.count, all.first!, all.last!)
for n in 1...7 { print("\(n) queens: \(countSolutions(n)) ways") }
