enum Move { case left(Int), right(Int), jump }
func distance(_ m: Move) -> Int {
  switch m {
  case .left(let n), .right(let n): return n
  case .jump: return 1
  }
}
print(distance(.left(4)), distance(.right(2)), distance(.jump))
switch 7 {
case 1, 3, 5, 7, 9: print("odd digit")
case 0, 2, 4, 6, 8: print("even digit")
default: print("not a digit")
}
