let n = 1
if n {
// ^ error: type 'Int' cannot be used as a boolean; test for '!= 0' instead
  print("yes")
}
