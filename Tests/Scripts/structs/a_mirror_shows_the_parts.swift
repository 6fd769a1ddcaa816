struct Point { let x = 1, name = "a" }
for child in Mirror(reflecting: Point()).children { print(child.label ?? "-", child.value) }
enum Shape { case circle(radius: Double), dot }
for shape in [Shape.circle(radius: 2), .dot] {
  print(Mirror(reflecting: shape).children.map { $0.label ?? "-" })
}
print(Mirror(reflecting: (1, b: 2)).children.map { $0.label! })
print(MemoryLayout<Int>.size, MemoryLayout<(Int8, Int32)>.stride, MemoryLayout<Bool>.alignment)
