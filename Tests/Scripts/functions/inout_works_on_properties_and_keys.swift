struct Box { var width = 1; var tags: [String: Int] = [:] }
func increment(_ n: inout Int) { n += 1 }
func set(_ n: inout Int?, _ value: Int) { n = value }
var box = Box()
increment(&box.width)
set(&box.tags["a"], 5)
increment(&box.tags["b", default: 40])
print(box.width, box.tags["a"]!, box.tags["b"]!)
var pair = (1, 2)
increment(&pair.1)
print(pair)
