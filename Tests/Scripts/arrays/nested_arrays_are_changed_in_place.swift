var board = [["a", "b"], ["c", "d"]]
board[0][1] = "X"
board[1].append("e")
for row in board {
  print(row.joined(separator: " "))
}
let copy = board
board[0][0] = "Z"
print(copy[0][0], board[0][0])
