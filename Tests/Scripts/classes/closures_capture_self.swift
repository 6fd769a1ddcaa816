class Timer {
  var ticks = 0
  var onTick: (() -> Void)?
  func start() { onTick = { [weak self] in self?.ticks += 1 } }
  func run(_ n: Int) { for _ in 0..<n { onTick?() } }
}
let t = Timer()
t.run(3)
t.start()
t.run(4)
print(t.ticks)
