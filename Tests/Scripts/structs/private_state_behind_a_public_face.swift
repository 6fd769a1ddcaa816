struct Dice {
  private var seed: Int
  init(seed: Int) { self.seed = seed }
  mutating func roll() -> Int {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed / 65536 % 6 + 1
  }
}
var dice = Dice(seed: 7)
print((1...8).map { _ in dice.roll() })
