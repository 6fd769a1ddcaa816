let x = 1
if x == 1 {
  let x = "inner"
  print(x)
  do {
    let x = [x, x]
    print(x)
  }
}
print(x)
