let n = 5
for i in n {
//       ^ error: for-in loop requires 'Int' to conform to 'Sequence'
  print(i)
}
