let xs: [Int] = []
print("searching")
for i in 0..<(xs.count - 1) {
// fault: Range requires lowerBound <= upperBound
  print(xs[i])
}
