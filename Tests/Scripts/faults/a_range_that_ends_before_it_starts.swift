let n = Int("0")!
for i in 1...n {
// fault: Range requires lowerBound <= upperBound
  print(i)
}
