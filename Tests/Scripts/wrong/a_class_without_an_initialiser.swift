class Box {
//    ^ error: class 'Box' has no initializers
  var size: Int
}
print(Box().size)
//    ^ error: 'Box' cannot be constructed because it has no accessible initializers
