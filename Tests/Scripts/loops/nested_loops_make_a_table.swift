for row in 1...3 {
  var line = ""
  for column in 1...4 { line += "\(row * column)\t" }
  print(line)
}
