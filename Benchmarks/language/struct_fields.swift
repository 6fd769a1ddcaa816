struct Particle {
  var x = 0
  var y = 1
  var speed = 2
}
func workload() -> Int {
  var p = Particle()
  for i in 0..<300_000 {
    p.x += p.speed
    p.y = p.x - i
    p.speed = (p.speed + p.y) % 5
  }
  return p.x + p.y + p.speed
}
