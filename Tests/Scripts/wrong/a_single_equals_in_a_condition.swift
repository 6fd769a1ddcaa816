var n = 1
if n = 1 {
//   ^ error: use of '=' in a boolean context, did you mean '=='?
  print("one")
}
