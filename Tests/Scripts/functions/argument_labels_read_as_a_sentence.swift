func move(from start: Int, to end: Int, by step: Int) -> [Int] {
  Array(stride(from: start, to: end, by: step))
}
print(move(from: 1, to: 10, by: 4))
func say(_ word: String, to name: String) { print("\(word), \(name)!") }
say("Hello", to: "Ann")
func area(width: Double, height: Double) -> Double { width * height }
print(area(width: 2, height: 3.5))
