class Shape {}
class Circle: Shape { let r = 2 }
class Square: Shape { let side = 3 }
let shapes: [Shape] = [Circle(), Square(), Shape()]
for shape in shapes {
  if let c = shape as? Circle { print("circle", c.r) }
  else if shape is Square { print("square", (shape as! Square).side) }
  else { print("just a", type(of: shape)) }
}
print(shapes.compactMap { $0 as? Square }.count)
