struct Cell: Hashable { let row: Int, column: Int }
var board: [Cell: String] = [:]
for r in 0..<2 { for c in 0..<2 { board[Cell(row: r, column: c)] = "\(r)\(c)" } }
print(board[Cell(row: 1, column: 0)]!, board.count, board[Cell(row: 9, column: 9)] as Any)
print(Set([Cell(row: 0, column: 0), Cell(row: 0, column: 0)]).count)
print(Cell(row: 1, column: 2).hashValue == Cell(row: 1, column: 2).hashValue)
