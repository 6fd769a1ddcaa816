struct Point {
  var x: Int
  var y: Int
  init(x: Int) {
    self.x = x
  }
//^ error: return from initializer without initializing all stored properties
}
print(Point(x: 1))
