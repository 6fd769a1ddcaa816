outer: for i in 1...5 {
  for j in 1...5 {
    if i * j == 6 {
      print("found", i, j)
      break outer
    }
  }
}
