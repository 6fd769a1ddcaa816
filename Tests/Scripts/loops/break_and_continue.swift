for i in 1...10 {
  if i == 3 { continue }
  if i == 6 { break }
  print(i)
}
var k = 0
while true {
  k += 1
  if k % 2 == 1 { continue }
  if k > 6 { break }
  print("even", k)
}
