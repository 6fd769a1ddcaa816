struct Numbers {
  var values = [3, 1, 2]
  func max() -> Int { Swift.max(values[0], values[1], values[2]) }
  func min() -> Int { Swift.min(1, 2) }
}
print(Numbers().max(), Numbers().min(), Swift.abs(-3))
let n: Swift.Int = 4
let list: Swift.Array<Swift.String> = ["a"]
print(n, list, Swift.Int.max == Int.max)
func print(_ text: String) { Swift.print("<\(text)>") }
print("own")
