for i in 1...3 {
  defer { print("end of", i) }
  if i == 2 { continue }
  print("body of", i)
}
