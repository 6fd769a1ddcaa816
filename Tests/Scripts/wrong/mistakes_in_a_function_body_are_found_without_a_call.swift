func unused() {
  let n: Int = "zero"
//             ^ error: cannot convert value of type 'String' to specified type 'Int'
  print(n, missing)
//         ^ error: cannot find 'missing' in scope
}
print("never printed")
