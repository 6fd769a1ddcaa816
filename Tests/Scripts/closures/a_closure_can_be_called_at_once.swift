let value = { () -> Int in
  let a = 3, b = 4
  return a * a + b * b
}()
print(value)
let table: [Int] = {
  var t: [Int] = []
  for i in 0..<4 { t.append(i * i) }
  return t
}()
print(table)
