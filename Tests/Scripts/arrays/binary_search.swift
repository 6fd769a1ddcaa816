func position(of target: Int, in xs: [Int]) -> Int? {
  var low = 0, high = xs.count
  while low < high {
    let middle = (low + high) / 2
    if xs[middle] == target { return middle }
    if xs[middle] < target { low = middle + 1 } else { high = middle }
  }
  return nil
}
let xs = Array(stride(from: 0, through: 100, by: 7))
print(position(of: 49, in: xs) ?? -1, position(of: 50, in: xs) ?? -1, position(of: 0, in: xs) ?? -1)
