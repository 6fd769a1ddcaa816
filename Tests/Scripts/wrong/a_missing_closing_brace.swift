func f() {
  print("open")
//             ^ error: expected '}' to end function
