struct Numbers {
  var limit: Int
  lazy var squares: [Int] = {
    print("computing")
    return (1...limit).map { $0 * $0 }
  }()
}
var n = Numbers(limit: 4)
print("made")
print(n.squares)
print(n.squares.count)
