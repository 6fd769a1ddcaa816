struct Point {
  var x = 0
  print(x)
//^ error: expected 'func' in function
//       ^ error: expected ':' and type in parameter
}
