struct Volume {
  var level: Int = 5 {
    didSet { level = min(max(level, 0), 10) }
  }
}
var v = Volume()
v.level = 99
print(v.level)
v.level = -3
print(v.level)
v.level += 4
print(v.level)
