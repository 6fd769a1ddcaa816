func insertionSort(_ xs: inout [Int]) {
  for i in 1..<xs.count {
    var j = i
    while j > 0 && xs[j] < xs[j - 1] {
      xs.swapAt(j, j - 1)
      j -= 1
    }
  }
}
var xs = [5, 3, 8, 1, 9, 2]
insertionSort(&xs)
print(xs)
