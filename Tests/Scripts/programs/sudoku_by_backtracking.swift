struct Sudoku {
  private var cells: [Int]
  private(set) var tries = 0

  init?(_ text: String) {
    cells = text.filter { !$0.isWhitespace }.map { $0.wholeNumberValue ?? 0 }
    guard cells.count == 81 else { return nil }
  }

  private func candidates(at index: Int) -> [Int] {
    let row = index / 9, column = index % 9
    var used = Set<Int>()
    for i in 0..<9 {
      used.insert(cells[row * 9 + i])
      used.insert(cells[i * 9 + column])
      used.insert(cells[(row / 3 * 3 + i / 3) * 9 + column / 3 * 3 + i % 3])
    }
    return (1...9).filter { !used.contains($0) }
  }

  mutating func solve() -> Bool {
    var best: (index: Int, options: [Int])?
    for index in cells.indices where cells[index] == 0 {
      let options = candidates(at: index)
      if options.isEmpty { return false }
      if options.count < best?.options.count ?? 10 { best = (index, options) }
      if options.count == 1 { break }
    }
    guard let (index, options) = best else { return true }
    for value in options {
      cells[index] = value
      tries += 1
      if solve() { return true }
      cells[index] = 0
    }
    return false
  }

  func show() {
    for row in 0..<9 {
      if row > 0 && row % 3 == 0 { print("------+-------+------") }
      var line = ""
      for column in 0..<9 {
        if column > 0 && column % 3 == 0 { line += "| " }
        line += "\(cells[row * 9 + column]) "
      }
      line.removeLast()
      print(line)
    }
  }

  var isValid: Bool {
    let all = Set(1...9)
    return (0..<9).allSatisfy { n in
      Set((0..<9).map { cells[n * 9 + $0] }) == all && Set((0..<9).map { cells[$0 * 9 + n] }) == all
    }
  }
}

var puzzle = Sudoku("""
  53..7....
  6..195...
  .98....6.
  8...6...3
  4..8.3..1
  7...2...6
  .6....28.
  ...419..5
  ....8..79
  """)!
print(puzzle.isValid)
print(puzzle.solve(), puzzle.isValid, puzzle.tries)
puzzle.show()
print(Sudoku("123") == nil)
